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

/**
 * The module a thread or process of ours runs, by its name beside the file that starts it, whose address is `beside`. Tests run the source, and start threads by
 * the dozen: where WHITEPAPER_THREADS says `compiled`, those take what was compiled of it.
 */
export function threadModule(name: string, beside: string): URL {
  if (!beside.endsWith('.ts')) return new URL(`./${name}.js`, beside);
  const { href } = new URL(`./${name}.ts`, beside);
  if (process.env.WHITEPAPER_THREADS !== 'compiled') return new URL(href);
  const start = href.lastIndexOf('/src/');
  return new URL(`${href.slice(0, start)}/dist/${href.slice(start + 5).replace(/\.ts$/, '.js')}`);
}
