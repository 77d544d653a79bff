/**
 * An element with a name for style sheets and tests, and text. All that is said may come from a data file, so it is set
 * as text and never as markup.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} tagName
 * @param {string} part Empty for none.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(tagName, part, ...children) {
  const element = document.createElement(tagName);
  if (part !== '') element.dataset.part = part;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  element.append(...children);
  return element;
}
