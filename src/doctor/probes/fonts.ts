import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { bundledFaces, readFace } from '../../fonts/faces.ts';
import { fontVersion, inspectFont } from '../../fonts/inspect-font.ts';
import { readTheme, themeNames } from '../../load/read-theme.ts';
import { validateTheme } from '../../validate/validate-theme.ts';
import type { Finding, Patient } from '../finding.ts';

/** The faces that come along, and those an office's own themes bring. */
export async function fonts(patient: Patient): Promise<Finding[]> {
  const own: Finding[] = [];
  for (const theme of await themeNames(patient.host)) own.push(...(await ownFonts(theme, patient)));
  return [await bundledFonts(patient), ...own];
}

async function bundledFonts({ host }: Patient): Promise<Finding> {
  const versions: string[] = [];
  const faults: string[] = [];
  for (const face of bundledFaces) {
    const name = `${face.family} ${String(face.weight)}`;
    try {
      const bytes = await readFace(host, face);
      const fault = inspectFont(bytes, face.family);
      if (fault === undefined) versions.push(`${name} ${fontVersion(bytes)}`);
      else faults.push(`${name}: ${fault}`);
    } catch (error) {
      faults.push(`${name}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    }
  }
  const facts = { faces: versions, faults };
  if (faults.length === 0) {
    const says = { zh: `字体：${versions.join('，')}`, en: `Fonts: ${versions.join(', ')}` };
    return { id: 'fonts', state: 'ok', says, facts };
  }
  const says = { zh: `字体不能用：${faults.join('，')}`, en: `Fonts cannot be used: ${faults.join(', ')}` };
  return { id: 'fonts', state: 'failure', says, todo: { zh: '运行 npm ci', en: 'Run npm ci' }, facts };
}

/** A fault is told as a build with the theme would tell it; other themes build all the same. */
async function ownFonts(id: string, { host, theme: wanted }: Patient): Promise<Finding[]> {
  const [zh, en] = [new Diagnostics('zh'), new Diagnostics('en')];
  const sources = await readTheme(id, host, zh);
  await readTheme(id, host, en);
  const theme = sources && validateTheme(id, sources, new Diagnostics());
  const faces = Object.values(theme?.tokens.faces ?? {}).flatMap(({ family, files }) =>
    files === undefined ? [] : [family],
  );
  const [fault] = zh.all;
  const [faultEn] = en.all;
  if (fault && faultEn) {
    const says = { zh: `主题 ${id}：${fault.message}`, en: `Theme ${id}: ${faultEn.message}` };
    const todo = { zh: fault.hint ?? '', en: faultEn.hint ?? '' };
    return [{ id: `fonts.${id}`, state: id === wanted ? 'failure' : 'warning', says, todo }];
  }
  if (faces.length === 0) return [];
  const names = [...new Set(faces)];
  const says = {
    zh: `主题 ${id} 自带的字体：${names.join('，')}`,
    en: `Fonts of the theme ${id}: ${names.join(', ')}`,
  };
  return [{ id: `fonts.${id}`, state: 'ok', says, facts: { faces: names } }];
}
