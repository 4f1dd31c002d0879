import type { Spend } from './run.js'

/** Spends added up by role, model and what they came to, in order of these. */
export function addUp(spends: readonly Spend[]): Spend[] {
  const sums = new Map<string, Spend>()
  for (const spend of spends) {
    const key = [spend.role, spend.model, spend.cause].join(' ')
    const known = sums.get(key)
    sums.set(key, known ? added(known, spend) : spend)
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, spend]) => spend)
}

function added(known: Spend, more: Spend): Spend {
  const usd = known.usd === undefined || more.usd === undefined ? {} : { usd: known.usd + more.usd }
  const lost = (known.lost ?? 0) + (more.lost ?? 0)
  return {
    ...known,
    ...(lost === 0 ? {} : { lost }),
    answers: known.answers + more.answers,
    tokensIn: known.tokensIn + more.tokensIn,
    tokensOut: known.tokensOut + more.tokensOut,
    ...usd,
  }
}
