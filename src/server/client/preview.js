import { App } from './app.js';
import { connect } from './connection.js';
import { install as downloads } from './downloads/downloads.js';
import { install as help } from './help/help.js';
import { install as inspector } from './inspector/inspector.js';
import { install as pages } from './pages/pages.js';
import { install as problems } from './problems/problems.js';
import { install as progress } from './progress/progress.js';
import { install as reports } from './reports/reports.js';
import { install as search } from './search/search.js';
import { install as appearance } from './shell/appearance.js';
import { install as language } from './shell/language.js';

/** The parts of the preview: each puts its pane, view or buttons into the shell, in this order. A new one is a folder and a line. */
const parts = [pages, downloads, problems, inspector, search, progress, reports, appearance, language, help];

const app = new App();
for (const install of parts) install(app);
connect(app);
