import { Footer, Header, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx';
import type { Context } from './context.ts';

type Running = Pick<ISectionOptions, 'headers' | 'footers'>;

/** Folio at the outer side; odd and even pages have footers of their own, so that it changes sides. */
export function folios({ tokens }: Context): Running {
  const [before, after] = tokens.layout.folio === 'dashed' ? ['— ', ' —'] : ['', ''];
  const footer = (style: 'Footer' | 'FooterEven') =>
    new Footer({
      children: [
        new Paragraph({ style, children: [new TextRun({ children: [before, PageNumber.CURRENT, after] })] }),
      ],
    });
  return { footers: { default: footer('Footer'), even: footer('FooterEven') } };
}

/** Running head: chapter left, title of the report right, a hairline below; nothing in a theme without heads. */
export function runningHeads(chapter: string, { meta, page, tokens }: Context): Running {
  if (tokens.layout.heads === 'none') return {};
  const header = () =>
    new Header({
      children: [
        new Paragraph({
          style: page.size.orientation === 'landscape' ? 'HeaderLandscape' : 'Header',
          children: [new TextRun(chapter), new TextRun({ children: ['\t', meta.title] })],
        }),
      ],
    });
  return { headers: { default: header(), even: header() } };
}

/** No head, no folio: a section without its own would show those of the section before it. */
export function nothingRunning(): Running {
  const header = () => new Header({ children: [new Paragraph({ style: 'SectionEnd' })] });
  const footer = () => new Footer({ children: [new Paragraph({ style: 'Footer' })] });
  return { headers: { default: header(), even: header() }, footers: { default: footer(), even: footer() } };
}
