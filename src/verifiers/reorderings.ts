import type { ToolResult } from '../core/tool.js'
import type { ActingTurn } from './context.js'
import { goldOf, reaches } from './gold.js'

/**
 * Orders that should not matter: neighbouring calls of the trace of which the second needs nothing of the first are made the
 * other way round. How many of these the outcome accepts tells that validation does not ask for one spelling.
 */
export function reorderingsOf({ start, trace }: ActingTurn): { tried: number; accepted: number } {
  const gold = goldOf(start, trace)
  let tried = 0
  let accepted = 0
  for (let i = 0; i + 1 < trace.calls.length; i++) {
    if (trace.calls[i + 1]?.needs.includes(i)) continue
    const calls = trace.calls.map(({ call }) => call)
    const [first, second] = [calls[i], calls[i + 1]]
    if (!first || !second) continue
    const swapped = calls.toSpliced(i, 2, second, first)
    const world = start.fork()
    const results = swapped.map((call): ToolResult => world.call(call))
    tried += 1
    if (reaches(gold, world, swapped, results)) accepted += 1
  }
  return { tried, accepted }
}
