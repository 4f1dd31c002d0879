import type { Manifest, Spend } from '../core/run.js'

/** What was spent, added up. */
export interface Sum {
  readonly answers: number
  /** Tries of which nobody here can know whether the provider charges for them; no part of the other figures. */
  readonly lost: number
  readonly usd: number
  readonly tokensIn: number
  readonly tokensOut: number
}

/** Where the money of a run went. */
export interface Ledger {
  readonly total: Sum
  /** Everything, what came to nothing included, over the accepted rows. */
  readonly perAccepted: Sum
  readonly byRole: { readonly [role: string]: Sum }
  /** `accepted`, or what it was spent on in vain. */
  readonly byCause: { readonly [cause: string]: Sum }
}

/** The ledger of a run, from its manifest. */
export function ledgerOf({ cost, accepted }: Pick<Manifest, 'cost' | 'accepted'>): Ledger {
  const total = sumOf(cost)
  const share = (amount: number): number => (accepted === 0 ? 0 : amount / accepted)
  return {
    total,
    perAccepted: {
      answers: share(total.answers),
      lost: share(total.lost),
      usd: share(total.usd),
      tokensIn: share(total.tokensIn),
      tokensOut: share(total.tokensOut),
    },
    byRole: grouped(cost, ({ role }) => role),
    byCause: grouped(cost, ({ cause }) => cause),
  }
}

/** A ledger as rows of a table. */
export function ledgerRows({ total, perAccepted, byRole, byCause }: Ledger): [string, string][] {
  return [
    ['in all', wordsOf(total)],
    ['per trajectory', wordsOf(perAccepted)],
    ...Object.entries(byRole).map(([role, sum]): [string, string] => [`by ${role}`, wordsOf(sum)]),
    ...Object.entries(byCause).map(([cause, sum]): [string, string] => [`for ${cause}`, wordsOf(sum)]),
  ]
}

function wordsOf({ answers, lost, usd, tokensIn, tokensOut }: Sum): string {
  const money = usd > 0 ? `, $${usd.toFixed(4)}` : ''
  const without = lost >= 1 ? ` and ${Math.round(lost)} lost on the way` : ''
  return `${Math.round(answers)} answers${without}, ${Math.round(tokensIn)} tokens in, ${Math.round(tokensOut)} out${money}`
}

function grouped(cost: readonly Spend[], by: (spend: Spend) => string): { [name: string]: Sum } {
  const names = [...new Set(cost.map(by))].toSorted()
  return Object.fromEntries(names.map((name) => [name, sumOf(cost.filter((spend) => by(spend) === name))]))
}

function sumOf(cost: readonly Spend[]): Sum {
  const sum = (field: keyof Sum): number => cost.reduce((total, spend) => total + (spend[field] ?? 0), 0)
  return {
    answers: sum('answers'),
    lost: sum('lost'),
    usd: sum('usd'),
    tokensIn: sum('tokensIn'),
    tokensOut: sum('tokensOut'),
  }
}
