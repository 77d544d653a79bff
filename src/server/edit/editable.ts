import type { Figure } from '../../derive/figure.ts';
import { editsFor, type TextEdit } from '../../readback/yaml-edits.ts';
import type { Inputs } from '../../validate/index.ts';
import type { Draft } from '../build-preview.ts';
import { textMark } from './text-mark.ts';

/** What a status can be changed to here; the others are of figures that say what is not yet. */
export const editableStatuses = ['final', 'provisional', 'estimated'] as const;
export type EditableStatus = (typeof editableStatuses)[number];

/** Where a figure can be changed in place, what has to be known for it; else why not. */
export type Editable =
  | {
      readonly file: string;
      /** Mark of the file's text the draft was made from. */
      readonly base: string;
      /** There where the status can be changed, too. */
      readonly status?: EditableStatus;
    }
  | { readonly why: 'computed' | 'outside' | 'not-plain' };

/** Whether and how a figure of a draft can be changed where it stands. */
export function editable(figure: Figure, { files, examined: { inputs } }: Draft): Editable {
  const { file } = figure.place;
  if (figure.provenance.formula !== undefined) return { why: 'computed' };
  // Ledgers say what a source says: they are never made to say what the data do.
  if (!file.startsWith('data/')) return { why: 'outside' };
  const text = files.get(file);
  if (typeof text !== 'string' || !editsIn(text, figure, figure)) return { why: 'not-plain' };
  const status = editableStatuses.find((id) => id === figure.status);
  const other = status === 'final' ? 'provisional' : 'final';
  const isChangeable = !isOfPlan(figure, inputs) && editsIn(text, figure, { ...figure, status: other });
  return { file, base: textMark(text), ...(status && isChangeable && { status }) };
}

/** Whether a figure stands in the table of a plan, whose rows have no status. */
function isOfPlan({ region, writtenIn, place }: Figure, inputs: Inputs): boolean {
  const files = region === inputs.region.id ? inputs.data : inputs.peers.get(region)?.data;
  const checked = files?.get(writtenIn);
  return (checked?.content.targets ?? []).some((_, index) =>
    ['base', 'target'].some((as) => {
      const at = checked?.yaml.place(['targets', index, as, 'value']);
      return at?.line === place.line && at.column === place.column;
    }),
  );
}

/** `editsFor` in a file as it is on the disk: places are counted without the byte order mark. */
export function editsIn(
  text: string,
  figure: Figure,
  next: Parameters<typeof editsFor>[1],
): TextEdit[] | undefined {
  const skipped = text.startsWith('\uFEFF') ? 1 : 0;
  const { value, unit, to, status } = next;
  const wanted = { value, unit, ...(to !== undefined && { to }), ...(status && { status }) };
  return editsFor(figure, wanted, text.slice(skipped))?.map((edit) => ({
    from: edit.from + skipped,
    to: edit.to + skipped,
    text: edit.text,
  }));
}
