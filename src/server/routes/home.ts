import type { Route } from './route.ts';

/** `/` leads to the report the preview was started for. */
export const home: Route = {
  method: 'GET',
  path: '/',
  access: 'anyone',
  answer: (context, { home: address }) => context.redirect(address),
};
