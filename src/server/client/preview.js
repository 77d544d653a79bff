import { App } from './app.js';
import { connect } from './connection.js';
import { install as help } from './help/help.js';
import { install as problems } from './problems/problems.js';
import { install as search } from './search/search.js';
import { install as appearance } from './shell/appearance.js';
import { install as language } from './shell/language.js';

/** The parts of the preview: each puts its pane, view or buttons into the shell. A new one is a folder and a line. */
const parts = [problems, search, appearance, language, help];

const app = new App();
for (const install of parts) install(app);
connect(app);
