/** @typedef {import('pdfjs-dist').PDFDocumentProxy} Pdf */
/** @typedef {import('pdfjs-dist').PDFPageProxy} PdfPage */
/** @typedef {typeof import('pdfjs-dist')} Library */

/** @type {Promise<Library> | undefined} */
let loading;

/** The reader of PDFs; half a megabyte, so loaded when pages are first looked at. */
export function pdfLibrary() {
  return (loading ??= load());
}

async function load() {
  const address = '/library/pdf.mjs';
  const module = /** @type {unknown} */ (await import(address));
  const library = /** @type {Library} */ (module);
  library.GlobalWorkerOptions.workerSrc = '/library/pdf.worker.mjs';
  return library;
}

/**
 * Open a file. It is our own, and yet nothing in it is run or fetched.
 *
 * @param {ArrayBuffer} data
 * @returns {Promise<Pdf>}
 */
export async function openPdf(data) {
  const { getDocument } = await pdfLibrary();
  return getDocument({
    data,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  }).promise;
}
