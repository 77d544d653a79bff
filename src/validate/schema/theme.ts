import { z } from 'zod';
import type { Place } from '../../diagnostics/diagnostic.ts';
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

const fontFile = z
  .string()
  .regex(/^[^/\\]+\.ttf$/i)
  .describe('A TrueType file (.ttf) beside theme.yaml');

const face = z.strictObject({
  family: z
    .string()
    .regex(/^[^"\\<>{};]+$/)
    .describe('Bundled family, or the name inside the font files; embedded in PDF and HTML'),
  files: z
    .strictObject({ 400: fontFile, 700: fontFile.optional().describe('Without it bold text is not bolder') })
    .optional()
    .describe('Own fonts; their licence must allow embedding'),
  word: z.string().describe('Font a Word user has'),
  word_bold: z.boolean().optional().describe('false where the Word font is heavy by itself, such as 黑体'),
  fallback: z.array(z.string()).describe('Fonts of readers for whom the embedded one cannot be shown'),
});

const faceName = z.string().regex(/^[a-z][a-z0-9-]*$/);

const points = z.number().min(0);
const typeRole = z.strictObject({
  size: z.number().positive().describe('Points'),
  leading: z.number().positive().describe('Points from baseline to baseline'),
  face: faceName.describe('A name under faces'),
  weight: z.union([z.literal(400), z.literal(700)]),
  color: z.enum(['ink', 'grey', 'paper', 'primary', 'accent']),
  spacing: z.number().min(-2).max(10).optional().describe('Points between characters; negative is tighter'),
  before: points.optional().describe('Points above, in Word; style sheets may use it'),
  after: points.optional().describe('Points below, likewise'),
  indent: z.number().min(0).max(4).optional().describe('First line, in characters'),
  align: z.enum(['left', 'center']).optional(),
});

const typeRoles = [
  'body', 'lead', 'cover-title', 'chapter', 'section', 'subsection', 'message', 'caption', 'table', 'note',
  'callout', 'card-value', 'card-unit', 'card-label', 'card-compare', 'running', 'folio', 'chart', 'chart-note',
] as const; // prettier-ignore

const types = z.strictObject(
  Object.fromEntries(typeRoles.map((role) => [role, typeRole])) as Record<TypeRole, typeof typeRole>,
);

const page = z.strictObject({
  width: z.number(),
  height: z.number(),
  top: z.number(),
  bottom: z.number(),
  inner: z.number(),
  outer: z.number(),
});

const layout = z.strictObject({
  chapters: z.enum(['new-page', 'run-on']).describe('Where a chapter begins'),
  heads: z.enum(['chapter', 'none']).describe('Running head; run-on chapters have none'),
  folio: z.enum(['number', 'dashed']).describe('Page number: 1, or — 1 —'),
  folio_below: z.number().describe('Millimetres from the type area to the line of the page number'),
  folio_indent: z.number().describe('Millimetres the page number stands in from the outer side'),
  grid: z.enum(['none', 'lines']).describe('Whether Word lays body lines on a grid of the leading of body'),
});

const pictureFile = z
  .string()
  .regex(/^[^/\\]+\.(jpe?g|png)$/i)
  .describe('A JPEG or PNG file beside theme.yaml');

const cover = z.strictObject({
  field: z.enum(['primary', 'none']).describe('Coloured ground'),
  motif: z.enum(['data', 'none']).describe('Bars made from the highlights'),
  align: z.enum(['left', 'center']),
  picture: pictureFile.optional().describe('Band across the cover, in the place of the motif'),
  emblem: pictureFile.optional().describe('Above the name of the region'),
});

const word = z.strictObject({
  reference: z
    .string()
    .regex(/^[^/\\]+\.docx$/i)
    .optional()
    .describe('A Word file beside theme.yaml whose styles the DOCX takes'),
});

const shape = { name: localized, colors: palette, dark: palette, page, layout, cover, type: types };
const parent = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** A whole theme: what `theme.yaml` and the themes it extends make together. Lengths of the page in mm. */
export const themeSchema = z.strictObject({
  extends: parent.optional().describe('Theme this one differs from; only what differs is written here'),
  ...shape,
  faces: z.object({ serif: face, sans: face }).catchall(face),
  word: word.optional(),
});

/** One `theme.yaml` as an editor checks it: with `extends` anything may be left to the theme it names. */
export const themeFileSchema = z.strictObject({
  extends: themeSchema.shape.extends,
  name: localized,
  colors: palette.partial().optional(),
  dark: palette.partial().optional(),
  page: page.partial().optional(),
  layout: layout.partial().optional(),
  cover: cover.partial().optional(),
  faces: z.record(faceName, face.partial()).optional(),
  word: word.optional(),
  type: z
    .strictObject(
      Object.fromEntries(typeRoles.map((role) => [role, typeRole.partial().optional()])) as Record<
        TypeRole,
        z.ZodOptional<ReturnType<typeof typeRole.partial>>
      >,
    )
    .optional(),
});

export type TypeRole = (typeof typeRoles)[number];
export type ThemeTokens = z.infer<typeof themeSchema>;
export type TypeStyle = z.infer<typeof typeRole>;

/** A picture of a theme; width and height in pixels. */
export interface Picture {
  readonly type: 'jpeg' | 'png';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A Word file whose styles a theme takes; `place` is the line that names it. */
export interface WordReference {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly place: Place;
}

/** Where a theme can have a picture of its own. */
export const pictureSlots = ['picture', 'emblem'] as const;
export type PictureSlot = (typeof pictureSlots)[number];

/** A theme as renderers get it: its tokens, its stylesheets and its pictures. */
export interface Theme {
  readonly id: string;
  /** Font files in `faces` are paths in the project here. */
  readonly tokens: ThemeTokens;
  /** Its style sheets in one: rules over the vocabulary; lengths and colours by custom property. */
  readonly css: string;
  readonly pictures?: Readonly<Partial<Record<PictureSlot, Picture>>>;
  readonly reference?: WordReference;
}
