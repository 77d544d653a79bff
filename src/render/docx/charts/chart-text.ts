import { escapeXml } from '../../../document/escape-xml.ts';
import type { ThemeTokens } from '../../../validate/schema/theme.ts';
import { faceOf } from '../../face-of.ts';
import { hexColor } from '../units.ts';
import { solidFill, valued } from './markup.ts';

/** What the texts of a chart are set in: one face for all scripts, named, and the sizes of the theme. */
export interface ChartText {
  readonly face: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Points. */
  readonly size: number;
  readonly noteSize: number;
  readonly ink: string;
  readonly grey: string;
  readonly hairline: string;
}

/** How one text looks: points, colour, weight. */
export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
}

/** The chart texts of a theme. */
export function chartText(tokens: ThemeTokens, language: string): ChartText {
  const { type, colors } = tokens;
  return {
    face: faceOf(tokens, type.chart.face).word,
    language,
    size: type.chart.size,
    noteSize: type['chart-note'].size,
    ink: hexColor(colors.ink),
    grey: hexColor(colors.grey),
    hairline: hexColor(colors.hairline),
  };
}

/** Text properties of labels, axes or the legend (`c:txPr`). */
export function textProperties(text: ChartText, look: TextLook): string {
  const end = `<a:endParaRPr lang="${text.language}"/>`;
  return `<c:txPr>${body}<a:p><a:pPr>${runProperties('a:defRPr', text, look)}</a:pPr>${end}</a:p></c:txPr>`;
}

/** Text of its own (`c:rich`): `content` makes the runs, given their properties. */
export function richText(text: ChartText, look: TextLook, content: (properties: string) => string): string {
  const paragraph = `<a:pPr>${runProperties('a:defRPr', text, look)}</a:pPr>`;
  const runs = content(runProperties('a:rPr', text, look));
  return `<c:rich>${body}<a:p>${paragraph}${runs}</a:p></c:rich>`;
}

/** The title of an axis; that of a standing one reads upwards. */
export function axisTitle(text: ChartText, title: string, isUpright: boolean): string {
  const look = { size: text.noteSize, color: text.grey };
  const rich = richText(text, look, (properties) => `<a:r>${properties}<a:t>${escapeXml(title)}</a:t></a:r>`);
  const turned = isUpright ? rich.replace('rot="0"', 'rot="-5400000"') : rich;
  return `<c:title><c:tx>${turned}</c:tx>${valued('c:overlay', 0)}</c:title>`;
}

/** In one line: LibreOffice would break labels between number and unit. */
const body =
  '<a:bodyPr rot="0" vert="horz" wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr"><a:spAutoFit/></a:bodyPr><a:lstStyle/>';

function runProperties(name: string, { face, language }: ChartText, look: TextLook): string {
  const { size, color, isBold = false } = look;
  const spoken = name === 'a:rPr' ? ` lang="${language}"` : '';
  const faces = ['a:latin', 'a:ea', 'a:cs'].map((script) => `<${script} typeface="${escapeXml(face)}"/>`);
  return `<${name}${spoken} sz="${Math.round(size * 100)}" b="${isBold ? 1 : 0}">${solidFill(color)}${faces.join('')}</${name}>`;
}
