import { isArray, type Json } from '../../core/json.js'
import { type Rng, sampleOf } from '../../core/random.js'
import type { Environment } from '../../environment/index.js'
import { outputsOf } from './assemble.js'
import { offersOf, wordsIn, type Offer } from './extract.js'
import type { Findings } from './findings.js'
import { fits } from './pool.js'
import { createProber, type Prober } from './prober.js'
import { itemOf, withArgument } from './propose.js'
import type { CompatibleRelation, Transform, Witness, WitnessCall } from './relation-graph.js'
import { shows } from './replay.js'
import { createStarts, type Starts } from './starts.js'
import type { Study } from './study.js'
import type { Parameter, Tool } from './tools.js'

/** A success that needs few calls before it. */
interface Short {
  readonly study: Study
  readonly tool: Tool
  readonly seed: number
  readonly calls: readonly WitnessCall[]
  readonly result: Json
}

const SHORTS = 6
const LONGEST = 4

/**
 * Which results fit which parameters that take anything, within and across environments of one world: proposed by type,
 * confirmed by making both calls in that world.
 */
export function compatibleRelations(
  all: readonly Findings[],
  random: Rng,
  spent: () => boolean,
): { relations: CompatibleRelation[]; used: number } {
  const prober = createProber()
  const shorts = all.flatMap((findings) => shortSuccesses(findings, random))
  const worlds = createWorlds()
  const relations: CompatibleRelation[] = []
  for (const from of all) {
    for (const producer of from.study.tools) {
      const offers = offersBy(
        shorts.filter(({ tool }) => tool === producer),
        from.study,
        producer,
      )
      if (offers.length === 0) continue
      for (const consumer of shorts.filter(({ tool }, i) => shorts.findIndex((other) => other.tool === tool) === i)) {
        for (const parameter of consumer.tool.parameters) {
          if (!spent() && takesAnything(consumer.study, consumer.tool, parameter))
            relations.push(...confirmed(offers, shorts, consumer, parameter, worlds, prober))
        }
      }
    }
  }
  return { relations, used: prober.used }
}

/** An offer of a producer's result, with the successes that show it. */
interface Output {
  readonly pattern: string
  readonly transform: Transform
  readonly shown: readonly { readonly short: Short; readonly offer: Offer }[]
}

function shortSuccesses({ study }: Findings, random: Rng): Short[] {
  return study.tools.flatMap((tool) => {
    const own = (study.successes[tool.index] ?? []).filter(({ situation }) => situation.made.length < LONGEST)
    const spread = sampleOf(random, own, own.length).toSorted(
      (a, b) => a.situation.made.length - b.situation.made.length,
    )
    return spread.slice(0, SHORTS).map(({ situation, base }): Short => {
      const before = situation.made.map((call) => ({ tool: call.tool.spec.name, arguments: call.arguments }))
      const attempt = study.prober.attempt(situation.world, tool.spec.name, base.arguments)
      return {
        study,
        tool,
        seed: situation.seed,
        calls: [...before, { tool: tool.spec.name, arguments: base.arguments }],
        result: attempt.value,
      }
    })
  })
}

/** What differs between calls among the scalars and lists that the producer's results hold. */
function offersBy(shorts: readonly Short[], study: Study, tool: Tool): Output[] {
  const shape = study.resultShapes[tool.index]
  const varying = new Set(outputsOf(study, tool).flatMap(({ path, varies }) => (varies ? [path] : [])))
  const outputs = new Map<string, { pattern: string; transform: Transform; shown: { short: Short; offer: Offer }[] }>()
  for (const short of shape ? shorts : []) {
    for (const offer of offersOf(short.result, shape as NonNullable<typeof shape>)) {
      if (
        !varying.has(offer.pattern) ||
        offer.transform === 'path_segment' ||
        offer.transform === 'quoted_name_in_text'
      )
        continue
      const key = `${offer.pattern}:${offer.transform}`
      const known = outputs.get(key) ?? { pattern: offer.pattern, transform: offer.transform, shown: [] }
      if (!known.shown.some((other) => other.short === short)) known.shown.push({ short, offer })
      outputs.set(key, known)
    }
  }
  return [...outputs.values()]
}

