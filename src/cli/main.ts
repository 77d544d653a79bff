import { run } from './run.ts';

// The only place that touches the process: everything below is a function of its arguments.
const { stdout, stderr } = process;
const preferred = ['LC_ALL', 'LC_MESSAGES', 'LANG']
  .map((name) => process.env[name] ?? '')
  .find((value) => value !== '');
void run(process.argv.slice(2), {
  out: (text) => void stdout.write(text),
  error: (text) => void stderr.write(text),
  interactive: stderr.isTTY,
  language: preferred?.startsWith('en') === true ? 'en' : 'zh',
}).then((exitCode) => {
  process.exitCode = exitCode;
});
