import type { Finding, Patient, Probe } from './finding.ts';

/**
 * What is looked at, in the order it is told. Each is loaded when its turn comes: on a broken machine what one of them needs may not
 * be there to load.
 */
const probes: Readonly<Record<string, () => Promise<Probe>>> = {
  node: async () => (await import('./probes/node.ts')).node,
  packages: async () => (await import('./probes/packages.ts')).packages,
  browser: async () => (await import('./probes/browser.ts')).browser,
  fonts: async () => (await import('./probes/fonts.ts')).fonts,
  folders: async () => (await import('./probes/folders.ts')).folders,
  exchange: async () => (await import('./probes/exchange.ts')).exchange,
  memory: async () => (await import('./probes/memory.ts')).memory,
  terminal: async () => (await import('./probes/terminal.ts')).terminal,
};

/** Look at all of the machine; `told` hears of each finding as it is made. Never throws for what the machine is like. */
export async function examineMachine(patient: Patient, told: (finding: Finding) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [id, load] of Object.entries(probes)) {
    for (const finding of await examine(id, load, patient)) {
      findings.push(finding);
      told(finding);
    }
  }
  return findings;
}

async function examine(id: string, load: () => Promise<Probe>, patient: Patient): Promise<Finding[]> {
  try {
    return await (
      await load()
    )(patient);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    const says = { zh: `${id}：无法检查（${reason}）`, en: `${id}: cannot be examined (${reason})` };
    const todo = {
      zh: '先解决上面各项；仍不行，重新运行 npm ci',
      en: 'Mend what stands above first; if it remains, run npm ci again',
    };
    return [{ id, state: 'failure', says, todo }];
  }
}
