import type { Element } from 'hast';
import { h } from 'hastscript';
import { afterAll, expect, test } from 'vitest';
import { createHost } from '../../../src/host.ts';
import { Browser } from '../../../src/render/pdf/browser.ts';
import { lintPages, type Planted } from '../../audit/layout/lint-pages.ts';
import { chapterOf, longTable } from '../sample-long-table.ts';

const browser = new Browser(createHost());
afterAll(() => browser.close());

// Steps of less than a line, so that one of them is bound to end a page in the worst place.
const shifts = [0, 9, 18, 27, 36, 45];
const prose = h('p', '行政机关和司法机关的协作更加紧密，证据互认、线索互移成为常态。'.repeat(18));

/** Room on the first page, in points, down to where the page ends at the shift 0. */
const filler = (height: string) => `#filler { break-before: page; height: calc(${height}); margin: 0 }`;

function contentsOf(...ids: readonly string[]): Element {
  const entries = ids.map((id) =>
    h(
      'li',
      h('a', { href: `#${id}` }, [h('span', { dataPart: 'entry' }, id), h('span', { dataPart: 'page' })]),
    ),
  );
  return h('nav', { dataPart: 'contents', id: 'contents' }, [h('h1', '目录'), h('ol', entries)]);
}

async function codes(planted: Planted): Promise<string[]> {
  return (await lintPages(browser, planted)).map(({ code }) => code);
}

test.each([0, 6, 12, 18, 24])(
  'a source stays with its table, wherever its last page ends: %d',
  async (shift) => {
    const found = await codes({
      blocks: [h('ul', { id: 'filler' }), longTable(44), prose, prose],
      css: `#filler { height: ${250 + shift}pt; margin: 0 }`,
    });
    expect(found).not.toContain('LAYOUT_APART');
  },
);

test.each(shifts)('no line of three stands alone, %d points before the end of a page', async (shift) => {
  const found = await codes({
    blocks: [h('ul', { id: 'filler' }), h('p', `${'一'.repeat(100)}末行`), prose, prose],
    css: filler(`246mm - 72pt + ${shift}pt`),
  });
  expect(found).not.toContain('LAYOUT_WIDOW');
});

test('a chapter that would leave two lines on its last page is set tighter', async () => {
  const sections = Array.from({ length: 8 }, () => [
    h('h2', '（一）受理'),
    h('p', '证据互认，线索互移。'.repeat(9)),
  ]);
  const usual =
    "[data-fit='tight'] { --step: calc(6pt * var(--scale)) !important; line-height: inherit !important }";
  const blocks = [...sections.flat(), h('ul', { id: 'filler' }), h('p', '末段。'.repeat(20))];
  const contents = contentsOf('cases');
  const tree = h(null, contents, chapterOf(blocks));
  // Somewhere within a line of text the last paragraph no longer fits.
  for (let height = 350; height < 450; height += 12) {
    const css = `#filler { height: ${height}pt; margin: 0 }`;
    if (!(await codes({ tree, css: css + usual })).includes('LAYOUT_EMPTY')) continue;
    expect(await codes({ tree, css })).not.toContain('LAYOUT_EMPTY');
    return;
  }
  expect.unreachable('no height leaves the last paragraph alone');
}, 60_000);

test.each(shifts)(
  'a chapter may end at the very foot of a page: page numbers hold, %d points on',
  async (shift) => {
    const first = chapterOf([h('ul', { id: 'filler' }), h('p', '末行。')]);
    const tree = h(null, contentsOf('cases', 'next'), first, chapterOf([prose], 'next', '二、其他'));
    // A number that moved between the prints would be thrown as an error.
    expect(await codes({ tree, css: filler(`246mm - 54pt + ${shift}pt`) })).not.toContain('PAGES_UNSTABLE');
  },
);
