// A preview as the command starts it, in a process of its own; says its address on stdout.
import { createHost } from '../../dist/host.js';
import { startPreview } from '../../dist/server/start-preview.js';

const [root, region, period] = process.argv.slice(2);
const preview = await startPreview({
  request: { region, period, theme: 'whitepaper', language: 'zh-CN' },
  host: createHost(root),
  language: 'zh',
  port: undefined,
  readOnly: false,
  onBuild: (build, seconds) => {
    if (process.env.BENCH_BUILDS) process.stderr.write(`${String(Math.round(seconds * 1000))} ms\n`);
  },
});
process.stdout.write(`${preview.address}\n`);
