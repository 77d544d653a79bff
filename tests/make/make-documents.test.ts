import { h } from 'hastscript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/document/document.ts';
import { MakerHere } from '../../src/make/maker-here.ts';
import { MakerThread } from '../../src/make/maker-thread.ts';
import type { MakeJob } from '../../src/make/maker.ts';
import { makeDocuments } from '../../src/make/make-documents.ts';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { quietRun, request } from '../examine-project.ts';
import { projectRoot } from '../project-copy.ts';

const run = quietRun(projectRoot);
const print = () => Promise.reject(new Error('no browser'));
const thread = new MakerThread(run.host);
const here = new MakerHere(run.host);
let job: MakeJob;

beforeAll(async () => {
  const examined = await examineReport(request, run);
  const document = await composeReport(examined, run);
  const { theme } = examined.inputs;
  job = { document: withParagraph(document, '生僻字𓀀'), theme, keeps: false, audits: true };
});
afterAll(() => thread.close());

function withParagraph(document: ReportDocument, words: string): ReportDocument {
  const tree = structuredClone(document.tree);
  tree.children.push(h('section', { id: 'more', dataPart: 'appendix' }, [h('h1', '附'), h('p', words)]));
  return { ...document, tree };
}

describe('documents made in a second thread', () => {
  it('are those made in this one, byte by byte, and as much is told of them', async () => {
    const formats = ['docx', 'html'] as const;
    const [there, same] = await Promise.all(
      [thread, here].map((maker) => makeDocuments(formats, job, { ...run, engines: { maker, print } })),
    );
    for (const format of formats) {
      const bytes = there?.get(format)?.file?.bytes;
      expect(bytes?.length).toBeGreaterThan(100_000);
      expect(Buffer.compare(bytes!, same!.get(format)!.file!.bytes)).toBe(0);
      expect(there?.get(format)?.problems).toEqual(same?.get(format)?.problems);
    }
    expect(there?.get('html')?.problems).toContainEqual([
      'CHARACTER_NOT_COVERED',
      { character: '𓀀', codePoint: 'U+13000', context: '附：…生僻字𓀀…' },
    ]);
  });

  it('are there though the PDF cannot be, whose failure is told when nothing works on any more', async () => {
    let rendered = 0;
    const making = makeDocuments(['pdf', 'html'], job, {
      ...run,
      engines: { maker: { fonts: (one) => thread.fonts(one), make: (...asked) => thread.make(...asked).finally(() => (rendered += 1)) }, print }, // prettier-ignore
    });
    await expect(making).rejects.toThrow('no browser');
    expect(rendered).toBe(1);
  });

  it('are no PDF where the fonts cannot be cut, whatever the browser makes of it', async () => {
    const fonts = () => Promise.reject(new Error('no fonts'));
    const engines = {
      maker: { fonts, make: here.make.bind(here) },
      print: () => new Promise<never>(() => undefined),
    };
    await expect(makeDocuments(['pdf'], job, { ...run, engines })).rejects.toThrow('no fonts');
  });

  it('are no more where the thread has ended', async () => {
    const ended = new MakerThread(run.host);
    await ended.close();
    await expect(ended.make('docx', job)).rejects.toThrow('ended with code');
    await expect(ended.fonts(job)).rejects.toThrow('ended with code');
  });
});
