// Puts what `tsc` made of src/, and of the packages what it uses, into one script, and keeps beside it what the engine
// compiled of that: to find, read and compile a thousand files is a fifth of a cold build. Part of `npm run prepare`.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, encoding, loadBundle, parameters, titled } from './load-bundle.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const standIn = (name) => join(root, 'bin', 'stand-ins', `${name}.cjs`);

/** What stays in its package: native code, what has files beside it, and what never runs here. */
const external = [
  ...['@resvg/resvg-js', '@sparticuz/chromium', 'tar-fs', '*/cli/preview.js'],
  ...['chromium-bidi', 'typescript', 'yargs'],
];

/** Parts of packages that take long to load and are not needed. */
const alias = {
  'brotli/decompress.js': standIn('brotli'),
  fontverter: standIn('fontverter'),
  'proxy-agent': standIn('proxy-agent'),
  'tiny-inflate': standIn('tiny-inflate'),
  'vega-canvas': standIn('vega-canvas'),
};

/** Every module keeps the address by which it finds what lies beside it. */
const addresses = {
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const from = JSON.stringify(relative(dirname(bundle), path).split(sep).join('/'));
      return { contents: text.replaceAll('import.meta.url', `__address(${from})`), loader: 'js' };
    });
  },
};

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { Diagnostics } from './dist/diagnostics/diagnostic.js';
      import { createHost } from './dist/host.js';
      import { listReports } from './dist/load/list-reports.js';
      export { run } from './dist/cli/run.js';
      export const reports = () => listReports(createHost(), new Diagnostics());
      export const start = () => import('./dist/cli/main.js');
      export const threads = {
        'make/thread.js': () => import('./dist/make/thread.js'),
        'batch/build-thread.js': () => import('./dist/batch/build-thread.js'),
      };
    `,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  define: { 'import.meta.resolve': '__resolve' },
  external,
  alias,
  plugins: [addresses],
  logLevel: 'error',
});
// One stands in a text, and is for a thread.
const script = (outputFiles[0]?.text ?? '')
  .replace(/(?<!`)\bimport\(/g, '__import(')
  // esbuild escapes all but what stands in regular expressions.
  .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const name = createHash('sha256').update(script).digest('hex').slice(0, 16);
for (const old of readdirSync(dirname(bundle)))
  if (old.startsWith(`${basename(bundle)}.`)) rmSync(join(dirname(bundle), old));
// Nobody who starts meanwhile finds half of it.
writeFileSync(`${bundle}.new`, titled(name, `(function(${parameters}){${script}\n})`), encoding);
renameSync(`${bundle}.new`, bundle);

// What is compiled is what has run: all of a build but what needs a browser.
const { reports, run, keepCompiled } = loadBundle();
const silent = { out: () => undefined, error: () => undefined, interactive: false, language: 'en' };
const folder = mkdtempSync(join(tmpdir(), 'whitepaper-'));
try {
  const [report] = await reports();
  const { region = '', period = '' } = report ?? {};
  await run(['build', period, '--region', region, '--format', 'html', '--no-cache', '--out', folder], silent);
} finally {
  rmSync(folder, { recursive: true, force: true });
  keepCompiled();
}
