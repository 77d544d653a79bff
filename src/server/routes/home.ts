import type { Route } from './route.ts';
import { interfaceLanguage } from './session-of.ts';

/** `/` leads to the report the preview was started for, in the language of the interface it is asked for. */
export const home: Route = {
  method: 'GET',
  path: '/',
  access: 'anyone',
  answer(context, preview) {
    const asked = context.req.query('ui') !== undefined;
    return context.redirect(
      asked ? `${preview.home}?ui=${interfaceLanguage(context, preview)}` : preview.home,
    );
  },
};
