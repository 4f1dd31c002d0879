import type { Rng } from '../../src/core/random.js'
import { createScenario } from '../../src/environment/index.js'
import type { SamplerInput } from '../../src/phases/graph-interaction/index.js'
import type { WorldKind } from '../../src/pipeline/index.js'

/** A fresh conversation in such a world, as a sampler meets it: nothing said yet. */
export function samplerStart(kind: WorldKind, draw: Rng): SamplerInput {
  const { world, userKnows } = createScenario(kind.environments, draw.fork('scenario'))
  const system = kind.brief(world, userKnows, draw.fork('briefing'))
  return {
    graph: kind.semantics.graph,
    world,
    visible: { ...kind.see([{ role: 'system', content: system }], world.tools), turn: 0 },
    known: userKnows,
    random: draw.fork('sample'),
    sayable: kind.sayable,
    used: new Map(),
  }
}
