import type { Request } from '../load/index.ts';

/** Pattern of the addresses of one report's routes: region, period, theme and language. */
export const reportPath =
  '/:region{[a-z][a-z0-9-]*|-}/:period{\\d{4}(?:-\\d{4})?}/:theme{[a-z][a-z0-9-]*}/:language{[A-Za-z][A-Za-z0-9-]*}/';

/** Stands for the default region where the register of regions could not be read. */
const defaultRegion = '-';

/** The address a report's edition has in the preview: `/sample-city/2022/whitepaper/zh-CN/`. */
export function addressOf({ region, period, theme, language }: Request): string {
  return `/${[region ?? defaultRegion, period, theme, language].join('/')}/`;
}

/** The report asked for by the parameters of `reportPath`; whether there is one is for `load` to say. */
export function requestOf(parameters: Readonly<Record<string, string>>): Request {
  const { region = defaultRegion, period = '', theme = '', language = '' } = parameters;
  return { region: region === defaultRegion ? undefined : region, period, theme, language };
}
