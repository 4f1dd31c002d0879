import { RunStopped } from './stop.js'

/** What may be spent, or was: dollars and tokens of both directions together. */
export interface Amount {
  readonly usd: number
  readonly tokens: number
}

/** What a run may spend at most; nothing where absent is unlimited. */
export interface Caps {
  readonly usd?: number
  readonly tokens?: number
}

/** Money that is reserved before it can be spent, so that no answer takes a run over its caps. */
export interface Budget {
  readonly spent: () => Amount
  /** Sets the most that a request can cost aside; waits for others to settle, throws `RunStopped` where that cannot help. */
  reserve(most: Amount): Promise<void>
  /** Gives the reservation back for what it came to; nothing where no answer came. */
  settle(most: Amount, actual?: Amount): void | Promise<void>
}

/** A budget of which some is spent already, by the run before it was interrupted. */
export function createBudget({ usd = Infinity, tokens = Infinity }: Caps, before: Amount): Budget {
  let spent = before
  let reserved: Amount = { usd: 0, tokens: 0 }
  let open = 0
  let waiting: (() => void)[] = []
  const fits = (most: Amount): boolean =>
    spent.usd + reserved.usd + most.usd <= usd && spent.tokens + reserved.tokens + most.tokens <= tokens
  return {
    spent: () => spent,
    async reserve(most) {
      while (!fits(most)) {
        if (open === 0) throw outOfMoney({ usd, tokens }, spent)
        await new Promise<void>((wake) => waiting.push(wake))
      }
      open += 1
      reserved = sum(reserved, most)
    },
    settle(most, actual = { usd: 0, tokens: 0 }) {
      open -= 1
      // With nothing open there is nothing reserved: what rounding left behind goes.
      reserved = open === 0 ? { usd: 0, tokens: 0 } : sum(reserved, { usd: -most.usd, tokens: -most.tokens })
      spent = sum(spent, actual)
      const woken = waiting
      waiting = []
      for (const wake of woken) wake()
    },
  }
}

/** A budget for requests that are written down first: what one can cost at most stays set aside until it is answered. */
export function createBatchBudget({ usd = Infinity, tokens = Infinity }: Caps, before: Amount): Budget {
  let [spent, aside]: [Amount, Amount] = [before, { usd: 0, tokens: 0 }]
  return {
    spent: () => spent,
    async reserve(most) {
      const needed = sum(sum(spent, aside), most)
      if (needed.usd > usd || needed.tokens > tokens) throw outOfMoney({ usd, tokens }, spent)
      aside = sum(aside, most)
    },
    settle(most, actual) {
      if (!actual) return
      aside = sum(aside, { usd: -most.usd, tokens: -most.tokens })
      spent = sum(spent, actual)
    },
  }
}

function sum(a: Amount, b: Amount): Amount {
  return { usd: a.usd + b.usd, tokens: a.tokens + b.tokens }
}

/** The end of a run whose next request might take more than is left; `Infinity` is no cap. */
export function outOfMoney(caps: Amount, spent: Amount): RunStopped {
  return new RunStopped('budget', wordsFor(caps, spent))
}

function wordsFor(caps: Amount, spent: Amount): string {
  const money = caps.usd === Infinity ? '' : `$${spent.usd.toFixed(4)} of $${caps.usd} spent`
  const tokens = caps.tokens === Infinity ? '' : `${spent.tokens} of ${caps.tokens} tokens used`
  return `${[money, tokens].filter((part) => part !== '').join(', ')}; the next request might take more than is left`
}
