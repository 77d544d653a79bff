/** What whoever asks for a DOCX may choose besides the report. Plain data: it travels into a worker. */
export interface DocxOptions {
  /** Whether each figure is a tagged content control, by which corrections are read back. */
  readonly contentControls: boolean;
}

export const usualDocx: DocxOptions = { contentControls: true };
