import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { bundledFaces } from '../../src/fonts/faces.ts';
import { fontFaceCss } from '../../src/fonts/subset.ts';
import { createHost } from '../../src/host.ts';
import { composeReport, examineReport } from '../../src/pipeline.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { fontConfiguration } from '../../src/render/pdf/font-configuration.ts';
import { launch } from '../../src/render/pdf/launch.ts';
import { prepareFonts } from '../../src/render/index.ts';
import { median, print } from './measures.ts';

const rounds = 5;
const host = createHost();

/**
 * How much longer a whole cold build takes than the least it could: node start + browser start + one print of the same
 * HTML. Both are timed as processes, in turn, in one run, so that a slow machine slows both; read the ratio.
 */
export async function coldBuild(period = '2022'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'whitepaper-bench-'));
  try {
    const html = await writePrintHtml(period, folder);
    const launched = await launch(host);
    await launched.instance.close();
    const environment = JSON.stringify({ FONTCONFIG_FILE: await fontConfiguration(host) });
    const command = ['bin/whitepaper.js', 'build', period, '--out', join(folder, 'out')];
    const measured = {
      floor: ['tests/bench/floor.js', launched.path, environment, html],
      'build, PDF alone': [...command, '--format', 'pdf'],
      'build, all formats': command,
    };
    const times = new Map<string, number[]>(Object.keys(measured).map((name) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      for (const [name, args] of Object.entries(measured)) {
        const seconds = await time(args);
        if (round > 0) times.get(name)?.push(seconds); // The first round warms disk caches.
      }
    }
    const floor = median(times.get('floor') ?? []);
    for (const [name, all] of times) {
      const spread = `${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)}`;
      const ratio = (median(all) / floor).toFixed(2);
      print(`${name.padEnd(20)} median ${median(all).toFixed(2)} s (${spread})  ${ratio} × floor`);
    }
    print('\nstages of one build:');
    print(await output(command));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The HTML the PDF is printed from, with its fonts beside it. */
async function writePrintHtml(period: string, folder: string): Promise<string> {
  const diagnostics = new Diagnostics();
  const run = { host, diagnostics, onStage: () => undefined };
  const examined = await examineReport({ period, theme: 'whitepaper', language: 'zh-CN' }, run);
  const document = await composeReport(examined, run);
  const fonts = await prepareFonts(document, examined.inputs.theme, host, diagnostics);
  for (const { id: face } of bundledFaces)
    await writeFile(join(folder, `${face}.ttf`), fonts.files[face] ?? '');
  const file = join(folder, 'report.html');
  const css = fontFaceCss(({ id: face }) => `${face}.ttf`);
  const page = renderHtml(document, examined.inputs.theme, { mode: 'print', fonts: { css } });
  await writeFile(file, page.replace(/<meta http-equiv="content-security-policy"[^>]*>/i, ''));
  return file;
}

async function time(args: string[]): Promise<number> {
  const start = performance.now();
  await output(args);
  return (performance.now() - start) / 1000;
}

function output(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(text);
      else reject(new Error(`${args.join(' ')} ended with ${String(code)}\n${text}`));
    });
  });
}
