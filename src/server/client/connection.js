/**
 * Follow the report's states. A hidden tab lets go of its stream, since a browser has six connections to one server
 * and no more, and takes it up again when it is looked at.
 *
 * @param {import('./app.js').App} app
 */
export function connect(app) {
  /** @type {EventSource | undefined} */
  let events;
  let wasOpen = false;
  // One after the other: a state without a page must not overtake one that waits for the draft's frame.
  let taken = Promise.resolve();

  const open = () => {
    events = new EventSource(app.url('events'));
    events.addEventListener('open', () => {
      wasOpen = true;
      app.emit('connection', 'there');
    });
    events.addEventListener('state', (event) => {
      /** @type {unknown} */
      const data = JSON.parse(String(event.data));
      const next = () => take(app, /** @type {import('./app.js').State} */ (data));
      taken = taken.then(next, next);
    });
    events.addEventListener('error', () => {
      // A server that answers but refuses is a new one with a new token. Asking `wasOpen` keeps this from going round.
      if (events?.readyState === EventSource.CLOSED && wasOpen) location.reload();
      app.emit('connection', 'lost');
    });
  };

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
    } else if (!events) open();
  });
  open();
}

/**
 * @param {import('./app.js').App} app
 * @param {import('./app.js').State} state
 */
async function take(app, state) {
  if (state.html !== undefined) await app.draft.show(state.html, state.page);
  app.state = state;
  app.emit('state', state);
}
