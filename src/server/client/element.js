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

/**
 * A picture of `icons/`, for the eye only: what it stands on says the same in words.
 *
 * @param {string} name
 */
export function icon(name) {
  const element = make('span', 'icon');
  element.dataset.icon = name;
  element.setAttribute('aria-hidden', 'true');
  return element;
}
