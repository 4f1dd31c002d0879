import { describe, expect, it } from 'vitest'
import { ENVIRONMENTS, worldKind } from '../../../src/catalog/index.js'
import { createRng } from '../../../src/core/random.js'
import type { Environment } from '../../../src/environment/index.js'
import { directed, sayHindrance, type SamplerInput, unreached } from '../../../src/phases/graph-interaction/index.js'
import { samplerStart } from '../../support/sampler-start.js'

/** Tools that no request can be about, with what trying says of them. */
const DEAD_ENDS: { readonly [tool: string]: RegExp } = {
  display_log: /changes nothing that is observed and answers no question/,
  get_outside_temperature_from_weather_com: /failed in every state tried: .*404/,
}

/** Moving alone owes nothing that can be observed, so it is only asked for along with something else. */
const ONLY_ALONG: { readonly [environment: string]: readonly string[] } = { 'file-system': ['cd'] }

const benchmark = [...ENVIRONMENTS.values()].filter(({ definition }) => definition.benchmark === 'bfcl')

function startsIn(environment: Environment, count: number): SamplerInput[] {
  const kind = worldKind([environment])
  return Array.from({ length: count }, (_, seed) => samplerStart(kind, createRng(`dead-ends:${seed}`)))
}

describe('the 128 tools of the benchmark environments', () => {
  it('are 128', () => {
    expect(benchmark.reduce((sum, { specs }) => sum + specs.length, 0)).toBe(128)
  })

  it.each(benchmark.map((environment) => [environment.ref.name, environment] as const))(
    'of %s are all reached as targets, but for the dead ends, which are what they are said to be',
    (name, environment) => {
      const starts = startsIn(environment, 6)
      const along = ONLY_ALONG[name] ?? []
      const found = unreached(starts)
      const declared = environment.specs.filter((spec) => environment.tool(spec.name)?.deadEnd !== undefined)
      expect(found.map(({ tool }) => tool).toSorted()).toEqual(
        [...declared.map((spec) => spec.name), ...along].toSorted(),
      )
      for (const { tool, because } of found.filter((end) => !along.includes(end.tool)))
        expect(sayHindrance(because)).toMatch(DEAD_ENDS[tool] ?? /never/)
      const asked = new Set(
        startsIn(environment, along.length > 0 ? 60 : 0).flatMap((start) =>
          (directed.sample(start).trace?.requests ?? []).map((request) => request.tool),
        ),
      )
      for (const tool of along) expect(asked).toContain(tool)
    },
  )
})
