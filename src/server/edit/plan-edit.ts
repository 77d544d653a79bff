import type { Figure } from '../../derive/figure.ts';
import { Diagnostics, type Diagnostic, type MessageLanguage } from '../../diagnostics/diagnostic.ts';
import { unifiedDiff } from '../../readback/unified-diff.ts';
import type { FilePatch } from '../../readback/propose-patch.ts';
import { applyEdits, type NewValue } from '../../readback/yaml-edits.ts';
import type { Units } from '../../validate/schema/units.ts';
import { editsIn } from './editable.ts';
import type { EditRequest } from './edit-request.ts';
import { readTyped } from './read-typed.ts';

/** What a file would become. */
export interface PlannedEdit {
  readonly next: NewValue;
  readonly patch: FilePatch;
}

/** Turn what was typed into the text the file would have; diagnostics where it is no number. */
export function planEdit(
  figure: Figure,
  { value, to, status }: EditRequest,
  before: string,
  units: Units,
  language: MessageLanguage,
): PlannedEdit | readonly Diagnostic[] {
  const diagnostics = new Diagnostics(language);
  const read = (typed: string): string => {
    const number = readTyped(typed, figure, units);
    if (number === undefined) diagnostics.report('VALUE_NOT_DECIMAL', { found: typed }, figure.place);
    return number ?? '';
  };
  const numbers = {
    value: read(value),
    ...(figure.to !== undefined && { to: to === undefined ? figure.to : read(to) }),
  };
  if (diagnostics.hasErrors) return diagnostics.all;
  const next = { ...numbers, unit: figure.unit, ...(status && { status }) };
  const edits = editsIn(before, figure, next);
  const after = edits && applyEdits(before, edits);
  if (after === undefined) return [];
  const { file } = figure.place;
  return { next, patch: { file, before, after, diff: unifiedDiff(file, before, after) } };
}
