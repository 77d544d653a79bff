import type { Picture, Theme } from '../../validate/schema/theme.ts';

/** Height of an emblem, and of the band a picture stands in, in millimetres of paper; DOCX has the same. */
export const emblemHeight = 22;
export const pictureHeight = 96;

/**
 * What the theme's tokens and pictures say of the cover. Pictures are grounds and not elements: they say nothing the
 * text does not, so that no reader's program stops at them.
 */
export function coverCss({ tokens: { cover }, pictures = {} }: Theme): string {
  const rules: string[] = [];
  if (cover.field === 'none') {
    rules.push(
      `[data-part='cover'] { --cover-text: var(--color-ink); background: none; color: var(--color-ink); }`,
      `[data-part='colophon'] { background: none; color: var(--color-ink); }`,
      // What the motif has of paper stands on paper here.
      `[data-part='cover'] svg { --color-paper: var(--color-primary); }`,
    );
  }
  if (cover.align === 'center') {
    rules.push(
      `[data-part='cover'] { text-align: center; }`,
      `[data-part='cover'] > [data-part='title'] { text-align: center; }`,
    );
  }
  if (cover.motif === 'none' || pictures.picture)
    rules.push(`[data-part='cover'] > [data-part='motif'] { display: none; }`);
  if (pictures.emblem) {
    const position = cover.align === 'center' ? 'center' : 'left';
    rules.push(
      `[data-part='cover']::before { content: ''; flex: none; height: calc(${emblemHeight}mm * var(--scale)); margin-bottom: calc(3 * var(--step)); background: ${address(pictures.emblem)} ${position} / contain no-repeat; }`,
    );
  }
  if (pictures.picture) {
    // Behind the title and before who publishes: the order on the page is that of the text.
    rules.push(
      `[data-part='cover']::after { content: ''; order: 1; flex: none; height: ${pictureHeight}mm; max-height: 40vh; margin: auto -26mm 14mm; background: ${address(pictures.picture)} center / cover no-repeat; }`,
      `[data-part='cover'] > :is([data-part='issuer'], [data-part='date'], [data-part='note']) { order: 2; }`,
      `@media print { [data-part='cover']::after { max-height: none; } }`,
    );
  } else if (cover.motif === 'none')
    rules.push(`[data-part='cover'] > [data-part='issuer'] { margin-top: auto; }`);
  return rules.join('\n');
}

function address({ type, bytes }: Picture): string {
  return `url(data:image/${type};base64,${Buffer.from(bytes).toString('base64')})`;
}
