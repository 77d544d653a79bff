import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** The address asked for is none of this machine's. */
export class AddressUnavailable extends Error {
  override readonly name = 'AddressUnavailable';
  readonly address: string;

  constructor(address: string) {
    super(`${address} is no address of this machine`);
    this.address = address;
  }
}

/** Who can reach a preview, and under which names. */
export interface Reach {
  /** What the server listens at: an address or name of this machine, or all of its addresses. */
  readonly listenAt: string;
  /** As the address the preview's own officer opens has it. */
  readonly name: string;
  /** As the addresses for others have it; empty where there are no others. */
  readonly elsewhere: readonly string[];
  /** What lets others in; undefined where nobody but this machine can come. */
  readonly key: string | undefined;
  /** Whether a name, as the Host header has it but without the port, is one this preview goes by. */
  readonly isOwn: (name: string) => boolean;
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Who reaches a preview that listens at `asked`, an address or name of this machine. Throws `AddressUnavailable` where it can be neither. */
export function reachOf(asked = '127.0.0.1'): Reach {
  const name = nameOf(asked.replace(/^\[(.*)\]$/, '$1'));
  if (name === undefined) throw new AddressUnavailable(asked);
  const listenAt = name.replace(/^\[(.*)\]$/, '$1');
  if (loopbackNames.includes(name)) {
    const isOwn = (given: string): boolean => loopbackNames.includes(given);
    // A name can be resolved to something else than it says.
    return {
      listenAt: name === 'localhost' ? '127.0.0.1' : listenAt,
      name,
      elsewhere: [],
      key: undefined,
      isOwn,
    };
  }
  const key = randomBytes(24).toString('base64url');
  if (name !== '0.0.0.0' && name !== '[::]')
    return { listenAt, name, elsewhere: [name], key, isOwn: (given) => given === name };
  // Asked anew each time: a laptop is carried from one network to the next.
  const isOwn = (given: string): boolean => [...loopbackNames, ...ownNames()].includes(given);
  const elsewhere = ownNames().filter((own) => name === '[::]' || !own.startsWith('['));
  return { listenAt, name: '127.0.0.1', elsewhere, key, isOwn };
}

/** Whether an address a connection comes from is this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address);
}

/** Addresses and name of this machine, but those only it knows and those that need the name of a network card. */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
    .map(({ address }) => address);
  return [...new Set([...addresses, hostname()].map(nameOf))].filter((name) => name !== undefined);
}

/** An address or name as browsers write it into the Host header; undefined where it can be neither. */
function nameOf(asked: string): string | undefined {
  const isName = /^[^/\\@?#:%\s]+$/.test(asked);
  const url = `http://${isIPv6(asked) ? `[${asked}]` : asked}/`;
  return (isName || isIPv6(asked)) && URL.canParse(url) ? new URL(url).hostname : undefined;
}
