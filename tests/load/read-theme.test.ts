import { describe, expect, it } from 'vitest';
import { placeOf, runChanged } from '../examine-project.ts';
import { projectRoot, type ChangeableProject } from '../project-copy.ts';
import { ownFont, png } from '../theme-files.ts';
import { createHost } from '../../src/host.ts';

const file = 'templates/themes/bureau/theme.yaml';
const head = 'extends: whitepaper\nname: { zh: 本局, en: Bureau }\n';
const host = createHost(projectRoot);

/** Run the project with a theme of an office's own. */
async function runTheme(
  yaml: string,
  more: (copy: ChangeableProject) => Promise<void> = () => Promise.resolve(),
) {
  return runChanged(
    async (copy) => {
      await copy.write(file, yaml);
      await more(copy);
    },
    { theme: 'bureau' },
  );
}

const found = async (...run: Parameters<typeof runTheme>): Promise<string[]> => {
  const { diagnostics } = await runTheme(...run);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((one) => `${one.code} ${one.file ?? ''}:${String(one.line)}:${String(one.column)}`);
};

describe('a theme that extends another', () => {
  it('has what it says itself, and all else from the other', async () => {
    const { examined } = await runTheme(
      `${head}colors: { primary: '#7A1F1F' }\ntype: { body: { size: 11 } }\n`,
      (copy) => copy.write('templates/themes/bureau/print.css', '/* of the bureau */'),
    );
    const { tokens, css, id } = examined!.inputs.theme;
    expect(id).toBe('bureau');
    expect(tokens.colors).toMatchObject({ primary: '#7A1F1F', ink: '#1B2330' });
    expect(tokens.type.body).toMatchObject({ size: 11, leading: 18, face: 'serif' });
    expect(css.indexOf('/* of the bureau */')).toBeGreaterThan(css.lastIndexOf('@media screen'));
    for (const sheet of ['text', 'print', 'screen'])
      expect(css).toContain(await host.readText(`templates/themes/whitepaper/${sheet}.css`));
  });

  it('may extend one that extends another', async () => {
    const { examined } = await runTheme('extends: gongwen\nname: { zh: 本局, en: Bureau }\n');
    expect(examined!.inputs.theme.tokens.page).toMatchObject({ width: 210, top: 37 });
  });

  it('is wrong where it is wrong, and so is the other', async () => {
    const yaml = `${head}colours: { ink: '#000000' }\ntype:\n  body: { size: big }\n  lead: { face: kai }\n`;
    const places = ['colours', 'big', 'kai'].map((what) => placeOf(yaml, what));
    expect(await found(yaml)).toEqual(
      expect.arrayContaining([`KEY_UNKNOWN ${file}:${places[0]!}`, `VALUE_TYPE ${file}:${places[1]!}`]),
    );
    expect(await found(`${head}type: { lead: { face: kai } }\n`)).toEqual([
      `VALUE_INVALID ${file}:${placeOf(`${head}type: { lead: { face: kai } }\n`, 'kai')}`,
    ]);
    const parent = 'templates/themes/whitepaper/theme.yaml';
    const inParent = await found(head, (copy) => copy.edit(parent, "paper: '#FFFFFF'", 'paper: white'));
    expect(inParent).toEqual([expect.stringContaining(`VALUE_INVALID ${parent}:`)]);
  });

  it('must be given one that is there, and not extend itself', async () => {
    const unknown = 'extends: whitpaper\nname: { zh: 本局, en: Bureau }\n';
    expect(await found(unknown)).toEqual([`THEME_UNKNOWN ${file}:${placeOf(unknown, 'whitpaper')}`]);
    expect(await found('extends: ../whitepaper\n')).toEqual([`THEME_UNKNOWN ${file}:1:10`]);
    expect(await found('extends: bureau\n')).toEqual([`THEME_CIRCLE ${file}:1:10`]);
    const circle = await found(`extends: other\n`, (copy) =>
      copy.write('templates/themes/other/theme.yaml', 'extends: bureau\n'),
    );
    expect(circle).toEqual(['THEME_CIRCLE templates/themes/other/theme.yaml:1:10']);
  });

  it('lets chapters run on only without running heads', async () => {
    const yaml = `${head}layout: { chapters: run-on }\n`;
    expect((await found(yaml))[0]).toMatch(/^VALUE_INVALID/);
  });
});

