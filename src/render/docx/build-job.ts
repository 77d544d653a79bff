import { toPng } from '../../charts/rasterize.ts';
import { cutFiles } from '../../fonts/cut-files.ts';
import { typefacesOf } from '../../fonts/faces.ts';
import type { Host } from '../../host.ts';
import type { BuiltDocx } from './built-docx.ts';
import type { DocxJob } from './docx-worker.ts';
import { rasterizePictures, type Pictures } from './pictures.ts';
import { buildDocx } from './render-docx.ts';

/** Build the document of a job in this thread, its pictures set in the theme's faces. */
export async function buildJob(job: DocxJob, host: Host): Promise<BuiltDocx> {
  return buildDocx(job, await pictures(job, host), host);
}

async function pictures({ document, theme }: DocxJob, host: Host): Promise<Pictures> {
  const { faces } = theme.tokens;
  const drawn = Object.values(document.drawings).flatMap(({ native, svg }) => (native ? [] : [svg]));
  const { files, remove } = await cutFiles(host, typefacesOf(faces), drawn.join(''));
  try {
    return await rasterizePictures(document, (svg) => toPng(svg, { files, family: faces.sans.family }));
  } finally {
    remove();
  }
}
