/** Milliseconds the pointer rests on a figure before anything is shown of it. */
const rest = 250;

/**
 * What the reader does with figures of the draft: `onRest` with the one the pointer rests on, or none any more; `onPick` with
 * the one clicked. A figure in a link is the link's. The page's own tooltips, which would cover what is shown, are put
 * aside while the pointer is on a figure.
 *
 * @param {import('../app.js').App} app
 * @param {{ onRest: (element: HTMLElement | undefined) => void, onPick: (element: HTMLElement) => void }} listeners
 */
export function followPointer(app, { onRest, onPick }) {
  /** @type {WeakSet<Document>} */
  const heard = new WeakSet();
  /** @type {number | undefined} */
  let timer;
  /** @type {HTMLElement | undefined} */
  let pointed;
  /** @type {{ element: HTMLElement, title: string } | undefined} */
  let aside;

  const leave = () => {
    window.clearTimeout(timer);
    pointed = undefined;
    if (aside && !aside.element.hasAttribute('title')) aside.element.title = aside.title;
    aside = undefined;
  };

  app.draft.onChange((page) => {
    // A patch has put every tooltip back where one belongs.
    aside = undefined;
    if (pointed && !pointed.isConnected) leave();
    if (heard.has(page)) return;
    heard.add(page);
    page.addEventListener('pointerover', (event) => {
      const figure = figureAt(event.target);
      if (figure === pointed || event.pointerType === 'touch' || event.buttons !== 0) return;
      if (pointed) onRest(undefined);
      leave();
      if (!figure) return;
      pointed = figure;
      aside = { element: figure, title: figure.title };
      figure.removeAttribute('title');
      timer = window.setTimeout(() => {
        onRest(figure);
      }, rest);
    });
    const end = () => {
      if (!pointed) return;
      leave();
      onRest(undefined);
    };
    page.documentElement.addEventListener('pointerleave', end);
    page.addEventListener('pointerdown', () => {
      window.clearTimeout(timer);
    });
    page.addEventListener('scroll', end, { passive: true });
    page.addEventListener('click', (event) => {
      const figure = figureAt(event.target);
      const isSelecting = page.getSelection()?.isCollapsed === false;
      if (figure && !isSelecting && !figure.closest('a[href]')) onPick(figure);
    });
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | undefined}
 */
function figureAt(target) {
  const node = /** @type {Node | null} */ (target);
  if (node?.nodeType !== Node.ELEMENT_NODE) return undefined;
  return (
    /** @type {HTMLElement | null} */ (/** @type {Element} */ (node).closest('data[data-figure]')) ??
    undefined
  );
}
