import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { listReports } from '../../load/list-reports.ts';
import { addressOf } from '../report-address.ts';
import type { Route } from './route.ts';

/** Every report of the project. */
export const reports: Route = {
  method: 'GET',
  path: '/api/reports',
  access: 'page',
  async answer(context, { host, language }) {
    const found = await listReports(host, new Diagnostics(language));
    const request = { theme: 'whitepaper', language: 'zh-CN' };
    return context.json(found.map((name) => ({ ...name, address: addressOf({ ...request, ...name }) })));
  },
};
