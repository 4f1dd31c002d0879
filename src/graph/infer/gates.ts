import type { Rng } from '../../core/random.js'
import { replayTo } from './alternatives.js'
import type { Json } from '../../core/json.js'
import { isNumeric } from '../../core/number.js'
import { at } from '../../core/pointer.js'

import { propose } from './propose.js'
import type { Witness } from './relation-graph.js'
import { type Settled, witnessOf } from './settle.js'
import type { Situation } from './situation.js'
import { refusalAt } from './search.js'
import { leafmost, look, type Study } from './study.js'

const PROPOSALS = 8
const OCCASIONS = 6

/**
 * Is the relation a gate: was the tool ever refused whatever its arguments, having looked at nothing but what the
 * enabling call then writes? A login is; making the thing that a call asks for is not.
 */
export function isGate(study: Study, relation: Settled, random: Rng): boolean {
  const { seen, witness, recipe } = relation
  if (!study.seesState && recipe.call.links.size > 0) return false
  const others = seen.sightings.slice(0, OCCASIONS).map((sighting) => witnessOf(study, sighting, seen))
  return [witness, ...others].some((occasion) => isShut(study, seen, occasion, random))
}

function isShut(study: Study, seen: Settled['seen'], witness: Witness, random: Rng): boolean {
  const situation = replayTo(study, witness)
  const [opening] = witness.between
  if (!situation || !opening) return false
  if (!study.seesState) return refusedAlike(study, situation, witness.call.arguments, seen, random)
  const { writes } = look(study, situation.world, seen.from, opening.arguments).access
  const state = situation.world.stateOf(study.environment.ref.name)
  const tried = [
    witness.call.arguments,
    ...Array.from({ length: PROPOSALS }, () => propose(study, seen.to, situation, random).arguments),
  ]
  return tried.every((args) => {
    const { ok, access } = look(study, situation.world, seen.to, args)
    return (
      !ok &&
      leafmost(access.reads).every(
        (place) =>
          isBare(at(state, place)) ||
          writes.some(
            (written) => place === written || place.startsWith(`${written}/`) || written.startsWith(`${place}/`),
          ),
      )
    )
  })
}

/** A list or object that was taken up without looking into it tells nothing. */
function isBare(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && !isNumeric(value)
}

function refusedAlike(
  study: Study,
  { world, ...situation }: Situation,
  args: Settled['witness']['call']['arguments'],
  { to }: Settled['seen'],
  random: Rng,
): boolean {
  const tried = [
    args,
    ...Array.from({ length: PROPOSALS }, () => propose(study, to, { world, ...situation }, random).arguments),
  ]
  const kinds = new Set(tried.map((given) => refusalAt(study, to, world, given)))
  return !kinds.has(undefined) && kinds.size === 1
}
