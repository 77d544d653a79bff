import { examineMachine } from '../doctor/examine-machine.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { printAnswer } from './print-answer.ts';
import type { Terminal } from './terminal.ts';

const signs = { ok: ['✓', 32], warning: ['!', 33], failure: ['✗', 31] } as const;

/** `npm run doctor`: what this machine has and lacks for building, and how to get it. With 1 no build can work. */
export const doctor: Command = async ({ out, theme, json }, host, terminal) => {
  const findings = await examineMachine({ host, out, theme }, (finding) => {
    if (!json) terminal.out(line(finding, terminal));
  });
  const count = (state: Finding['state']): number =>
    findings.filter((finding) => finding.state === state).length;
  const exitCode = count('failure') === 0 ? exitCodes.ok : exitCodes.input;
  if (json) {
    const { language } = terminal;
    const told = findings.map(({ id, state, says, todo, facts }) => {
      return { id, state, message: says[language], hint: todo?.[language] ?? null, facts: facts ?? {} };
    });
    printAnswer(exitCode, { findings: told }, terminal);
  } else terminal.out(summary(count('failure'), count('warning'), terminal));
  return exitCode;
};

function line({ state, says, todo }: Finding, { language, interactive }: Terminal): string {
  const [sign, color] = signs[state];
  const mark = interactive ? `\u001b[${String(color)}m${sign}\u001b[0m` : sign;
  const advice = state === 'ok' || todo === undefined ? '' : `  → ${todo[language]}\n`;
  return `${mark} ${says[language]}\n${advice}`;
}

function summary(failures: number, warnings: number, { language }: Terminal): string {
  const zh = language === 'zh';
  if (failures > 0)
    return zh
      ? `\n有 ${String(failures)} 处缺失，解决后才能编制。\n`
      : `\n${String(failures)} to mend before anything can be built.\n`;
  if (warnings > 0)
    return zh
      ? `\n可以编制，有 ${String(warnings)} 处要留意。\n`
      : `\nReady to build; ${String(warnings)} to bear in mind.\n`;
  return zh ? '\n一切就绪。\n' : '\nAll is well.\n';
}
