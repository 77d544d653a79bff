import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { bundledFamilies } from '../fonts/faces.ts';
import type { ThemeSources } from '../load/read-theme.ts';
import { themeSchema, type Picture, type PictureSlot, type Theme, type ThemeTokens } from './schema/theme.ts';
import { validateFile } from './validate-file.ts';

/** A theme with all it extends, checked as one. Reports what `validateFile` does, and faces that are not there. */
export function validateTheme(
  id: string,
  sources: ThemeSources,
  diagnostics: Diagnostics,
): Theme | undefined {
  const { yaml, css, assets } = sources;
  const tokens = validateFile(themeSchema, yaml, diagnostics);
  if (!tokens) return undefined;
  const names = Object.keys(tokens.faces);
  for (const [role, { face }] of Object.entries(tokens.type)) {
    if (!names.includes(face))
      diagnostics.report(
        'VALUE_INVALID',
        { found: face, allowed: names },
        yaml.place(['type', role, 'face']),
      );
  }
  for (const [name, { family, files }] of Object.entries(tokens.faces)) {
    if (!files && !bundledFamilies.includes(family)) {
      const place = yaml.place(['faces', name, 'family']);
      diagnostics.report('THEME_FACE', { family, bundled: bundledFamilies }, place);
    }
  }
  if (tokens.layout.chapters === 'run-on' && tokens.layout.heads === 'chapter') {
    const place = yaml.place(['layout', 'heads']);
    diagnostics.report('VALUE_INVALID', { found: 'chapter', allowed: ['none'] }, place);
  }
  const pictures: Partial<Record<PictureSlot, Picture>> = Object.fromEntries(assets.pictures);
  const { reference } = assets;
  return {
    id,
    tokens: { ...tokens, faces: withPaths(tokens.faces, assets.fonts) },
    css,
    pictures,
    ...(reference && { reference }),
  };
}

/** Own font files by their paths in the project. */
function withPaths(faces: ThemeTokens['faces'], paths: ReadonlyMap<string, string>): ThemeTokens['faces'] {
  const located = Object.entries(faces).map(([name, face]) => {
    const regular = paths.get(`${name}/400`);
    if (regular === undefined) return [name, face] as const;
    return [name, { ...face, files: { 400: regular, 700: paths.get(`${name}/700`) } }] as const;
  });
  return Object.fromEntries(located) as ThemeTokens['faces'];
}
