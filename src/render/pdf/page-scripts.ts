// Run in the page, in our own world: the page's scripts stay off. Source text, since no DOM types are loaded here.

/** Write the page numbers into the contents, the references and the index, which names a page once. */
export function fillPageNumbers(pageOf: Readonly<Record<string, string>>): string {
  return `(() => {
    const pageOf = new Map(${JSON.stringify(Object.entries(pageOf))});
    for (const place of document.querySelectorAll('a[href^="#"] [data-part="page"]')) {
      place.textContent = pageOf.get(place.closest('a').getAttribute('href').slice(1)) ?? '';
    }
    for (const entry of document.querySelectorAll('[data-part="index-entry"]')) {
      const seen = new Set();
      for (const place of entry.querySelectorAll('[data-part="place"]')) {
        const number = place.querySelector('[data-part="page"]').textContent;
        place.hidden = seen.has(number);
        seen.add(number);
      }
    }
  })()`;
}

/** Ids of marked elements begin so while they have one. */
export const markPrefix = 'mark-';

/** Ids of the rows of tables that may be continued begin so, while they have one. */
export const rowPrefix = `${markPrefix}row-`;

const rows = `document.querySelectorAll('figure[data-continued] tbody > tr')`;

/** Ids of the ends of sections begin so while they are marked; the section's own id follows. */
export const endPrefix = `${markPrefix}end-`;

/** Ids of what stands first below such a table begin so while it is marked. */
export const belowPrefix = `${markPrefix}below-`;

const inline = 'a, br, data, em, span, strong, sup, svg, time';

/**
 * Give every marked element and row an id and an unseen link to it, every section one at its end, or take all away again. Meanwhile
 * nothing is painted: everything lies where it lay, and a print takes half the time.
 */
export function showMarks(shown: boolean): string {
  return shown
    ? `(() => {
    const links = document.createElement('div');
    links.id = '${markPrefix}links';
    links.style.display = 'none';
    const lend = (element, id) => {
      element.id = id;
      links.append(document.createElement('a'));
      links.lastChild.href = '#' + id;
    };
    for (const element of document.querySelectorAll('[data-mark]'))
      lend(element, '${markPrefix}' + element.dataset.mark);
    for (const [index, row] of ${rows}.entries()) lend(row, '${rowPrefix}' + index);
    for (const [index, figure] of document.querySelectorAll('figure[data-continued]').entries()) {
      const below = figure.querySelector(':scope > p');
      if (!below) continue;
      below.prepend(document.createElement('span'));
      below.firstChild.dataset.end = '';
      lend(below.firstChild, '${belowPrefix}' + index);
    }
    // In the last line, not behind it: on a full page that would be the next one.
    for (const section of document.querySelectorAll('main > [id]')) {
      let last = section;
      while (last.lastElementChild && !last.lastElementChild.matches('${inline}')) last = last.lastElementChild;
      last.append(document.createElement('span'));
      last.lastChild.dataset.end = '';
      lend(last.lastChild, '${endPrefix}' + section.id);
    }
    links.append(document.createElement('style'));
    links.lastChild.textContent = '* { visibility: hidden !important }';
    document.body.append(links);
  })()`
    : `(() => {
    document.getElementById('${markPrefix}links').remove();
    for (const element of document.querySelectorAll('[data-mark]')) element.removeAttribute('id');
    for (const row of ${rows}) row.removeAttribute('id');
    for (const end of document.querySelectorAll('[data-end]')) end.remove();
  })()`;
}

/** The row of a table that stands first on a page the table runs on to. */
export interface ContinuedRow {
  /** Counted from 0 through all tables that may be continued. */
  readonly row: number;
  /** How far it stands below the top of the type area, which is how high the head over it is, in points. */
  readonly below: number;
}

/** Write into each of these rows what stands over the head of its page, and take out what an earlier call wrote. */
export function continueTables(continued: readonly ContinuedRow[]): string {
  return `(() => {
    for (const old of document.querySelectorAll('[data-part="continuation"]')) old.remove();
    const rows = ${rows};
    for (const { row, below } of ${JSON.stringify(continued)}) {
      const figure = rows[row].closest('figure');
      const words = document.createElement('span');
      words.dataset.part = 'continuation';
      words.setAttribute('aria-hidden', 'true');
      words.style.setProperty('--head', below + 'pt');
      words.append(document.createElement('span'));
      words.lastChild.textContent = figure.dataset.continued;
      const unit = figure.querySelector('figcaption > [data-part="unit"]');
      if (unit) words.append(unit.cloneNode(true));
      rows[row].cells[0].append(words);
    }
  })()`;
}

/** In which table each row of those that may be continued stands: numbers that differ from table to table. */
export const tablesOfRows = `(() => {
  const tables = [...document.querySelectorAll('figure[data-continued]')];
  return Array.from(${rows}, (row) => tables.indexOf(row.closest('figure')));
})()`;

/** Begin a page with each of these rows. */
export function breakBefore(given: readonly number[]): string {
  return `(() => {
    const rows = ${rows};
    for (const row of ${JSON.stringify(given)}) rows[row].style.breakBefore = 'page';
  })()`;
}

/** Set these sections tighter and all others as usual; what that means is for the style sheet. */
export function fitSections(ids: readonly string[]): string {
  return `(() => {
    const tight = new Set(${JSON.stringify(ids)});
    for (const section of document.querySelectorAll('main > [id]'))
      if (tight.has(section.id)) section.dataset.fit = 'tight';
      else delete section.dataset.fit;
  })()`;
}
