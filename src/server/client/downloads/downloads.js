import { make } from '../element.js';
import { words as wordsOf } from './words.js';

/** @type {readonly ('docx' | 'pdf' | 'html')[]} */
const formats = ['docx', 'pdf', 'html'];

/**
 * The report as files, at any moment: a menu in the bar.
 *
 * @param {import('../app.js').App} app
 */
export function install(app) {
  const words = app.words(wordsOf);
  const said = make('p', 'download-status');
  said.setAttribute('role', 'status');
  const links = formats.map((format) => {
    const link = make('a', 'download', words.format[format]);
    // A real link, so that it can be opened as any other; a click waits for the file here and can say what is wrong.
    link.href = app.url(`document.${format}`);
    link.download = '';
    link.dataset.format = format;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void fetchFile(format, link.href);
    });
    return make('li', '', link);
  });
  const summary = make('summary', 'download-button', words.title);
  const menu = make(
    'details',
    'downloads',
    summary,
    make('ul', 'download-menu', ...links, make('li', '', said)),
  );
  app.shell.addAction(menu);

  app.on('state', describe);
  describe();
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });

  function describe() {
    const { page = 0, failed = false } = app.state ?? {};
    const text = failed ? words.lastGood : words.newest;
    said.textContent = page === 0 ? words.none : text;
    said.dataset.tone = failed && page > 0 ? 'warning' : 'quiet';
    menu.dataset.stale = String(failed && page > 0);
    summary.title = said.textContent;
  }

  /**
   * @param {string} format
   * @param {string} address
   */
  async function fetchFile(format, address) {
    said.textContent = words.making;
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(await reasonOf(response));
      save(await response.blob(), nameIn(response) ?? `report.${format}`);
      describe();
      menu.open = false;
    } catch (error) {
      said.textContent = words.failed + /** @type {Error} */ (error).message;
      said.dataset.tone = 'warning';
    }
  }
}

/** @param {Response} response */
async function reasonOf(response) {
  if (response.status !== 422 && response.status !== 409) return (await response.text()).trim();
  /** @type {unknown} */
  const answer = await response.json();
  const { problems } = /** @type {{ problems: readonly { message: string }[] }} */ (answer);
  return problems.map(({ message }) => message).join('；');
}

/** @param {Response} response */
function nameIn(response) {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
}

/**
 * @param {Blob} file
 * @param {string} name
 */
function save(file, name) {
  const link = make('a', '');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Safari begins to read only after the click has been dealt with.
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
