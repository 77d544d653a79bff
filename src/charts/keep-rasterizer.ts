/**
 * Load the library that rasterizes in this thread, too, which outlives those that use it. One that only they have loaded is unloaded with the
 * last of them, and threads of Node's pool that have run it would crash when they end, with the program.
 */
export function keepRasterizer(): void {
  // Whoever needs it will say what is wrong with it.
  import('@resvg/resvg-js').catch(() => undefined);
}
