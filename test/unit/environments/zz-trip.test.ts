import { it } from 'vitest'
import { travel } from '../../../src/environments/travel/environment.js'
import { ticketing } from '../../../src/environments/ticketing/environment.js'
import { mini } from '../../../src/environments/mini/environment.js'
import { math } from '../../../src/environments/math/environment.js'
import { message } from '../../../src/environments/message/environment.js'
import { fileSystem } from '../../../src/environments/file-system/environment.js'
import { createRng } from '../../../src/core/random.js'
import { createScenario, type Environment } from '../../../src/environment/index.js'
import { lexiconOf } from '../../../src/language/lexicon.js'
import { realise } from '../../../src/language/realise.js'
import { report } from '../../../src/language/report.js'
import { readBriefing, writeBriefing } from '../../../src/language/briefing.js'
import { untag } from "../../../src/core/number.js"
import { read } from '../../../src/language/read.js'
import { callTool } from '../../../src/environment/index.js'
import type { Reference, Request } from '../../../src/core/reference.js'
import type { Json } from '../../../src/core/json.js'
const envs: Environment[] = [travel, ticketing]
it('round trips', () => {
  const lexicon = lexiconOf([travel, ticketing, mini, math, message, fileSystem])
  for (const environment of envs) {
    let n = 0, bad = 0
    const silent = new Map<string, number>(), badTools = new Map<string, number>()
    for (let seed = 0; seed < 30; seed++) {
      const { world, userKnows, situations } = createScenario([environment], createRng(seed))
      const state = world.stateOf(environment.ref.name)
      if (seed < 6) { const b = writeBriefing(world, userKnows, createRng(seed)); console.log(b, JSON.stringify(readBriefing([environment], b))) }
      for (const spec of environment.specs) {
        const tool = environment.tool(spec.name)
        const candidates = tool?.candidates?.({ state: state as never, known: userKnows, random: createRng(`c${seed}`), clock: world.clock }) ?? []
        for (const [c, args] of candidates.slice(0, 8).entries()) {
          const references: { [p: string]: Reference } = {}
          const leaves = Object.entries(args).flatMap(([p, v]) => p === 'updates' ? Object.entries(v as object).map(([k, x]) => [`updates/${k}`, x] as const) : [[p, v] as const])
          for (const [p, value] of leaves) {
            const entity = environment.entities[spec.name]?.parameters[p]
            const opaque = entity !== undefined && environment.definition.entities?.[entity]?.opaque === true
            if (!opaque) references[p] = { by: 'value', value: value as Json }
            else {
              const by = userKnows.filter((k) => k.entity === entity && JSON.stringify(k.value) === JSON.stringify(value)).flatMap((k) => k.by)
              const one = by[(seed + c) % Math.max(1, by.length)]
              references[p] = one && c % 5 !== 4 ? { by: 'field', ...one } : { by: 'earlier' }
            }
          }
          const request: Request = { tool: spec.name, arguments: references }
          for (let v = 0; v < 6; v++) {
            n++
            const wording = realise(lexicon, [request], { voice: { register: (['plain', 'brisk', 'warm'] as const)[v % 3] as 'plain' }, ...(v === 1 ? { opener: situations[c % situations.length] as string } : {}) }, createRng(`w${seed}${spec.name}${c}${v}`))
            if (!wording) { silent.set(spec.name, (silent.get(spec.name) ?? 0) + 1); continue }
            if (seed === 3 && c < 2 && v < 3) console.log(`${spec.name}: ${wording.text}`)
            const reading = read(lexicon, wording.text)
            const ok = !reading.ambiguous && reading.unread.length === 0 && JSON.stringify(sorted(reading.requests)) === JSON.stringify(sorted([request]))
            if (!ok) { badTools.set(spec.name, (badTools.get(spec.name) ?? 0) + 1); if (bad++ < 30) console.log('BAD', wording.text, JSON.stringify(request), JSON.stringify(reading)) }
          }
          if (seed < 4 && c === 0) {
            const called = callTool(environment, spec.name, { ...args, access_token: (state as any).access_token }, state, world.clock)
            if (!called.error) console.log('REPORT', spec.name, report(lexicon, request, untag(called.value), createRng(seed)))
          }
        }
      }
    }
    console.log(environment.ref.name, n, bad, [...silent], [...badTools])
  }
})
const sorted = (requests: readonly Request[]): Json => requests.map((r) => [r.tool, Object.entries(r.arguments).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, 'by' in v ? (v.by === 'field' ? [v.by, v.field, v.match, v.value] : v.by === 'value' ? [v.by, v.value] : [v.by]) : null])]) as unknown as Json
