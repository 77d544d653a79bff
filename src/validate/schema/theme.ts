import { z } from 'zod';
import { localized } from './text.ts';

const color = z
  .string()
  .regex(/^#[0-9A-Fa-f]{6}$/)
  .describe('Six hex digits, for example #0F4C81');

const palette = z.strictObject({
  ink: color.describe('Text'),
  grey: color.describe('Secondary text, at least 4.5:1 on paper'),
  hairline: color,
  paper: color,
  tint: color.describe('Ground of callouts and cards'),
  primary: color,
  steps: z.array(color).length(4).describe('Primary from strong to pale, for series and ordered groups'),
  accent: color.describe('At most once a page, for the one thing to see'),
  second: color.describe('Second hue where two groups must be told apart'),
});

const face = z.strictObject({
  family: z.string().describe('Bundled family, embedded in PDF and HTML'),
  word: z.string().describe('Font a Word user has'),
  fallback: z.array(z.string()),
});

const typeRole = z.strictObject({
  size: z.number().positive().describe('Points'),
  leading: z.number().positive().describe('Points from baseline to baseline'),
  face: z.enum(['serif', 'sans']),
  weight: z.union([z.literal(400), z.literal(700)]),
  color: z.enum(['ink', 'grey', 'paper', 'primary', 'accent']),
});

const typeRoles = [
  'body', 'lead', 'cover-title', 'chapter', 'section', 'subsection', 'message', 'caption', 'table', 'note',
  'callout', 'card-value', 'card-unit', 'card-label', 'card-compare', 'running', 'folio',
] as const; // prettier-ignore

/** `templates/themes/<id>/theme.yaml`: the tokens CSS, charts and Word styles share. Lengths of the page in mm. */
export const themeSchema = z.strictObject({
  name: localized,
  colors: palette,
  dark: palette,
  page: z.strictObject({
    width: z.number(),
    height: z.number(),
    top: z.number(),
    bottom: z.number(),
    inner: z.number(),
    outer: z.number(),
  }),
  faces: z.strictObject({ serif: face, sans: face }),
  type: z.strictObject(
    Object.fromEntries(typeRoles.map((role) => [role, typeRole])) as Record<TypeRole, typeof typeRole>,
  ),
});

export type TypeRole = (typeof typeRoles)[number];
export type ThemeTokens = z.infer<typeof themeSchema>;
export type TypeStyle = z.infer<typeof typeRole>;

/** A theme as renderers get it: its tokens and its stylesheets. */
export interface Theme {
  readonly id: string;
  readonly tokens: ThemeTokens;
  /** Its style sheets in one: rules over the vocabulary; lengths and colours by custom property. */
  readonly css: string;
}
