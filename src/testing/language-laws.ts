import { isObject, type Json, type JsonObject, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { at } from '../core/pointer.js'
import { createRng } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import type { Environment, Known } from '../environment/index.js'
import { type Lexicon, lexiconOf, read, realise, REGISTERS, sayable, type Wording } from '../language/index.js'
import { scenarioOf } from './exploration.js'
import { hold, type Law } from './law.js'

const SEEDS = 12

/** Assignments of a tool that are worded in each scenario. */
const ASSIGNMENTS = 2

/** Laws of what people say: every wish that an environment proposes can be said, and means what it says. */
export function languageLaws(environment: Environment): Law[] {
  const lexicon = lexiconOf([environment])
  return [
    {
      name: 'what a user asks for is read back as just that',
      check() {
        for (const { request, wording } of wordings(environment, lexicon)) {
          const { requests, ambiguous, unread } = read(lexicon, wording.text)
          hold(!ambiguous, 'a message means two things', () => ({ text: wording.text }))
          hold(
            unread.length === 0 && sameJson(requests as unknown as Json, [request] as unknown as Json),
            'a message is read as something else',
            () => ({
              text: wording.text,
              said: request as unknown as Json,
              read: requests as unknown as Json,
            }),
          )
        }
      },
    },
    {
      name: 'every tool with candidates that has phrases can be asked for in words',
      check() {
        const asked = new Set(wordings(environment, lexicon).map(({ request }) => request.tool))
        const mute = wishes(environment).find(({ tool }) => !asked.has(tool))
        hold(mute === undefined, 'no wording says what is proposed for a tool', () => (mute ?? null) as unknown as Json)
      },
    },
  ]
}

interface Worded {
  readonly request: Request
  readonly wording: Wording
}

function wordings(environment: Environment, lexicon: Lexicon): readonly Worded[] {
  return wishes(environment).flatMap((request, i) => {
    const random = createRng(`wording${i}`)
    const register = REGISTERS[i % REGISTERS.length] ?? 'plain'
    const wording = sayable(lexicon, request) ? realise(lexicon, [request], { voice: { register } }, random) : undefined
    return wording ? [{ request, wording }] : []
  })
}

/** What environments propose as wishes; a wish with lists or objects, which people say in parts, is left out. */
function wishes(environment: Environment): Request[] {
  return Array.from({ length: SEEDS }, (_, seed) => {
    const { world, userKnows } = scenarioOf(environment, seed)
    const state = world.stateOf(environment.ref.name)
    return environment.specs.flatMap(({ name }) => {
      const tool = environment.tool(name)
      if (!tool?.phrases || !tool.candidates) return []
      const random = createRng(`wishes${seed}`).fork(name)
      const proposed = tool.candidates({ state, known: userKnows, random, clock: world.clock })
      return proposed
        .slice(0, ASSIGNMENTS)
        .flatMap((assignment) => requestOf(environment, name, untag(assignment) as JsonObject, userKnows) ?? [])
    })
  }).flat()
}

function requestOf(
  environment: Environment,
  tool: string,
  assignment: JsonObject,
  known: readonly Known[],
): Request | undefined {
  const entities = environment.entities[tool]?.parameters ?? {}
  const said = Object.entries(assignment).flatMap(([parameter, value]) =>
    isDefault(environment, tool, parameter, value)
      ? []
      : [[parameter, referenceTo(value, entities[parameter], known)] as const],
  )
  if (said.some(([, reference]) => typeof reference.value === 'object')) return undefined
  return { tool, arguments: Object.fromEntries(said) }
}

/** Nobody says what goes without saying. */
function isDefault(environment: Environment, tool: string, parameter: string, value: Json): boolean {
  const schema = at(environment.spec(tool)?.parameters, `/properties/${parameter}`)
  return isObject(schema) && sameJson(schema['default'], value)
}

/** By the first description that the user has of a thing, else outright. */
function referenceTo(
  value: Json,
  entity: string | undefined,
  known: readonly Known[],
): Extract<Reference, { readonly value: Json }> {
  const described = known.find((fact) => fact.entity === entity && sameJson(fact.value, value))?.by[0]
  return described ? { by: 'field', ...described } : { by: 'value', value }
}
