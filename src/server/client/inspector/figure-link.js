import { make } from '../element.js';

/**
 * A figure named by another one's record: a button that inspects it.
 *
 * @param {import('../app.js').App} app
 * @param {import('./record.js').FigureLink} link
 * @param {string} [text] What it says of the figure; its name, period and value unless given.
 */
export function figureLink(app, { key, name, region, time, text: printed }, text) {
  const button = make('button', 'figure-link', text ?? `${region ?? ''}${name}　${time}　${printed}`);
  button.title = key;
  button.addEventListener('click', () => {
    app.emit('inspect', { key, element: undefined });
  });
  return button;
}
