import { listProject } from '../report-list.ts';
import type { Route } from './route.ts';
import { interfaceLanguage } from './session-of.ts';

/** Every report of the project. */
export const reports: Route = {
  method: 'GET',
  path: '/api/reports',
  access: 'page',
  answer: async (context, preview) =>
    context.json(await listProject(preview.host, interfaceLanguage(context, preview))),
};
