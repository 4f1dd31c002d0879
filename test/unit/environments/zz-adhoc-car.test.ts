import { it } from 'vitest'
import { sameJson } from '../../../src/core/json.js'
import { createRng } from '../../../src/core/random.js'
import { createScenario } from '../../../src/environment/index.js'
import { vehicle } from '../../../src/environments/vehicle/environment.js'
import { trading } from '../../../src/environments/trading/environment.js'
import { buildGraph } from '../../../src/graph/index.js'
import * as language from '../../../src/language/index.js'
import { proposeRequests } from '../../../src/phases/graph-interaction/proposals.js'
import { walk } from '../../../src/phases/graph-interaction/walk.js'
import { knowledgeOf } from '../../../src/graph/index.js'
import { writeBriefing, readBriefing } from '../../../src/language/briefing.js'

it('ad hoc', () => {
  const L = language as any
  for (const environments of [[vehicle], [trading]]) {
    const graph = buildGraph(environments)
    const lexicon = L.lexiconOf(environments)
    const stats: Record<string, any> = {}
    for (let seed = 0; seed < 25; seed++) {
      const { world, userKnows } = createScenario(environments, createRng(seed))
      const system = writeBriefing(world, userKnows, createRng(`b${seed}`))
      const told = readBriefing(environments, system)
      if (seed < 4) console.log(system, JSON.stringify(told.facts), told.conditions)
      const visible = { turn: 0, ...told, queries: [''], calls: [] } as any
      const knowledge = knowledgeOf(graph, visible)
      for (const tool of graph.tools.values()) {
        const s = (stats[tool.spec.name] ??= { wish: tool.wishable, proposed: 0, sayable: 0, walked: 0, read: 0, ex: new Set() , bad: new Set()})
        const random = createRng(`r${seed}`)
        const all = proposeRequests(tool, { graph, world, known: userKnows, knowledge, random, sayable: () => true } as any, 20)
        s.proposed += all.length
        for (const request of all) {
          if (!L.sayable(lexicon, request.tool, request.arguments)) { s.bad.add('unsayable ' + JSON.stringify(request.arguments)); continue }
          s.sayable++
          const trace = walk(graph, world.fork(), knowledge, [request], random.fork('w'))
          if (trace) s.walked++
          else s.bad.add('unwalked ' + JSON.stringify(request.arguments))
          const wording = L.realise(lexicon, [request], { voice: { register: 'plain' } }, random.fork('x' + JSON.stringify(request.arguments)))
          if (!wording) { s.bad.add('unworded'); continue }
          const reading = L.read(lexicon, wording.text)
          const ok = !reading.ambiguous && reading.unread.length === 0 && sameJson(reading.requests, [request])
          if (ok) s.read++
          else s.bad.add(`READ ${wording.text} => ${JSON.stringify(reading)} want ${JSON.stringify(request.arguments)}`)
          if (userKnows.some((k: any) => k.entity === 'price')) s.ex.add(wording.text + (trace ? ' :: ' + trace.calls.map((c: any) => c.call.name).join(' > ') : ''))
        }
      }
    }
    for (const [name, s] of Object.entries(stats)) {
      console.log(`${name} wish ${s.wish} proposed ${s.proposed} sayable ${s.sayable} walked ${s.walked} read ${s.read}\n   ` + [...s.ex].slice(0, 7).join('\n   ') + '\n   BAD ' + [...s.bad].slice(0, 3).join('\n   BAD '))
    }
  }
})