function takesAnything(study: Study, tool: Tool, parameter: Parameter): boolean {
  const kind = study.notes[tool.index]?.trials[parameter.index]?.kind
  return (kind === 'content' || kind === 'format') && parameter.type !== 'object'
}

function confirmed(
  outputs: readonly Output[],
  shorts: readonly Short[],
  { tool, study }: Short,
  parameter: Parameter,
  worlds: Worlds,
  prober: Prober,
): CompatibleRelation[] {
  const own = shorts.filter((short) => short.tool === tool)
  return outputs.flatMap(({ pattern, shown }) => {
    for (const { short, offer } of shown) {
      const consumer = own.find(({ seed }) => seed === short.seed)
      const { environments, starts } = worlds(short.study.environment, study.environment)
      for (const { value, transform } of consumer ? writtenAs(parameter, offer) : []) {
        const witness = witnessOf(environments, short, consumer as Short, parameter, offer, value, transform)
        if (shows('compatible', starts, prober, witness)) {
          return [
            {
              from: short.tool.spec.name,
              path: pattern,
              transform,
              to: tool.spec.name,
              parameter: parameter.name,
              witness,
            },
          ]
        }
      }
    }
    return []
  })
}

/** The ways in which a value may be given for the parameter: as it is, in a list, written out, or a word of it. */
function writtenAs(parameter: Parameter, { value, transform }: Offer): { value: Json; transform: Transform }[] {
  if (parameter.type === 'array') {
    const item = itemOf(parameter)
    if (isArray(value))
      return value.length > 0 && value.every((entry) => fits(item, entry)) ? [{ value, transform }] : []
    return fits(item, value) ? [{ value: [value], transform }] : []
  }
  if (isArray(value)) return []
  if (parameter.type === 'string' && typeof value === 'number') return [{ value: String(value), transform: 'text' }]
  if (!fits(parameter, value)) return []
  const words = typeof value === 'string' ? wordsIn(value).slice(0, 2) : []
  return [
    { value, transform },
    ...words.filter((word) => word !== value).map((word) => ({ value: word, transform: 'part_of_text' as const })),
  ]
}

function witnessOf(
  environments: readonly Environment[],
  producer: Short,
  consumer: Short,
  parameter: Parameter,
  offer: Offer,
  value: Json,
  transform: Transform,
): Witness {
  const last = consumer.calls.at(-1) ?? { tool: '', arguments: {} }
  const filled = withArgument(
    { arguments: last.arguments, keys: consumer.tool.parameters.map(() => '') },
    parameter,
    '',
    value,
  ).arguments
  const shared =
    producer.study === consumer.study
      ? consumer.calls.slice(0, -1).filter((call) => !producer.calls.includes(call))
      : consumer.calls.slice(0, -1)
  return {
    environments: environments.map(({ ref }) => ref.name),
    seed: producer.seed,
    before: [...shared, ...producer.calls],
    between: [],
    call: { tool: last.tool, arguments: filled },
    value: {
      call: shared.length + producer.calls.length - 1,
      path: offer.place,
      transform,
      parameter: parameter.name,
      value,
    },
  }
}

type Worlds = (
  a: Environment,
  b: Environment,
) => { readonly environments: readonly Environment[]; readonly starts: Starts }

function createWorlds(): Worlds {
  const made = new Map<string, ReturnType<Worlds>>()
  return (a, b) => {
    const environments = a === b ? [a] : [a, b]
    const key = environments.map(({ ref }) => ref.name).join()
    let world = made.get(key)
    if (!world) made.set(key, (world = { environments, starts: createStarts(environments) }))
    return world
  }
}
