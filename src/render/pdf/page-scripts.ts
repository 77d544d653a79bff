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

/** Give every marked element an id and an unseen link to it, or take both away again. */
export function showMarks(shown: boolean): string {
  return shown
    ? `(() => {
    const links = document.createElement('div');
    links.id = '${markPrefix}links';
    links.style.display = 'none';
    for (const element of document.querySelectorAll('[data-mark]')) {
      element.id = '${markPrefix}' + element.dataset.mark;
      links.append(document.createElement('a'));
      links.lastChild.href = '#' + element.id;
    }
    document.body.append(links);
  })()`
    : `(() => {
    document.getElementById('${markPrefix}links').remove();
    for (const element of document.querySelectorAll('[data-mark]')) element.removeAttribute('id');
  })()`;
}
