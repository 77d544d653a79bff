import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { drawCharts } from '../../src/charts/draw.ts';
import { createHost } from '../../src/host.ts';
import { chartRequest, diagnostics, host, labelledBars, row, tokens } from '../charts/chart-request.ts';

const secret = 'root:x:0';

/** What is said of a spec, and what is drawn of it. */
async function draw(spec: object): Promise<{ readonly all: readonly Diagnostic[]; readonly svg: string }> {
  const found = diagnostics();
  const read: string[] = [];
  const watched = { ...host, readBytes: (path: string) => (read.push(path), createHost().readBytes(path)) };
  const rows = [row('一', 1), row('二', 2)];
  const drawn = await drawCharts([chartRequest({ spec: { ...spec }, rows })], tokens, watched, found);
  // Faces of the theme, and nothing else.
  expect(read.filter((path) => !path.endsWith('.ttf'))).toEqual([]);
  return { all: found.all, svg: drawn.bars?.svg ?? '' };
}

/** Put a piece of YAML into the ordinary spec. */
const withPiece = (piece: string): object => ({ ...labelledBars, ...(parse(piece) as object) });
const layer = (mark: string): string => `layer: [{ mark: bar }, ${mark}]`;
const calculate = (expression: string): string =>
  `transform: [{ calculate: ${JSON.stringify(expression)}, as: leaked }]\n${layer('{ mark: text, encoding: { text: { field: leaked } } }')}`;

describe('a chart description that reaches for more than its rows', () => {
  it.each([
    'data: { url: "file:///etc/passwd" }',
    'data: { url: "http://leak.invalid/a.json", format: { type: topojson, feature: x } }',
    'datasets: { x: [] }',
    'transform: [{ lookup: label, from: { data: { url: "file:///etc/passwd" }, key: x, fields: [y] } }]',
    layer('{ data: { url: "/etc/passwd", format: { type: csv } }, mark: geoshape }'),
    layer('{ data: { sphere: true }, mark: geoshape }'),
    layer('{ mark: { type: image, url: "http://leak.invalid/a.png" } }'),
    layer('{ mark: image, encoding: { url: { value: "file:///etc/passwd" } } }'),
    layer('{ mark: { type: bar, href: "javascript:x" } }'),
    layer('{ mark: bar, encoding: { href: { value: "javascript:x" } } }'),
    layer('{ mark: bar, encoding: { href: { field: label } } }'),
    'config: { mark: { href: "http://leak.invalid" } }',
    'config: { image: { url: "http://leak.invalid/a.png" } }',
    'config: { style: { label: { href: "http://leak.invalid" } } }',
    'usermeta: { embedOptions: { loader: { url: "http://leak.invalid" } } }',
    'params: [{ name: p, expr: "1", bind: { url: "x" } }]',
  ])('is refused: %s', async (piece) => {
    const { all, svg } = await draw(withPiece(piece));
    expect(all.map(({ code, severity, file, line }) => [code, severity, file, line])).toContainEqual(['CHART_DATA', 'error', 'templates/charts/bars.vl.yaml', 12]); // prettier-ignore
    expect(svg).toBe('');
  });

  it.each([
    calculate("toString.constructor('return process')()"),
    calculate("constructor.constructor('return process')()"),
    calculate("datum.constructor.constructor('return process.env.PATH')()"),
    calculate("datum['constructor']['constructor']('return process')()"),
    calculate("event.constructor('return process')()"),
    calculate("(function(){return process})()"),
    calculate("`${process.env.PATH}`"),
    calculate("Function('return process')()"),
    calculate("eval('process')"),
    calculate("import('node:fs')"),
    calculate("require('fs')"),
    calculate("globalThis.process"),
    calculate("new Date()"),
    calculate("datum.value = 5"),
    calculate("loadURL('file:///etc/passwd')"),
    calculate("data('rows')"),
    '"__proto__": { polluted: true }\nconstructor: { prototype: { polluted: true } }',
    'transform: [{ filter: "Function(1)" }]',
    'transform: [{ filter: { field: label, equal: { expr: "eval(1)" } } }]',
    'params: [{ name: p, expr: "Function(1)" }]',
    'params: [{ name: p, value: 1, bind: { input: text } }]',
    'params: [{ name: p, select: point }]',
    layer('{ mark: { type: bar, tooltip: { expr: "Function(1)" } } }'),
    layer('{ mark: { type: bar, width: { signal: "Function(1)" } } }'),
    layer('{ mark: { type: bar, width: { expr: "Function(1)" } } }'),
    layer('{ mark: bar, encoding: { color: { condition: { test: "Function(1)", value: red }, value: blue } } }'),
    layer('{ mark: rule, encoding: { x: { field: value, type: quantitative, axis: { labelExpr: "Function(1)" } } } }'),
    'title: { text: { expr: "Function(1)" } }',
    'title: { text: { signal: "Function(1)" } }',
    'config: { axis: { labelFont: { expr: "Function(1)" } } }',
    'height: { signal: "Function(1)" }',
    layer('{ mark: { type: text, format: "x(process)" }, encoding: { text: { field: value, format: "${process}" } } }'),
    layer('{ mark: text, encoding: { text: { field: label, timeUnit: year, format: "constructor(1)" } } }'),
    layer('{ mark: text, encoding: { text: { field: value, format: "x", formatType: "constructor" } } }'),
    layer('{ mark: text, encoding: { text: { field: value, formatType: "eval" } } }'),
  ])('is refused, or drawn as if it did not: %s', async (piece) => {
    const { all, svg } = await draw(withPiece(piece));
    for (const { file, line } of all) expect([file, line]).toEqual(['templates/charts/bars.vl.yaml', 12]);
    expect(svg).not.toMatch(/href|<image|<script|url\((?!#)|process|native code/);
    expect(svg).not.toContain(secret);
    expect(svg).not.toContain(process.env.PATH ?? secret);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }); // prettier-ignore
});
