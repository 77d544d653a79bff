import { ImageRun } from 'docx';
import type { Picture } from '../../../validate/schema/theme.ts';
import type { Block, Context } from '../context.ts';
import { styledParagraph } from '../paragraph.ts';
import { pixelsOfTwips, twipsOfMm } from '../units.ts';

/** Millimetres, as on the PDF's cover; a picture keeps its proportions and is not cut. */
const emblemHeight = 22;
const pictureHeight = 96;

/** The theme's emblem in a paragraph of its own; nothing where it has none. */
export function coverEmblem(context: Context): Block[] {
  return decoration('emblem', emblemHeight, context);
}

/** The theme's picture, as wide as the text; nothing where it has none. */
export function coverPicture(context: Context): Block[] {
  return decoration('picture', pictureHeight, context);
}

function decoration(slot: 'emblem' | 'picture', height: number, context: Context): Block[] {
  const picture = context.themePictures[slot];
  if (!picture) return [];
  const run = new ImageRun({
    type: picture.type === 'jpeg' ? 'jpg' : 'png',
    data: picture.bytes,
    transformation: fit(picture, context.width, twipsOfMm(height)),
    altText: { name: slot },
    decorative: true,
  });
  return [styledParagraph(context, 'CoverOrnament', [run])];
}

/** Size in CSS pixels within a width and a height in twips. */
function fit({ width, height }: Picture, room: number, most: number): { width: number; height: number } {
  const scale = Math.min(pixelsOfTwips(room) / width, pixelsOfTwips(most) / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
