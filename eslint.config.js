import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The rooms of `src/` in the order a figure walks them: a room may import from those before it (see CONTRIBUTING.md). */
const order = [
  'diagnostics',
  'cache',
  'fonts',
  'load',
  'validate',
  'derive',
  'check',
  'document',
  'compose',
  'charts',
  'render',
  'audit',
  'make',
  'write',
  'run',
  'reuse',
  'pipeline',
  'verify',
  'readback',
  'batch',
  'doctor',
  'server',
  'cli',
];

/** One room for each outside thing: the folders and files of `src/` that may import it, and last why only those. */
const outside = {
  'node:fs': ['host.ts', 'host', 'Files are read and written through Host.'],
  'node:fs/promises': ['host.ts', 'host', 'Files are read and written through Host.'],
  'fs-native-extensions': ['host', 'Files are read and written through Host.'],
  puppeteer: ['render/pdf', 'Only the PDF renderer drives a browser.'],
  docx: ['render/docx', 'Only the DOCX renderer knows the docx library.'],
  'docx/charts': ['render/docx', 'Only the DOCX renderer knows the docx library.'],
  'docx/layout': ['render/docx', 'Only the DOCX renderer knows the docx library.'],
  vega: ['charts', 'Charts are drawn once, in the draw stage.'],
  'vega-lite': ['charts', 'Charts are drawn once, in the draw stage.'],
  fontkit: ['fonts', 'Fonts are read in one room.'],
  'subset-font': ['fonts', 'Fonts are read in one room.'],
  'pdfjs-dist': ['audit', 'Finished PDFs are read back in the audit stage only.'],
  'pdfjs-dist/build/pdf.min.mjs': ['audit', 'Finished PDFs are read back in the audit stage only.'],
  hono: ['server', 'Only the preview answers requests.'],
  '@hono/node-server': ['server', 'Only the preview answers requests.'],
  chokidar: ['server', 'Only the preview watches files.'],
  handlebars: ['compose', 'Templates run in the compose stage only.'],
};

/** What files at a place in `src/` may not import: later rooms, and outside things that are not theirs. */
function boundaries(place) {
  const later = order.slice(order.indexOf(place.split('/')[0]) + 1);
  const paths = Object.entries(outside)
    .filter(([, owners]) => !owners.slice(0, -1).includes(place))
    .map(([name, owners]) => ({ name, message: owners.at(-1) }));
  const message =
    'Arrows go one way: load → validate → derive → check → compose → charts → render → audit → write.';
  const isRoom = order.includes(place.split('/')[0]) && later.length > 0;
  const patterns = isRoom ? [{ regex: `^(\\.\\./)+(${later.join('|')})[/.]`, message }] : [];
  const files = place.endsWith('.ts') ? `src/${place}` : `src/${place}/**`;
  return { files: [files], rules: { 'no-restricted-imports': ['error', { paths, patterns }] } };
}

const sameBytes = 'The same input must give the same bytes: take dates from the data.';
const undetermined = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: sameBytes },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: sameBytes },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: sameBytes },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    message: 'Name the locale; the machine’s own differs.',
  },
];

const plainScripts = [
  '*.js',
  'bin/*.js',
  'bin/stand-ins/*.cjs',
  'tests/bench/*.js',
  'tests/write/*.js',
  'tests/batch/*.js',
];

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'node_modules/', 'schemas/']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: plainScripts },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-restricted-syntax': ['error', ...undetermined],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...['*.ts', ...order, 'host.ts', 'host', 'render/pdf', 'render/docx'].map(boundaries),
  // Times of files tell what may be cleaned up, and never come into a document.
  { files: ['src/host/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: plainScripts, extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
);
