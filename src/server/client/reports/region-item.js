import { make } from '../element.js';

/**
 * See `ReportList` in ../../report-list.ts.
 *
 * @typedef {object} ReportList
 * @property {readonly Region[]} regions
 * @property {Readonly<Record<string, string>>} themes
 * @property {Readonly<Record<string, string>>} languages
 *
 * @typedef {object} Region
 * @property {string} id
 * @property {string} name
 * @property {readonly Report[]} reports
 *
 * @typedef {object} Report
 * @property {string} period
 * @property {string} [title]
 * @property {readonly Edition[]} editions
 *
 * @typedef {object} Edition
 * @property {string} theme
 * @property {string} language
 * @property {string} address
 */

/**
 * The reports of one region. All that is said may come from a data file, so it is set as text and never as markup.
 *
 * @param {Region} region
 * @param {ReportList} list
 * @param {typeof import('./words.js').words.zh} words
 * @param {(address: string) => string} toLink
 * @returns {HTMLElement}
 */
export function regionItem({ id, name, reports }, list, words, toLink) {
  const items = make('ul', 'region-reports', ...reports.map((report) => reportItem(report)));
  const region = make('section', 'region', make('h3', 'region-name', name), items);
  region.dataset.region = id;
  return region;

  /** @param {Report} report */
  function reportItem({ period, title, editions }) {
    const item = make('li', 'report');
    const same = editions.find(hasLookOfPage) ?? editions[0];
    const what = make('a', 'report-link', make('strong', '', period), ` ${title ?? words.unreadable}`);
    if (same) what.href = toLink(same.address);
    if (title === undefined) what.dataset.unreadable = '';
    if (editions.some(({ address }) => address === location.pathname)) item.dataset.current = '';
    item.append(what);
    if (editions.length > 1) {
      const links = make(
        'ul',
        'editions',
        ...editions.map((edition) => make('li', '', editionLink(edition))),
      );
      links.setAttribute('aria-label', words.editions);
      item.append(links);
    }
    return item;
  }

  /** @param {Edition} edition */
  function editionLink({ theme, language, address }) {
    // The language only where there is a choice of it.
    const names = [list.themes[theme], Object.keys(list.languages).length > 1 && list.languages[language]];
    const link = make('a', 'edition', names.filter(Boolean).join(' · '));
    link.href = toLink(address);
    if (address === location.pathname) link.setAttribute('aria-current', 'page');
    return link;
  }
}

/**
 * Whether an edition has the theme and language of the one that is open.
 *
 * @param {Edition} edition
 */
function hasLookOfPage({ theme, language }) {
  return location.pathname.endsWith(`/${theme}/${language}/`);
}
