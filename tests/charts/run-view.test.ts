import { describe, expect, it } from 'vitest';
import { runView } from '../../src/charts/run-view.ts';
import { chartTheme } from '../../src/charts/theme.ts';
import { chartRequest, labelledBars, row, tokens } from './chart-request.ts';

const config = chartTheme(tokens);
const bar = { mark: 'bar' };

/** The second line of defence: what happens to addresses when nobody has looked through the spec. */
describe('an outside address reaching Vega', () => {
  it.each([
    ['as data of a layer', { layer: [bar, { ...bar, data: { url: 'package.json' } }] }, 'package.json'],
    [
      'as a table to look up',
      { layer: [bar], transform: [lookup('file:///etc/passwd')] },
      'file:///etc/passwd',
    ],
    [
      'as a picture',
      { layer: [bar, { mark: { type: 'image', url: 'https://example.org/a.png' } }] },
      'https://example.org/a.png',
    ],
    [
      'as a link',
      { layer: [{ ...bar, encoding: { href: { value: 'https://example.org/' } } }] },
      'https://example.org/',
    ],
    [
      'from a row',
      { layer: [{ mark: 'image', encoding: { url: { field: 'figure', type: 'nominal' } } }] },
      'https://example.org/row.png',
    ],
  ])('%s is refused and told', async (_, change, address) => {
    const rows = [row('一', 1, { figure: 'https://example.org/row.png' })];
    const { refused, svg } = await runView(
      chartRequest({ spec: { ...labelledBars, ...change }, rows }),
      config,
    );
    expect(refused).toContain(address);
    expect(svg ?? '').not.toMatch(/example\.org|root:|devDependencies/);
  });

  it('is not there in an ordinary chart', async () => {
    const run = await runView(chartRequest(), config);
    expect(run.refused).toEqual([]);
    expect(run.problems).toEqual([]);
    expect(run.svg).toContain('<svg');
  });
});

it('interprets expressions: none becomes code', async () => {
  const spec = {
    ...labelledBars,
    transform: [{ calculate: "event.constructor('return process')()", as: 'y' }],
  };
  const { svg, problems } = await runView(chartRequest({ spec }), config);
  expect(svg).toBeUndefined();
  expect(problems.map(({ severity }) => severity)).toContain('error');
});

function lookup(url: string): unknown {
  return { lookup: 'label', from: { data: { url }, key: 'label', fields: ['z'] } };
}
