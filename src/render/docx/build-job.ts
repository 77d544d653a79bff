import { toPng } from '../../charts/rasterize.ts';
import { facePath, typefacesOf } from '../../fonts/faces.ts';
import type { Host } from '../../host.ts';
import type { BuiltDocx } from './built-docx.ts';
import type { DocxJob } from './docx-worker.ts';
import { rasterizePictures } from './pictures.ts';
import { buildDocx } from './render-docx.ts';

/** Build the document of a job in this thread, its pictures set in the theme's faces. */
export async function buildJob(job: DocxJob, host: Host): Promise<BuiltDocx> {
  const { faces } = job.theme.tokens;
  const fonts = {
    files: typefacesOf(faces).map((face) => facePath(face, host)),
    family: faces.sans.family,
  };
  const pictures = await rasterizePictures(job.document, (svg) => toPng(svg, fonts));
  return buildDocx(job, pictures, host);
}
