import { coldBuild } from './cold-build.ts';
import { preview } from './preview.ts';

/** What can be timed. `npm run bench` times all, `npm run bench -- preview` one; `npm run bench -- 2020` is of another period. */
const benches = { build: coldBuild, preview };

const given = process.argv.slice(2);
const period = given.find((word) => /^\d/.test(word));
const named = given.filter((word) => word in benches) as (keyof typeof benches)[];
for (const name of named.length > 0 ? named : (Object.keys(benches) as (keyof typeof benches)[]))
  await benches[name](period);
