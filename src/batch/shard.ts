/** One part of a list that several machines share: part `index` (from 1) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The part of a list that falls to a shard. Of all shards each takes its turn, so that every item is in exactly one, their lengths
 * differ by one at most, and the large reports of one region, which stand together, do not fall to one machine.
 */
export function shardOf<Item>(items: readonly Item[], { index, count }: Shard): Item[] {
  return items.filter((_, position) => position % count === index - 1);
}
