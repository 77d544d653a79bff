import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

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

/** A server that listens; whoever has it closes it. */
export interface Listening {
  /** For example `http://127.0.0.1:41235`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Let an app answer on this machine only; port 0 is any free one. Throws `PortUnavailable`. */
export async function listen(app: Hono<{ Bindings: HttpBindings }>, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.syscall === 'listen' ? new PortUnavailable(port, error.code ?? '') : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: had } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(had)}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      // Streams and kept-alive connections would hold it open.
      server.closeAllConnections();
      await closed;
    },
  };
}
