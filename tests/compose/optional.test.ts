import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { placeOf, runChanged } from '../examine-project.ts';

const file = 'data/xiamen/2022.yaml';
const chart = 'templates/charts/court-cases.vl.yaml';

describe('a chart for regions with different data', () => {
  it('says the first of its messages that the data allow', async () => {
    const missing = '{{figure "services.agency.patent_agencies"}}';
    const { composed, diagnostics } = await runChanged((copy) =>
      copy.edit(chart, "- '法院审结的知识产权案件中，", `- '${missing}`),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = toString(composed!.document.tree);
    expect(text).toContain('法院受理知识产权案件5457件，审结5094件');
    expect(text).not.toContain('以调解或撤诉结案');
  });

  it('still reports a message that is wrong and not merely without data', async () => {
    const { diagnostics, read } = await runChanged((copy) =>
      copy.edit(chart, "- '法院审结的知识产权案件中，", `- '{{figur "x"}}`),
    );
    const [error] = diagnostics.filter(({ code }) => code === 'TEMPLATE_HELPER');
    expect(error?.file).toBe(chart);
    expect(`${String(error?.line)}:${String(error?.column)}`).toBe(placeOf(read(chart), '{{figur "x"}}'));
  });

  it('is left out, and its figures with it, where too few of its rows have data', async () => {
    const { composed, diagnostics } = await runChanged((copy) =>
      copy.edit(chart, 'minimum: 2', 'minimum: 4'),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(composed!.requests.map((request) => request.chart)).not.toContain('court-cases');
    expect(composed!.requests.map((request) => request.chart)).toContain('admin-cases');
  });
});

describe('what a data file adds to the templates', () => {
  it('prints its blocks at the end of their chapter, numbered like the rest', async () => {
    const { composed, diagnostics } = await runChanged((copy) =>
      copy.edit(
        file,
        'narrative:\n',
        'blocks:\n  services:\n    - title: 网络服务\n      text: 年内服务{{figure "services.hosting.firms"}}。\nnarrative:\n',
      ),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = toString(composed!.document.tree);
    expect(text).toContain('（四）网络服务年内服务1419家。');
  });

  it('takes the cards of the year from the data, and never drops one without a word', async () => {
    const { diagnostics, read } = await runChanged((copy) =>
      copy.edit(file, '- indicator: services.hosting.firms', '- indicator: services.hosting.frims'),
    );
    const [error] = diagnostics.filter(({ code }) => code === 'INDICATOR_UNKNOWN');
    expect(error?.hint).toContain('services.hosting.firms');
    expect(`${String(error?.line)}:${String(error?.column)}`).toBe(
      placeOf(read(file), 'services.hosting.frims'),
    );
  });
});
