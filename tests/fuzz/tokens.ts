/** Where a word, number or name of a text begins and ends. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** Words, numbers, names with dots, quoted texts and calls. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/"[^"\n]*"|\{\{[^}\n]*\}\}|[\w.\-]+|\p{sc=Han}+|[<>{}[\]:,#/|]/gu)].map(
    ({ index, 0: found }) => ({ start: index, end: index + found.length }),
  );
}

const prototypes = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];
const numbers = [
  '0', '-1', '-0', '1e308', '1e999', '99999999999999999999999999999999', '0.1e-400', '.nan', '.inf', '-.inf', '0x7fffffff', '0o777',
  '1_000', '9007199254740993', '1.0000000000000000000000000000001', '2022-02-31', '12:30:45', '1.2.3', '１２３',
]; // prettier-ignore
const texts = [
  '""', "''", '" "', '~', 'null', 'true', 'no', 'x', '<b>x</b>', '<script>alert(1)</script>', '</data>', '&lt;', '&#0;', ']]>', '<!--', '%PDF', '../..',
  '../../etc/passwd', '/dev/zero', 'a\u202eb', '\u0001', '\uFFFE', '🏴', 'ﷺ', '{{', '}}', '{{{', '{{}}', '{{figure}}', '{{figure "x"}}',
  '{{figure "creation.patent.granted.invention" period="1999"}}', '{{figure constructor}}', '{{literal "1"}}', '{{note "{{note \'x\'}}"}}', '{{claim "x" "y"}}',
  '{{growth "creation.patent.granted.invention"}}', '{{cite "x"}}', '{{#if x}}', '{{/if}}', '{{else}}', '{{!--', '\\{{x}}',
]; // prettier-ignore
const yaml = [
  '&a', '*a', '&a x', '<<: *a', '<<: {a: 1}', '!!binary aGk=', '!!js/function "x"', '!!set {a, b}', '!!timestamp 2020-01-01', '!!omap [a: 1]', '!<tag:x> y',
  '? a', '? [a, b]', '- - -', '{a: {b: {c: 1}}}', '[[[[]]]]', '|', '>-', '|+9', '...', '---', '%YAML 1.1', '# x', '{}', '[]', 'a: b: c', '"a\\x00b"', '@x', '`x`',
]; // prettier-ignore
const templates = [
  '{{> card}}', '{{> sections/creation}}', '{{> (lookup . "x")}}', '{{#> card}}x{{/card}}', '{{> @partial-block}}', '{{#*inline "x"}}y{{/inline}}', '{{* x}}',
  '{{@root}}', '{{this}}', '{{..}}', '{{../../..}}', '{{lookup this "constructor"}}', '{{#each this}}{{this}}{{/each}}', '{{#each targets as |a b|}}{{a}}{{/each}}',
  '{{#with report}}{{title}}{{/with}}', '{{#unless}}{{/unless}}', '{{log 1}}', '{{helperMissing}}', '{{blockHelperMissing}}', '{{constructor}}', '{{report.constructor}}',
  '{{report.__proto__.x}}', '{{#table id="x" title="y" columns="a,b" unit="z"}}', '{{/table}}', '{{chart "patent-grants"}}', '{{ref "chart:x"}}', '{{#each (list "x")}}',
  '{{/each}}', '{{#each (figures)}}', '{{printed this}}', '{{date this}}', '{{names this}}', '{{paragraphs this}}', '{{text this}}', '{{t}}', '{{has}}', '{{(figure "x")}}',
  '<p>', '</p>', '<section data-part="chapter" id="x">', '</section>', '<h1>', '<iframe src="file:///etc/passwd">', '<svg onload=x>', '<table>', '</td>', '<tr>',
  '<data value="1">', '<template>', '<plaintext>', '<a href="javascript:x">', '<figure data-chart="x">', ' id="x"', ' data-part="x"', ' style="x"', ' colspan="0"',
]; // prettier-ignore
const charts = [
  'data: { url: "file:///etc/passwd" }', 'data: { values: [1] }', 'transform: [{ calculate: "window", as: x }]', 'transform: [{ filter: "constructor" }]',
  'transform: [{ calculate: "datum.constructor.constructor(\'x\')()", as: x }]', 'transform: [{ window: [{ op: rank, as: x }] }]',
  'params: [{ name: x, select: point }]', 'mark: image', 'mark: { type: image, url: "http://127.0.0.1:1/x" }', 'href: { value: "javascript:x" }', 'repeat: [a]', 'facet: { field: x }',
  'scale: { type: log }', 'scale: { domain: [0, 0] }', 'scale: { range: [] }', 'aggregate: mean', 'bin: true', 'timeUnit: year', 'sort: { field: x }', 'stack: normalize',
  'height: { step: 1e9 }', 'height: -1', 'width: .nan', 'format: "~%"', 'axis: { values: [1e99] }', 'axis: { labelExpr: "x(" }', 'axis: { tickCount: 1e9 }', 'config: {}',
  'projection: { type: mercator }', 'datum: 1', 'usermeta: { x: y }', '$schema: "http://127.0.0.1:1/"', 'transform: [{ sequence: { start: 0, stop: 1e9, step: 1e-9 } }]',
]; // prettier-ignore
const styles = ['@import "http://127.0.0.1:1/x";', 'url(file:///etc/passwd)', '}', '{', '/*', '</style><script>x</script>', '\\', '@font-face{src:url(http://127.0.0.1:1)}']; // prettier-ignore

/** What no officer types, by the kind of file. */
export function nasty(file: string): readonly string[] {
  const common = [...prototypes, ...texts];
  if (file.endsWith('.hbs')) return [...common, ...templates];
  if (file.endsWith('.css')) return [...common, ...styles];
  if (file.startsWith('templates/charts/')) return [...common, ...numbers, ...yaml, ...charts];
  return [...common, ...numbers, ...yaml];
}
