import { nearest } from '../../validate/nearest.ts';
import type { ComposeContext } from '../context.ts';
import type { Call, InlineHelper } from './inline.ts';

/** What an option may be: a period, true or false, a text, or one of some words. */
type OptionForm = 'period' | 'flag' | 'text' | readonly string[];

interface Signature {
  /** Most positional arguments. */
  readonly most: number;
  readonly options: Readonly<Record<string, OptionForm>>;
}

const signatures: Readonly<Record<string, Signature>> = {
  figure: {
    most: 1,
    options: {
      period: 'period',
      region: 'text',
      status: ['planned', 'forecast', 'recommended', 'target'],
      base: 'flag',
      target: 'flag',
      unit: 'flag',
      scale: 'flag',
      form: ['split', 'number'],
      mark: 'flag',
    },
  },
  growth: { most: 1, options: { period: 'period', form: ['value'] } },
  change: { most: 1, options: { period: 'period' } },
  share: { most: 2, options: { mark: 'flag', period: 'period', region: 'text' } },
  cagr: { most: 1, options: { from: 'period', to: 'period' } },
  progress: { most: 1, options: { mark: 'flag' } },
  attainment: { most: 1, options: { mark: 'flag' } },
  rank: { most: 1, options: { form: ['full'], period: 'period', region: 'text' } },
  period: { most: 1, options: { period: 'period', region: 'text' } },
  unit: { most: 1, options: { period: 'period', region: 'text' } },
  claim: { most: 2, options: { period: 'period', source: 'text' } },
  year: { most: 1, options: { of: ['base', 'target', 'progress'] } },
  region: { most: 1, options: { form: ['short'] } },
};
const oneArgument: Signature = { most: 1, options: {} };

/**
 * Call an inline helper after looking at how it is called: an option it does not have would be ignored, and the wrong
 * number printed (`perod="2021"`). Reports KEY_UNKNOWN, VALUE_INVALID, TEMPLATE_ARGUMENT.
 */
export function callInline(context: ComposeContext, helper: InlineHelper, call: Call): string {
  const { most, options } = signatures[call.name] ?? oneArgument;
  let sound = call.args.length <= most;
  if (!sound)
    context.diagnostics.report('TEMPLATE_ARGUMENT', { helper: call.name, position: most + 1 }, call.place);
  for (const [name, value] of Object.entries(call.hash)) {
    const form = Object.hasOwn(options, name) ? options[name] : undefined;
    if (form !== undefined && accepts(form, value)) continue;
    sound = false;
    if (form === undefined) {
      const candidates = nearest(name, Object.keys(options));
      context.diagnostics.report('KEY_UNKNOWN', { name, candidates }, call.place);
    } else {
      const details = { found: `${name}=${String(value)}`, allowed: allowed(form) };
      context.diagnostics.report('VALUE_INVALID', details, call.place);
    }
  }
  return sound ? helper(context, call) : '';
}

function accepts(form: OptionForm, value: unknown): boolean {
  if (form === 'flag') return typeof value === 'boolean';
  if (form === 'text') return typeof value === 'string';
  if (form === 'period')
    return (
      ['own', 'progress', 'apart'].includes(String(value)) ||
      /^\d{4}(-\d{4}|-\d{2}(-\d{2})?|-ytd)?$/.test(String(value))
    );
  return form.some((word) => word === value);
}

function allowed(form: OptionForm): readonly string[] {
  if (form === 'flag') return ['true', 'false'];
  if (form === 'text') return ['"…"'];
  return form === 'period' ? ['2021', '2018-2020', '2021-ytd', '2021-06-30'] : form;
}
