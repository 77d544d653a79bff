import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { AddressUnavailable } from './reach.ts';

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

const notOurs = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];

/** A server that listens; whoever has it closes it. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Let an app answer at an address or name of this machine; port 0 is any free one. Throws `PortUnavailable` and
 * `AddressUnavailable`.
 */
export async function listen(
  app: Hono<{ Bindings: HttpBindings }>,
  address: string,
  port: number,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
      reject(notOurs.includes(code) ? new AddressUnavailable(address) : new PortUnavailable(port, code));
    });
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
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
