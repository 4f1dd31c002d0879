import { worldKind } from '../../src/catalog/worlds.js'
import { createRng } from '../../src/core/random.js'
import { createScenario, type Environment } from '../../src/environment/index.js'
import type { SamplerInput } from '../../src/phases/graph-interaction/index.js'

/** A fresh conversation in these environments, as a sampler meets it: nothing said yet. */
export function samplerStart(environments: readonly Environment[], seed: string): SamplerInput {
  const kind = worldKind(environments)
  const draw = createRng(seed)
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
