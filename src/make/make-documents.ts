import type { Problem } from '../diagnostics/recorded.ts';
import type { Host } from '../host.ts';
import type { FormatId } from '../render/formats.ts';
import type { Engines } from './engines.ts';
import { makeDocument } from './make-document.ts';
import type { Made, MakeJob } from './maker.ts';

interface Tools {
  readonly host: Host;
  readonly engines: Pick<Engines, 'maker' | 'print'>;
  /** Nobody wants the files any more; only what takes long heeds it. */
  readonly signal?: AbortSignal | undefined;
  /** Told when all files are there and only to be read back. */
  readonly onRendered?: (() => void) | undefined;
}

/** Make a document in several formats at once. Waits for all, so that nothing works on behind an error. */
export async function makeDocuments(
  asked: readonly FormatId[],
  job: MakeJob,
  { host, engines, signal, onRendered }: Tools,
): Promise<ReadonlyMap<FormatId, Made>> {
  const { maker, print } = engines;
  let rendered = 0;
  const oneRendered = (): void => {
    rendered += 1;
    if (rendered === asked.length) onRendered?.();
  };
  const makePdf = async (): Promise<Made> => {
    const told: (readonly Problem[])[] = [];
    const fonts = async () => {
      const { files, problems } = await maker.fonts(job);
      told.push(problems);
      return { files, css: '' };
    };
    const made = await makeDocument('pdf', job, { host, fonts, print, signal, onRendered: oneRendered });
    return { ...made, problems: [...told.flat(), ...made.problems] };
  };
  // The PDF first: the fonts its browser waits for are cut before anything else is made.
  const inTurn = [...asked].sort((a, b) => Number(b === 'pdf') - Number(a === 'pdf'));
  const making = inTurn.map(async (format): Promise<[FormatId, Made]> => [
    format,
    await (format === 'pdf' ? makePdf() : maker.make(format, job, oneRendered)),
  ]);
  await Promise.allSettled(making);
  return new Map(await Promise.all(making));
}
