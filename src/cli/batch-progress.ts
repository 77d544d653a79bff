import type { Outcome } from '../batch/outcome.ts';
import type { Stage } from '../pipeline.ts';
import { stageNames, type Terminal } from './terminal.ts';

/**
 * How a batch is getting on. On a terminal a block at the end names each report being made and its stage, and what is done moves up
 * out of it; elsewhere a report is one line, when it is done.
 */
export class BatchProgress {
  readonly #terminal: Terminal;
  readonly #names: readonly string[];
  readonly #running = new Map<number, Stage | undefined>();
  #done = 0;
  #failed = 0;
  /** Lines of the block that stand on the terminal now. */
  #shown = 0;

  constructor(terminal: Terminal, names: readonly string[]) {
    this.#terminal = terminal;
    this.#names = names;
  }

  start(index: number): void {
    this.#running.set(index, undefined);
    this.#draw();
  }

  stage(index: number, stage: Stage): void {
    this.#running.set(index, stage);
    this.#draw();
  }

  /** A report is done: `tell` prints what there is to say of it, and then comes its line. */
  async finish(index: number, outcome: Outcome<object>, tell: () => Promise<void>): Promise<void> {
    this.#running.delete(index);
    this.#done += 1;
    if (!outcome.result) this.#failed += 1;
    const place = `[${String(this.#done)}/${String(this.#names.length)}]`;
    this.#erase();
    await tell();
    this.#terminal.error(`${place} ${this.#names[index] ?? ''}  ${this.#came(outcome)}\n`);
    this.#draw();
  }

  #came({ result, diagnostics, seconds }: Outcome<object>): string {
    const count = (severity: string): string =>
      String(diagnostics.filter((one) => one.severity === severity).length);
    const time = seconds.toFixed(1);
    const zh = this.#terminal.language === 'zh';
    if (!result)
      return zh
        ? `未编制，${count('error')} 处错误，${time} 秒`
        : `not built, ${count('error')} errors, ${time} s`;
    const isUnchanged = 'unchanged' in result && result.unchanged === true;
    const built = zh ? (isUnchanged ? '未变' : '完成') : isUnchanged ? 'unchanged' : 'built';
    return zh
      ? `${built}，${count('warning')} 处警告，${time} 秒`
      : `${built}, ${count('warning')} warnings, ${time} s`;
  }

  #draw(): void {
    const { interactive, language, error } = this.#terminal;
    if (!interactive) return;
    this.#erase();
    if (this.#running.size === 0) return;
    const zh = language === 'zh';
    const lines = [...this.#running].map(
      ([index, stage]) => `… ${this.#names[index] ?? ''}  ${stage ? stageNames[stage][language] : ''}`,
    );
    const total = String(this.#names.length);
    lines.push(
      zh
        ? `  ${String(this.#done)}/${total}，失败 ${String(this.#failed)}`
        : `  ${String(this.#done)}/${total}, ${String(this.#failed)} failed`,
    );
    error(lines.map((line) => `${line}\n`).join(''));
    this.#shown = lines.length;
  }

  #erase(): void {
    if (this.#shown > 0) this.#terminal.error(`\u001b[${String(this.#shown)}A\u001b[J`);
    this.#shown = 0;
  }
}
