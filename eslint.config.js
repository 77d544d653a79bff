import { defineConfig, globalIgnores } from 'eslint/config';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The stages in the order a figure walks them; an arrow may only point to the left (see CONTRIBUTING.md). */
const stages = ['diagnostics', 'load', 'validate', 'derive', 'check', 'compose', 'charts', 'render', 'audit'];

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

const undetermined = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The same input must give the same bytes: take dates from the data.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The same input must give the same bytes: take dates from the data.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The same input must give the same bytes.' },
  { selector: "CallExpression[callee.property.name=/^toLocale/][arguments.length=0]", message: 'Name the locale; the machine’s own differs.' },
];

const restricted = (paths) => ({ 'no-restricted-imports': ['error', { paths }] });

/** Rules for the files of one room: everything outside that is not its own. */
function roomRules(file) {
  return restricted(rooms.filter((room) => room.only !== file).map((room) => ({ name: room.name, message: room.why })));
}

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'node_modules/', 'schemas/']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'bin/*.js', 'tests/bench/*.js'] }, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [] },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'no-restricted-syntax': ['error', ...undetermined],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/**'], rules: roomRules() },
  ...[...new Set(rooms.map((room) => room.only))].map((file) => ({ files: [file], rules: roomRules(file) })),
  { files: ['*.js', 'bin/*.js', 'tests/bench/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-restricted-imports': 'off', '@typescript-eslint/no-floating-promises': 'off' } },
);
void stages;
