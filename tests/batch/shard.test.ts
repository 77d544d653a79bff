import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shardOf } from '../../src/batch/shard.ts';
import { workerCount } from '../../src/batch/worker-count.ts';

it('shards share out every report once, in order, and evenly', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      (items, count) => {
        const shards = Array.from({ length: count }, (_, index) =>
          shardOf(items, { index: index + 1, count }),
        );
        expect(shards.flat().sort()).toEqual([...items].sort());
        const lengths = shards.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        for (const shard of shards) expect(shard).toEqual(items.filter((item) => shard.includes(item)));
      },
    ),
  );
});

it('workers are as many as cores, memory and reports allow, and never none', () => {
  const machine = { cores: 8, freeMegabytes: 64_000 };
  expect(workerCount(100, undefined, machine)).toBe(8);
  expect(workerCount(3, undefined, machine)).toBe(3);
  expect(workerCount(100, 2, machine)).toBe(2);
  expect(workerCount(100, undefined, { ...machine, freeMegabytes: 2000 })).toBeLessThan(4);
  expect(workerCount(100, undefined, { ...machine, freeMegabytes: 100 })).toBe(1);
});
