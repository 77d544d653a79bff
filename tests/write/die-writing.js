// Loaded before the program by `node --import`. Ends it as kill -9 would at one of the steps in which a new set is written and takes its place:
// DIE_AT says at which, each file operation being two, before it is begun and while it is under way. Without it, it says how many there are.
import fs, { promises } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.DIE_AT ?? 0);
let writing = false;
let steps = 0;

function step() {
  if (writing) steps += 1;
  if (writing && steps === at) process.kill(process.pid, 'SIGKILL');
}

function watch(owner, name) {
  const work = owner[name];
  owner[name] = function (...args) {
    writing ||= name === 'mkdirSync' && /\.whitepaper-[^/\\]+\.new$/.test(String(args[0]));
    step();
    const done = work.apply(this, args);
    step();
    if (name === 'rmSync' && String(args[0]).endsWith('.lock')) writing = false;
    return done;
  };
}

for (const name of ['open', 'link', 'readdir']) watch(promises, name);
for (const name of ['writeFile', 'fsync']) watch(fs, name);
for (const name of ['mkdirSync', 'openSync', 'closeSync', 'cpSync', 'renameSync', 'rmSync']) watch(fs, name);
syncBuiltinESMExports();
try {
  watch(createRequire(import.meta.url)('fs-native-extensions'), 'swapSync');
} catch {
  // Not built for this system: there the folders are renamed.
}
if (at === 0) process.once('exit', () => process.stderr.write(`steps ${String(steps)}\n`));
