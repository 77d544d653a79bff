/** In the one script `bin/load-bundle.js` loads, what runs a module of it in a thread. */
declare const __thread: ((address: string) => string) | undefined;

/**
 * What a thread runs first, to be evaluated: it loads the module at `address`, a `.ts` beside the source and a `.js` beside what was
 * compiled from it. From source, it needs tsx for the first `.ts`: on Node 20 a worker does not get it from the main thread.
 */
export function threadScript(address: URL): string {
  const load =
    typeof __thread === 'undefined' ? `import(${JSON.stringify(address.href)})` : __thread(address.href);
  const start = address.pathname.endsWith('.ts')
    ? `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => {
        register();
        return ${load};
      })`
    : load;
  // An error while loading is to end the thread, not to be an unhandled rejection of it.
  return `${start}.catch((error) => setImmediate(() => { throw error; }));`;
}

/** The module a thread runs, by its name beside the file that starts it, whose address is `beside`. */
export function threadModule(name: string, beside: string): URL {
  return new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'js'}`, beside);
}
