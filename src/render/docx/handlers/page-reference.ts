import { PageReference, type ParagraphChild } from 'docx';

/** A field with the estimated number of the page a bookmark is on, which Word can update. */
export function pageReference(bookmark: string): ParagraphChild {
  // It is a `Run`, which the library's type of paragraph children leaves out though it takes them.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return new PageReference(bookmark, { hyperlink: true });
}
