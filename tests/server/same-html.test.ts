import { expect, test } from 'vitest';
import { createHost } from '../../src/host.ts';
import { buildPreview } from '../../src/server/build-preview.ts';
import { builtReports } from '../built-reports.ts';
import { withoutAdditions } from './without-additions.ts';

test('the draft is the HTML file but for what each says of itself', async () => {
  const built = await builtReports('whitepaper');
  const name = 'ningbo-2020';
  const file = new TextDecoder().decode(await built.read(name, 'html'));
  const build = await buildPreview(
    { region: 'ningbo', period: '2020', theme: 'whitepaper', language: 'zh-CN' },
    { host: createHost(), language: 'zh', page: 1, isOutdated: () => false },
  );
  const draft = build?.html ?? '';
  expect(draft).toContain('name="preview-page"');
  expect(file).not.toContain('name="preview-page"');
  expect(withoutAdditions(draft)).toEqual(withoutAdditions(file));
});
