// Loads the one script that `bundle.js` makes, with what the engine has compiled of it. That is refused, and everything
// compiled anew, by another engine; by its name it belongs to this very script.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { bePatient } from './be-patient.js';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');

/** One byte a character, which all are (`bundle.js`): UTF-8 would have to be decoded. */
export const bundle = join(folder, 'whitepaper.script');
export const encoding = 'latin1';

/** What the script is given. */
export const parameters = 'exports,module,require,__filename,__dirname,__address,__resolve,__import,__thread';

/** A script says first by which name its content is known. */
export const titled = (name, text) => `/*${name}*/${text}`;

/** Where what was compiled of a script is kept. */
const compiledOf = (text) => `${bundle}.${/^\/\*(\w+)\*\//.exec(text)?.[1] ?? ''}.compiled`;

/** What the script exports, and `keepCompiled`, which keeps what has been compiled of it so far. */
export function loadBundle() {
  // Before the script: what was compiled is refused under other flags.
  bePatient();
  const text = readFileSync(bundle, encoding);
  const compiled = compiledOf(text);
  const script = new Script(text, { filename: bundle, cachedData: readOrUndefined(compiled) });
  const module = { exports: {} };
  const address = (path) => new URL(`../dist/${path}`, import.meta.url).href;
  const resolve = (name) => import.meta.resolve(name);
  // A script from a cache may not import by itself.
  const load = (name) => import(name);
  // What a thread evaluates to run a module of the script.
  const thread = (url) => {
    const name = url.slice(address('').length);
    return `import(${JSON.stringify(import.meta.url)}).then(({ loadBundle }) => loadBundle().threads[${JSON.stringify(name)}]())`;
  };
  const given = [
    module.exports,
    module,
    createRequire(bundle),
    bundle,
    folder,
    address,
    resolve,
    load,
    thread,
  ];
  script.runInThisContext()(...given);
  const keepCompiled = () => {
    // Nobody who starts meanwhile finds half of it.
    writeFileSync(`${compiled}.new`, script.createCachedData());
    renameSync(`${compiled}.new`, compiled);
  };
  return { ...module.exports, keepCompiled };
}

function readOrUndefined(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
