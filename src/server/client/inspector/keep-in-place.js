/**
 * Do something that makes the draft narrower, and so sets it anew, without moving an element the reader looks at.
 *
 * @param {HTMLElement | undefined} element
 * @param {() => void} change
 */
export function keepInPlace(element, change) {
  const before = element?.getBoundingClientRect().top;
  change();
  const view = element?.ownerDocument.defaultView;
  if (!element || !view || before === undefined || before < 0 || before > view.innerHeight) return;
  // The frame has its new width only when the page around it has been laid out.
  requestAnimationFrame(() => {
    view.scrollBy({ top: element.getBoundingClientRect().top - before, behavior: 'instant' });
  });
}
