import type { Refined } from '../phases/guided-chain/index.js'

/** What the attempts at one turn came to: `attempt0:passed`, `attempt1:wrong-state`, `hint:refused`. */
export function attemptStats({ tries, refusedHints }: Refined): { [name: string]: number } {
  const counts = tries.map(({ attempt, outcome }) => ({ [`attempt${attempt}:${outcome}`]: 1 }))
  return addCounts([...counts, ...(refusedHints > 0 ? [{ 'hint:refused': refusedHints }] : [])])
}

/** Counts of several parts, by name. */
export function addCounts(parts: readonly { readonly [name: string]: number }[]): { [name: string]: number } {
  const sums: { [name: string]: number } = {}
  for (const part of parts) for (const [name, n] of Object.entries(part)) sums[name] = (sums[name] ?? 0) + n
  return sums
}
