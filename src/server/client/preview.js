import { App } from './app.js';
import { connect } from './connection.js';
import { install as downloads } from './downloads/downloads.js';
import { install as inspector } from './inspector/inspector.js';
import { install as pages } from './pages/pages.js';
import { install as problems } from './problems/problems.js';
import { install as progress } from './progress/progress.js';
import { install as reports } from './reports/reports.js';

/** The parts of the preview: each puts its pane, view or buttons into the shell. A new one is a folder and a line. */
const parts = [pages, downloads, problems, inspector, reports, progress];

const app = new App();
for (const install of parts) install(app);
connect(app);
