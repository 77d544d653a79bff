import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asset } from './assets.ts';
import { previewPolicy } from './preview-page.ts';
import type { PreviewState } from './preview-state.ts';
import { refusal } from './refusal.ts';

/** The port asked for cannot be had. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
  readonly port: number;
  readonly inUse: boolean;

  constructor(port: number, code: string) {
    super(`port ${String(port)}: ${code}`);
    this.port = port;
    this.inUse = code === 'EADDRINUSE';
  }
}

const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  // A meta element cannot say frame-ancestors.
  'Content-Security-Policy': `${previewPolicy}; frame-ancestors 'none'`,
};

/** An address for the stream of states; its token keeps out whatever reaches the port but has not read the page. */
export function newEventsPath(): string {
  return `/events?token=${randomBytes(24).toString('base64url')}`;
}

/**
 * Serves the newest state to browsers on this machine: the page at `/`, its assets, and a stream of states. Whoever
 * starts it closes it.
 */
export class PreviewServer {
  readonly #events: Uint8Array;
  readonly #assets: ReadonlyMap<string, Asset>;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  #state: PreviewState;
  #port = 0;

  /** `events` is from `newEventsPath`; the pages know it. */
  constructor(assets: ReadonlyMap<string, Asset>, events: string, state: PreviewState) {
    this.#events = encode(events);
    this.#assets = assets;
    this.#state = state;
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  /** Begin to listen, on this machine only; 0 is any free port. Throws `PortUnavailable`. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.syscall === 'listen' ? new PortUnavailable(port, error.code ?? '') : error);
      });
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return `http://127.0.0.1:${String(this.#port)}/`;
  }

  /** The state newly opened pages get and open ones change to. */
  publish(state: PreviewState): void {
    const { page, failed, problems, checks } = state;
    const isNewPage = page !== this.#state.page;
    this.#state = state;
    const event = stateEvent(isNewPage ? state : { page, failed, problems, checks });
    for (const listener of this.#listeners) listener.write(event);
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    // Streams and kept-alive connections would hold it open.
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request, this.#port);
    if (refused) {
      refuse(response, refused.status, refused.reason);
      return;
    }
    const address = request.url ?? '';
    const [path = ''] = address.split('?', 1);
    if (path === '/') {
      send(response, 'text/html; charset=utf-8', 0, this.#state.html);
      return;
    }
    if (path === '/events') {
      this.#stream(address, response);
      return;
    }
    const asset = this.#assets.get(path);
    if (!asset) {
      refuse(response, 404, 'nothing here');
      return;
    }
    try {
      send(response, asset.type, asset.maxAge, await asset.read());
    } catch {
      refuse(response, 500, 'cannot be read');
    }
  }

  #stream(address: string, response: ServerResponse): void {
    const given = encode(address);
    if (given.length !== this.#events.length || !timingSafeEqual(given, this.#events)) {
      refuse(response, 403, 'no token');
      return;
    }
    response.writeHead(200, {
      ...commonHeaders,
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
    });
    response.write(`retry: 500\n\n${stateEvent(this.#state)}`);
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** JSON has no line break outside strings and none unescaped inside: one `data` line holds it. */
function stateEvent(state: Omit<PreviewState, 'html'>): string {
  return `event: state\ndata: ${JSON.stringify(state)}\n\n`;
}

function send(response: ServerResponse, type: string, maxAge: number, body: string | Uint8Array): void {
  const cache = maxAge > 0 ? `private, max-age=${String(maxAge)}` : 'no-store';
  response.writeHead(200, { ...commonHeaders, 'Content-Type': type, 'Cache-Control': cache }).end(body);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  const headers = { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' };
  response.writeHead(status, status === 405 ? { ...headers, Allow: 'GET' } : headers).end(`${reason}\n`);
}
