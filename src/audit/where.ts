/** Where in a finished document something stands, in the two languages diagnostics are worded in. */
export interface Where {
  readonly zh: string;
  readonly en: string;
  /** Number printed on the page, of formats that have pages. */
  readonly folio?: string;
  /** Of the page, as readers of PDF count; only in PDFs. */
  readonly page?: number;
}
