import { it } from 'vitest'
import { math } from '../../../src/environments/math/environment.js'
import { createRng } from '../../../src/core/random.js'
import { createScenario, type Environment } from '../../../src/environment/index.js'
import { lexiconOf } from '../../../src/language/lexicon.js'
import { realise } from '../../../src/language/realise.js'
import { read } from '../../../src/language/read.js'
import type { Reference, Request } from '../../../src/core/reference.js'
import type { Json } from '../../../src/core/json.js'

import { message } from '../../../src/environments/message/environment.js'
const envs: Environment[] = [message]; void math
it('round trips', () => {
  for (const environment of envs) {
    const lexicon = lexiconOf([environment])
    let n = 0, bad = 0
    const silent = new Map<string, number>()
    for (let seed = 0; seed < 40; seed++) {
      const { world, userKnows, situations } = createScenario([environment], createRng(seed))
      const state = world.stateOf(environment.ref.name)
      for (const spec of environment.specs) {
        const tool = environment.tool(spec.name)
        const candidates = tool?.candidates?.({ state: state as never, known: userKnows, random: createRng(`c${seed}`), clock: world.clock }) ?? []
        for (const [c, args] of candidates.entries()) {
          const references: { [p: string]: Reference } = {}
          for (const [p, value] of Object.entries(args)) {
            const entity = environment.entities[spec.name]?.parameters[p]
            const opaque = entity !== undefined && environment.definition.entities?.[entity]?.opaque === true
            if (!opaque) references[p] = { by: 'value', value: value as Json }
            else {
              const by = userKnows.filter((k) => k.entity === entity && JSON.stringify(k.value) === JSON.stringify(value)).flatMap((k) => k.by)
              const one = by[(seed + c) % Math.max(1, by.length)]
              references[p] = one ? { by: 'field', ...one } : { by: 'earlier' }
            }
          }
          const request: Request = { tool: spec.name, arguments: references }
          for (let v = 0; v < 4; v++) {
            n++
            const wording = realise(lexicon, [request], { voice: { register: (['plain', 'brisk', 'warm'] as const)[v % 3] as 'plain' }, ...(v === 1 ? { opener: situations[c % situations.length] as string } : {}) }, createRng(`w${seed}${spec.name}${c}${v}`))
            if (!wording) { silent.set(spec.name, (silent.get(spec.name) ?? 0) + 1); continue }
            if (seed === 3 && c < 2 && v < 2) console.log(`${spec.name}: ${wording.text}`)
            const reading = read(lexicon, wording.text)
            const ok = !reading.ambiguous && reading.unread.length === 0 && JSON.stringify(sorted(reading.requests)) === JSON.stringify(sorted([request]))
            if (!ok && bad++ < 25) console.log('BAD', wording.text, JSON.stringify(request), JSON.stringify(reading))
          }
        }
      }
    }
    console.log(environment.ref.name, n, bad, [...silent])
  }
})
const sorted = (requests: readonly Request[]): Json => requests.map((r) => [r.tool, Object.entries(r.arguments).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, 'by' in v ? (v.by === 'field' ? [v.by, v.field, v.match, v.value] : v.by === 'value' ? [v.by, v.value] : [v.by]) : null])]) as unknown as Json
