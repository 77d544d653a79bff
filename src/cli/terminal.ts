import type { Stage } from '../pipeline.ts';

/** Where a command writes: documents' paths and JSON to `out`, everything else to `error`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** True where `error` is a terminal that shows colours and can rewrite a line. */
  readonly interactive: boolean;
  readonly language: 'zh' | 'en';
}

/** The stages as they are shown while a report is made. */
export const stageNames: Record<Stage, Record<'zh' | 'en', string>> = {
  load: { zh: '读取', en: 'load' },
  validate: { zh: '校验', en: 'validate' },
  derive: { zh: '推算', en: 'derive' },
  check: { zh: '核对', en: 'check' },
  compose: { zh: '成文', en: 'compose' },
  draw: { zh: '绘图', en: 'draw' },
  render: { zh: '排版', en: 'render' },
  audit: { zh: '复读', en: 'audit' },
  write: { zh: '写出', en: 'write' },
  wait: { zh: '等候', en: 'wait' },
};

/** Shows the stages of one report: a line that grows on a terminal, one plain line a stage elsewhere. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #elapsed: () => number;
  readonly #start: number;
  #current: { stage: Stage; since: number } | undefined;

  constructor(terminal: Terminal, elapsed: () => number) {
    this.#terminal = terminal;
    this.#elapsed = elapsed;
    this.#start = elapsed();
  }

  begin(stage: Stage): void {
    this.#end();
    this.#current = { stage, since: this.#elapsed() };
    if (this.#terminal.interactive) this.#terminal.error(`\r\u001b[K… ${this.#name(stage)}`);
  }

  /** Close the line; returns the seconds since the start. */
  finish(): number {
    this.#end();
    this.#current = undefined;
    return (this.#elapsed() - this.#start) / 1000;
  }

  #end(): void {
    if (!this.#current) return;
    const { stage, since } = this.#current;
    const time = `${((this.#elapsed() - since) / 1000).toFixed(2)} s`;
    const text = `${this.#name(stage)} ${time}\n`;
    this.#terminal.error(this.#terminal.interactive ? `\r\u001b[K\u001b[32m✓\u001b[0m ${text}` : text);
  }

  #name(stage: Stage): string {
    return stageNames[stage][this.#terminal.language].padEnd(this.#terminal.language === 'zh' ? 4 : 9, ' ');
  }
}
