import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import { type JsonObject } from '../../../src/core/json.js'
import { createScenario, withFaults, type World } from '../../../src/environment/index.js'
import * as builtIn from '../../../src/environments/index.js'
import { buildGraph, lapsedBy } from '../../../src/graph/index.js'

const declared = Object.values(builtIn).flatMap((environment) =>
  Object.keys(environment.definition.lapses ?? {}).map(
    (condition) => [environment.ref.name, condition, environment] as const,
  ),
)

describe.each(declared)('what may cease to hold in %s: %s', (name, condition, environment) => {
  const graph = buildGraph([environment])
  const scoped = `${name}:${condition}`
  const takers = [...graph.tools.values()].filter(
    ({ requires, spec }) => requires.includes(scoped) && spec.returns?.['type'] !== 'array',
  )
  const holds = (world: World): boolean =>
    environment.definition.conditions?.[condition]?.(world.stateOf(name)) ?? false
  const worlds = Array.from({ length: 160 }, (_, seed) => {
    const { world, userKnows } = createScenario([environment], createRng(`lapse${seed}`))
    return { world, userKnows, seed }
  }).filter(({ world }) => holds(world))

  it('does so at the call that it strikes, which says so, and nothing of it was there before', () => {
    let struck = 0
    for (const { world, userKnows, seed } of worlds)
      for (const { spec, requires } of takers) {
        const others = requires.filter((other) => other !== scoped)
        if (
          others.some(
            (other) =>
              environment.definition.conditions?.[other.slice(name.length + 1)]?.(world.stateOf(name)) !== true,
          )
        )
          continue
        const candidates = environment.tool(spec.name)?.candidates
        const [args = {}] =
          candidates?.({
            state: world.stateOf(name),
            known: userKnows,
            clock: world.clock,
            random: createRng(seed),
          }) ?? ([{}] as JsonObject[])
        const faulty = withFaults(world.fork(), [{ tool: spec.name, nth: 0, lapse: scoped }])
        expect(holds(faulty)).toBe(true)
        const { value, error } = faulty.call({ id: 'c0', name: spec.name, arguments: args })
        expect(holds(faulty)).toBe(false)
        if (!error || lapsedBy(graph, spec.name, value) === undefined) continue
        expect(lapsedBy(graph, spec.name, value)).toBe(scoped)
        struck += 1
      }
    expect(struck).toBeGreaterThan(0)
  })

  it('can be established again by a tool, and has words for what must have happened', () => {
    expect(graph.establishers(scoped).length).toBeGreaterThan(0)
    expect(environment.definition.lapses?.[condition]?.causes.length).toBeGreaterThan(1)
  })
})

describe('a lapse that nothing declares', () => {
  it('changes nothing', () => {
    const { world } = createScenario([builtIn.mini], createRng(1))
    const faulty = withFaults(world.fork(), [{ tool: 'list_branches', nth: 0, lapse: 'mini:daylight' }])
    const call = { id: 'c0', name: 'list_branches', arguments: {} }
    expect(faulty.call(call)).toEqual(world.fork().call(call))
    expect(faulty.digest()).toBe(world.digest())
  })
})
