// The floor of a preview: a watched file is read and pushed to a page that shows it as text. Nothing of ours runs here.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { watch } from 'chokidar';

const [file] = process.argv.slice(2);
const page = `<!doctype html><meta charset="utf-8"><p></p><script>
new EventSource('/events').onmessage = ({ data }) => { document.querySelector('p').textContent = data };
</script>`;
const readers = new Set();
const server = createServer((request, response) => {
  if (request.url !== '/events') {
    response.setHeader('Content-Type', 'text/html').end(page);
    return;
  }
  response.setHeader('Content-Type', 'text/event-stream');
  response.write('data: ready\n\n');
  readers.add(response);
});
const watcher = watch(file, { ignoreInitial: true });
watcher.on('change', async () => {
  const text = await readFile(file, 'utf8');
  for (const reader of readers) reader.write(`data: ${text}\n\n`);
});
watcher.on('ready', () => {
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`);
  });
});