describe('files of a theme', () => {
  const cover = `${head}cover: { emblem: emblem.png }\n`;
  const place = placeOf(cover, 'emblem.png');
  const emblem = 'templates/themes/bureau/emblem.png';

  it('are pictures by their content', async () => {
    const { examined } = await runTheme(cover, (copy) => copy.write(emblem, png));
    expect(examined!.inputs.theme.pictures?.emblem).toMatchObject({ type: 'png', width: 2, height: 1 });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await found(cover, (copy) => copy.write(emblem, svg))).toEqual([`THEME_PICTURE ${file}:${place}`]);
  });

  it('are there, small enough and beside theme.yaml', async () => {
    expect(await found(cover)).toEqual([`FILE_MISSING ${file}:${place}`]);
    const folder = await found(cover, (copy) => copy.write(`${emblem}/inside.txt`, 'a folder of that name'));
    expect(folder).toEqual([`FILE_MISSING ${file}:${place}`]);
    const huge = await found(cover, (copy) => copy.write(emblem, new Uint8Array(6 * 1024 * 1024)));
    expect(huge).toEqual([`THEME_FILE_TOO_LARGE ${file}:${place}`]);
    const outside = await found(`${head}cover: { emblem: ../../../package.png }\n`);
    expect(outside[0]).toMatch(/^VALUE_INVALID/);
  });

  it('are a Word file that lies beside the theme.yaml that names it, also for themes that extend it', async () => {
    const yaml = `${head}word: { reference: reference.docx }\n`;
    const at = placeOf(yaml, 'reference.docx');
    expect(await found(yaml)).toEqual([`FILE_MISSING ${file}:${at}`]);
    expect((await found(`${head}word: { reference: ../reference.docx }\n`))[0]).toMatch(/^VALUE_INVALID/);
    const { examined } = await runTheme('extends: parent\nname: { zh: 分局, en: Branch }\n', async (copy) => {
      await copy.write('templates/themes/parent/theme.yaml', yaml);
      await copy.write('templates/themes/parent/reference.docx', 'styles');
    });
    expect(examined!.inputs.theme.reference).toMatchObject({
      path: 'templates/themes/parent/reference.docx',
      place: { file: 'templates/themes/parent/theme.yaml', line: 3 },
    });
  });

  it('are static TrueType fonts of the family named', async () => {
    const yaml = (family: string): string =>
      `${head}faces: { sans: { family: ${family}, files: { 400: bureau.ttf } } }\n`;
    const put =
      (bytes: Uint8Array) =>
      (copy: ChangeableProject): Promise<void> =>
        copy.write('templates/themes/bureau/bureau.ttf', bytes);
    const at = placeOf(yaml('Bureau Sans1'), 'bureau.ttf');
    const { examined } = await runTheme(yaml('Bureau Sans1'), put(ownFont()));
    expect(examined!.inputs.theme.tokens.faces.sans.files?.[400]).toBe('templates/themes/bureau/bureau.ttf');
    expect(await found(yaml('Bureau Sans1'), put(png))).toEqual([`THEME_FONT ${file}:${at}`]);
    expect(await found(yaml('Other Sans12'), put(ownFont()))).toEqual([`THEME_FONT ${file}:${at}`]);
    const table = Buffer.from(ownFont()).indexOf('glyf');
    const outlines = ownFont().map((byte, index) => Buffer.from('CFF ')[index - table] ?? byte);
    expect(await found(yaml('Bureau Sans1'), put(outlines))).toEqual([`THEME_FONT ${file}:${at}`]);
    const missing = `${head}faces: { sans: { family: Bureau Sans1 } }\n`;
    expect(await found(missing)).toEqual([`THEME_FACE ${file}:${placeOf(missing, 'Bureau Sans1')}`]);
  });
});
