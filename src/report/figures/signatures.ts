import type { Trace } from '../../core/trace.js'
import type { Collector } from '../collector.js'
import { byName } from '../tally.js'

const BLOCK = 1000

/** Plan signatures of turns that make several calls of which one needs another. */
export interface SignatureFigure {
  readonly turns: number
  readonly distinct: number
  /** Distinct signatures per 1,000 trajectories, the mean over whole thousands; undefined below 1,000 rows. */
  readonly perThousand?: number
  /** The commonest, with the tools of the first turn that had it. */
  readonly top: readonly { readonly signature: string; readonly count: number; readonly tools: string }[]
}

export function collectSignatures(): Collector<SignatureFigure> {
  const seen = new Map<string, { count: number; tools: string }>()
  const thousands: number[] = []
  let block = new Set<string>()
  let rows = 0
  let turns = 0
  return {
    add(row) {
      for (const { trace } of row.turns) {
        if (!trace || !isLinked(trace)) continue
        turns += 1
        const { signature } = trace
        const known = seen.get(signature)
        if (known) known.count += 1
        else seen.set(signature, { count: 1, tools: planOf(trace) })
        block.add(signature)
      }
      rows += 1
      if (rows % BLOCK > 0) return
      thousands.push(block.size)
      block = new Set()
    },
    figure() {
      const top = [...seen]
        .map(([signature, entry]) => ({ signature, ...entry }))
        .toSorted((a, b) => b.count - a.count || byName(a.signature, b.signature))
      const perThousand =
        thousands.length === 0
          ? {}
          : { perThousand: Math.round(thousands.reduce((a, b) => a + b, 0) / thousands.length) }
      return { turns, distinct: seen.size, ...perThousand, top: top.slice(0, 60) }
    },
  }
}

function isLinked({ calls }: Trace): boolean {
  return calls.length > 1 && calls.some(({ needs }) => needs.length > 0)
}

/** The plan in words: its tools in order, repeated ones once with their number. */
function planOf({ calls }: Trace): string {
  const runs: { tool: string; times: number }[] = []
  for (const { call } of calls) {
    const last = runs.at(-1)
    if (last?.tool === call.name) last.times += 1
    else runs.push({ tool: call.name, times: 1 })
  }
  return runs.map(({ tool, times }) => (times > 1 ? `${tool} x${times}` : tool)).join(' > ')
}
