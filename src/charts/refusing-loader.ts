import type { Loader } from 'vega';

/** A loader for Vega that opens nothing: no file, no address, no picture, no link. What was asked for is kept. */
export interface RefusingLoader extends Loader {
  readonly refused: string[];
}

/** Scanning a spec can miss a way out of it, a loader that can only refuse cannot. */
export function refusingLoader(): RefusingLoader {
  const refused: string[] = [];
  const note = (address: string): void => void refused.push(address);
  const refuse = (address: string): Promise<never> => {
    note(address);
    return Promise.reject(new Error('Charts load nothing'));
  };
  // Vega follows a rejected address of a link or picture into an unhandled rejection; an empty one it just writes down.
  const sanitize = (address: string): Promise<{ href: string }> => {
    note(address);
    return Promise.resolve({ href: '' });
  };
  return { refused, load: refuse, sanitize, http: refuse, file: refuse };
}
