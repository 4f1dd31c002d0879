import type { Ledger } from './ledger.js'
import type { InferredEffect } from './relation-graph.js'
import type { Study } from './study.js'
import type { Tool } from './tools.js'

/** A gate found: the tool that opens it and the one that needs it. */
export interface Gate {
  readonly from: Tool
  readonly to: Tool
}

/** A login is worth the name where so many tools need it. */
const SESSION = 2

/** What each tool does: what opens a gate for several tools, and what writes nothing but such gates, is a session tool. */
export function effectsOf(study: Study, ledger: Ledger, gates: readonly Gate[]): InferredEffect[] {
  return study.seesState ? effectsSeen(study, gates) : effectsShown(study, ledger, gates)
}

function effectsSeen(study: Study, gates: readonly Gate[]): InferredEffect[] {
  const writesOf = (tool: Tool): string[] => [...(study.notes[tool.index]?.writes ?? [])]
  const openers = study.tools.filter(
    (tool) => countOf(gates, tool) >= SESSION && writesOf(tool).every((place) => !place.includes('/*')),
  )
  const session = new Set(openers.flatMap(writesOf))
  return study.tools.map((tool) => {
    const writes = writesOf(tool)
    if (writes.length === 0) return 'read'
    return writes.every((place) => session.has(place)) ? 'session' : 'write'
  })
}

/** From results alone: a tool that changes what others answer writes; one that only opens or closes gates is a session tool. */
function effectsShown(study: Study, { enables, disables, affects }: Ledger, gates: readonly Gate[]): InferredEffect[] {
  const gated = new Set(gates.filter(({ from }) => countOf(gates, from) >= SESSION).map(({ to }) => to))
  return study.tools.map((tool) => {
    const effectsOn = (table: Ledger['enables']): Tool[] =>
      [...table.values()].filter(({ from, confirmed }) => from === tool && confirmed > 0).map(({ to }) => to)
    const [on, off, changed] = [effectsOn(enables), effectsOn(disables), effectsOn(affects)]
    if (on.length + off.length + changed.length === 0)
      return study.notes[tool.index]?.successes === 0 ? 'unknown' : 'read'
    if (countOf(gates, tool) >= SESSION) return 'session'
    return on.length === 0 && off.length >= SESSION && off.filter((to) => gated.has(to)).length >= SESSION
      ? 'session'
      : 'write'
  })
}

function countOf(gates: readonly Gate[], tool: Tool): number {
  return new Set(gates.filter(({ from }) => from === tool).map(({ to }) => to)).size
}
