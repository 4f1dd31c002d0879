/**
 * Your own environment through the library: makes ten trajectories in it, proves them again, and shows one. Run it with
 * `node examples/own-environment.ts` (Node 22.18 or newer) after `npm ci`.
 */
import assert from 'node:assert/strict'
import { createRng, synthesizeItem, verifyRow, worldKind } from 'turnsmith'
import { workshop } from './environments/workshop.ts'

const kind = worldKind([workshop])
const recipe = { seed: 1, worlds: [kind], turns: [2, 4], kmax: 3 } as const
let shown = false
for (let index = 0; index < 10; index++) {
  const { row } = await synthesizeItem(recipe, index)
  assert(row, `item ${index} was not accepted`)
  const verdict = verifyRow(row, kind.environments, kind.semantics)
  assert(verdict.pass, JSON.stringify(verdict.reasons))
  if (shown) continue
  shown = true
  for (const message of row.messages)
    if (message.role === 'user' || (message.role === 'assistant' && message.content !== ''))
      console.log(`${message.role}: ${message.content}`)
}
assert.equal(createRng(1).fork('a').next(1_000_000), createRng(1).fork('a').next(1_000_000))
console.log('10 of 10 trajectories verified')
