import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The rooms of `src/` in the order a figure walks them: a room may import from those before it (see CONTRIBUTING.md). */
const order = [
  'diagnostics',
  'fonts',
  'load',
  'validate',
  'derive',
  'check',
  'document',
  'compose',
  'charts',
  'render',
  'write',
  'server',
  'cli',
];

const arrows = order.slice(0, -1).map((room, index) => ({
  target: `./src/${room}`,
  from: order.slice(index + 1).map((later) => `./src/${later}`),
  message: 'Arrows go one way: load → validate → derive → check → compose → charts → render → write.',
}));

/** One room for each outside thing. */
const rooms = [
  { name: 'node:fs', only: 'src/host.ts', why: 'Files are read and written through Host.' },
  { name: 'node:fs/promises', only: 'src/host.ts', why: 'Files are read and written through Host.' },
  { name: 'puppeteer', only: 'src/render/pdf/**', why: 'Only the PDF renderer drives a browser.' },
  { name: 'docx', only: 'src/render/docx/**', why: 'Only the DOCX renderer knows the docx library.' },
  { name: 'docx/charts', only: 'src/render/docx/**', why: 'Only the DOCX renderer knows the docx library.' },
  { name: 'docx/layout', only: 'src/render/docx/**', why: 'Only the DOCX renderer knows the docx library.' },
  { name: 'vega', only: 'src/charts/**', why: 'Charts are drawn once, in the draw stage.' },
  { name: 'vega-lite', only: 'src/charts/**', why: 'Charts are drawn once, in the draw stage.' },
  { name: 'fontkit', only: 'src/fonts/**', why: 'Fonts are read in one room.' },
  { name: 'subset-font', only: 'src/fonts/**', why: 'Fonts are read in one room.' },
  { name: 'handlebars', only: 'src/compose/**', why: 'Templates run in the compose stage only.' },
];

/** Rules for the files of one room: everything outside that is not its own. */
function roomRules(files) {
  const paths = rooms.filter((room) => room.only !== files).map(({ name, why }) => ({ name, message: why }));
  return { 'no-restricted-imports': ['error', { paths }] };
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

const plainScripts = ['*.js', 'bin/*.js', 'tests/bench/*.js'];

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
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js'] })] },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: arrows }],
      'no-restricted-syntax': ['error', ...undetermined],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**'], rules: roomRules() },
  ...[...new Set(rooms.map((room) => room.only))].map((files) => ({ files: [files], rules: roomRules(files) })),
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
