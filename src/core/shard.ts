/** One part of a run: part `index`, counted from 0, of `of`. */
export type Shard = readonly [index: number, of: number]

/**
 * The items of a shard, first and one past the last; all of them without one. Shards are ranges, so that their files one after
 * another are the files of the whole run.
 */
export function itemsOf(count: number, shard: Shard | undefined): readonly [from: number, to: number] {
  const [index, of] = shard ?? [0, 1]
  return [Math.floor((index * count) / of), Math.floor(((index + 1) * count) / of)]
}
