import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface PeerServer {
  readonly address: string;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** What a name of a page is made of: `/paged.html` is the report with a script, say. */
export type Pages = Readonly<Record<string, string>>;

/** Answers on this machine alone, from `pages`, then `folder`, and below `/peers/` from `modules`: peers fetch what they lay out. */
export async function servePeers(pages: Pages, folder: string, modules: string): Promise<PeerServer> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const page = pages[path];
    const isPeer = path.startsWith('/peers/');
    const file = isPeer ? join(modules, path.slice('/peers/'.length)) : join(folder, path);
    const content = page === undefined ? readFile(file) : Promise.resolve(page);
    content.then(
      (body) =>
        response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
