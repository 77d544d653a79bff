import { Recorded } from '../diagnostics/recorded.ts';
import type { ReportDocument } from '../document/document.ts';
import { noResults } from '../host/results.ts';
import type { Host } from '../host.ts';
import type { FontSubset } from '../fonts/subset.ts';
import { prepareFonts } from '../render/index.ts';
import { makeDocument } from './make-document.ts';
import type { CutFonts, Made, MakeJob, Maker } from './maker.ts';

/** Fonts with the rules that carry them, for a page that is a file. */
interface Prepared extends CutFonts {
  readonly subset: FontSubset;
}

/** Makes documents in the thread that asks, one after another. */
export class MakerHere implements Maker {
  readonly #host: Host;
  readonly #fonts = new WeakMap<ReportDocument, Promise<Prepared>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
  }

  async fonts(job: MakeJob): Promise<CutFonts> {
    const { files, problems } = await this.#prepare(job);
    return { files, problems };
  }

  make(format: 'docx' | 'html', job: MakeJob, onRendered?: () => void): Promise<Made> {
    const made = this.#last.then(() => this.#make(format, job, onRendered));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #make(format: 'docx' | 'html', job: MakeJob, onRendered?: () => void): Promise<Made> {
    // Whoever waits for the fonts goes first: they are for the browser, which then works at the same time.
    await this.#fonts.get(job.document)?.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    const told: CutFonts['problems'][] = [];
    const fonts = async (): Promise<FontSubset> => {
      const { subset, problems } = await this.#prepare(job);
      told.push(problems);
      return subset;
    };
    const made = await makeDocument(format, job, { host: hostOf(job, this.#host), fonts, onRendered });
    return { ...made, problems: [...told.flat(), ...made.problems] };
  }

  /** Cut them once a document; a failure is of whoever asks. */
  #prepare(job: MakeJob): Promise<Prepared> {
    const { document } = job;
    let prepared = this.#fonts.get(document);
    if (!prepared) {
      prepared = prepare(job, hostOf(job, this.#host));
      this.#fonts.set(document, prepared);
    }
    return prepared;
  }
}

async function prepare({ document, theme }: MakeJob, host: Host): Promise<Prepared> {
  const recorded = new Recorded();
  const subset = await prepareFonts(document, theme, host, recorded);
  return { subset, files: subset.files, problems: recorded.problems };
}

/** The outside as the run of a job sees it. */
function hostOf({ ownFonts, keeps }: MakeJob, host: Host): Host {
  return {
    ...host,
    results: keeps ? host.results : noResults,
    readBytes: async (path) => ownFonts?.[path] ?? host.readBytes(path),
  };
}
