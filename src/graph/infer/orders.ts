import { confirm, type Ledger, seenOf } from './ledger.js'
import type { Witness, WitnessCall } from './relation-graph.js'
import { shows } from './replay.js'
import type { Settled } from './settle.js'
import type { Call } from './situation.js'
import type { Study } from './study.js'

/**
 * Calls of a minimal set that enable the tool when made last are relations of their own: doors locked after the pedal
 * was pressed start the engine as well as the other way round. Adds those to the ledger.
 */
export function tryOrders(study: Study, ledger: Ledger, settled: readonly Settled[]): void {
  for (const { witness, seen } of settled) {
    witness.before.forEach((moved, i) => {
      const [call, ...between] = [witness.call, ...witness.between].map((plain) => bind(study, plain))
      const last = bind(study, moved)
      if (!call || !last || last.tool === seen.to || last.tool === seen.from) return
      const turned: Witness = {
        ...witness,
        before: [...witness.before.toSpliced(i, 1), ...witness.between],
        between: [moved],
      }
      if (!shows('enables', study.starts, study.prober, turned)) return
      const before = turned.before.flatMap((plain) => bind(study, plain) ?? [])
      if (between.every((made) => made !== undefined))
        confirm(seenOf(ledger.enables, last.tool, seen.to), { seed: witness.seed, before, between: [last], call })
    })
  }
}

/** A plain call with its tool. */
export function bind(study: Study, { tool: name, arguments: args }: WitnessCall): Call | undefined {
  const tool = study.tools.find(({ spec }) => spec.name === name)
  return tool && { tool, arguments: args }
}
