import { Document, Paragraph, TextRun, type IPropertiesOptions, type IRunOptions } from 'docx';
import { estimatePageNumbersWith, layoutDocument, type FontFile } from 'docx/layout';
import { readFace, typefaceFor, typefacesOf } from '../../../fonts/faces.ts';
import type { Host } from '../../../host.ts';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';

type Estimator = NonNullable<IPropertiesOptions['pageNumbers']>;

/**
 * Doubts that move no page: the estimator measures in our file and warns that Word may have its own, the very thing we give
 * the file for; and Latin pairs set closer, as Word in Chinese does by default, are a few in a line of Chinese.
 */
const harmless = [
  'a font from a file that Office offers a copy of its own of',
  'kerned text with a character',
];

/** Whether a doubt of the library's is one that moves no page. */
export function isHarmless(reason: string): boolean {
  return harmless.some((known) => reason.startsWith(known));
}

/**
 * Lay out the document with the library, which knows nearly all Word does. Fonts it has no widths of are
 * measured in our faces, registered under their Word names: Chinese is one em wide in all of them and every line has an
 * exact height, so only Latin words and digits can differ a little. `more` are fonts of styles that are not the theme's.
 */
export async function libraryEstimate(
  tokens: ThemeTokens,
  host: Host,
  more: readonly string[],
): Promise<Estimator> {
  return estimatePageNumbersWith({ fonts: await unknownFonts(tokens, host, more), guess: true });
}

/** Our faces under the names of the theme's Word fonts, for those the library cannot measure by itself. */
async function unknownFonts(tokens: ThemeTokens, host: Host, more: readonly string[]): Promise<FontFile[]> {
  const files = typefacesOf(tokens.faces);
  const own = Object.values(tokens.faces).map(({ word, family }) => [word, family] as const);
  const named = new Map([...more.map((name) => [name, tokens.faces.serif.family] as const), ...own]);
  const wanted = [...named].filter(([name]) => !isMeasured(name));
  const faces = [...wanted].flatMap(([name, family]) =>
    ([400, 700] as const).map((weight) => ({ name, face: typefaceFor(files, family, weight) })),
  );
  return Promise.all(faces.map(async ({ name, face }) => ({ name, data: await readFace(host, face) })));
}

/** Whether the library's width tables have a font: then its own widths are nearer to Word than our face. */
function isMeasured(name: string): boolean {
  const look = { text: '知识产权，2022 IP', font: { ascii: name, hAnsi: name, eastAsia: name, cs: name } };
  const looks: IRunOptions[] = [look, { ...look, bold: true }];
  const sample = looks.map((options) => new TextRun(options));
  return (
    layoutDocument(new Document({ sections: [{ children: [new Paragraph({ children: sample })] }] }))
      .stoppedAt === undefined
  );
}
