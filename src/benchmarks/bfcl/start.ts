import type { Json, JsonObject } from '../../core/json.js'
import type { ToolDefinition } from '../../environment/index.js'
import type { BenchmarkClass, BenchmarkClasses } from './classes.js'
import { type Signature, signatureOf } from './signature.js'

/** Where a case starts: the states of its classes, which executors share until they write. */
export interface Start {
  readonly classes: readonly BenchmarkClass[]
  readonly owners: Owners
  readonly states: readonly Json[]
  /** ISO 8601 without zone. */
  readonly clock: string
}

/** Every tool of a case's classes and what it belongs to. */
export type Owners = ReadonlyMap<string, Owner>

export interface Owner {
  /** Of its class among the case's. */
  readonly index: number
  readonly tool: ToolDefinition<Json, JsonObject>
  readonly signature: Signature
}

export interface StartOptions {
  readonly involved: readonly string[]
  readonly configuration: { readonly [className: string]: JsonObject }
  readonly longContext: boolean
  readonly extension: JsonObject
  readonly clock: string
}

/** The state of every involved class as the original constructs it; classes without configuration start from their defaults. */
export function createStart(
  classes: BenchmarkClasses,
  { involved, configuration, longContext, extension, clock }: StartOptions,
): Start {
  const team = teamOf(classes, involved)
  const states = team.classes.map(({ name, load }) => load(configuration[name] ?? {}, { longContext, extension }))
  return { ...team, states, clock }
}

type Team = Pick<Start, 'classes' | 'owners'>

const teams = new WeakMap<BenchmarkClasses, Map<string, Team>>()

/** Cases involve few combinations of classes, so each combination has one table. */
function teamOf(classes: BenchmarkClasses, involved: readonly string[]): Team {
  const known = teams.get(classes) ?? new Map<string, Team>()
  teams.set(classes, known)
  const key = involved.join()
  let team = known.get(key)
  if (!team) {
    const used = involved.flatMap((name) => classes.get(name) ?? [])
    team = { classes: used, owners: new Map(used.flatMap(ownersIn)) }
    known.set(key, team)
  }
  return team
}

function ownersIn({ name, environment }: BenchmarkClass, index: number): [string, Owner][] {
  return environment.specs.flatMap((spec): [string, Owner][] => {
    const tool = environment.tool(spec.name)
    return tool ? [[spec.name, { index, tool, signature: signatureOf(name, spec) }]] : []
  })
}
