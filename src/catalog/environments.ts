import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import * as builtIn from '../environments/index.js'
import {
  type Exporter,
  lfDpo,
  lfSharegpt,
  lfV1,
  nemoGym,
  openai,
  type PairExporter,
  slime,
  type TaskExporter,
  trlDpo,
  trlGrpo,
  trlKto,
  trlSft,
} from '../exporters/index.js'

/** All built-in environments by name. */
export const ENVIRONMENTS: ReadonlyMap<string, Environment> = new Map(
  Object.values(builtIn).map((environment) => [environment.ref.name, environment]),
)

export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map(
  [openai, trlSft, lfSharegpt, lfV1].map((exporter) => [exporter.name, exporter]),
)

/** Formats of preference pairs. */
export const PAIR_EXPORTERS: ReadonlyMap<string, PairExporter> = new Map(
  [trlDpo, trlKto, lfDpo].map((exporter) => [exporter.name, exporter]),
)

/** Formats of tasks to try. */
export const TASK_EXPORTERS: ReadonlyMap<string, TaskExporter> = new Map(
  [trlGrpo, nemoGym, slime].map((exporter) => [exporter.name, exporter]),
)

/** Names of all formats. */
export const FORMATS: readonly string[] = [...EXPORTERS.keys(), ...PAIR_EXPORTERS.keys(), ...TASK_EXPORTERS.keys()]

/** Environments of a default run. */
export const DEFAULT_ENVIRONMENTS: readonly string[] = [...ENVIRONMENTS.keys()]

const own = new Map<string, Environment>()

/** Makes an environment of the user's own known by its name, in this thread. */
export function addEnvironment(environment: Environment, where: string): void {
  const { name } = environment.ref
  if (ENVIRONMENTS.has(name) || own.has(name))
    throw new UsageError(where, `there is an environment '${name}' already`, 'Give yours another name.')
  own.set(name, environment)
}

/** The built-in environments, and the user's own behind them, by name. */
export function knownEnvironments(): ReadonlyMap<string, Environment> {
  return new Map([...ENVIRONMENTS, ...own])
}

/** What a run is about where nothing else is said: the user's own environments where there are some. */
export function defaultEnvironments(): readonly string[] {
  return own.size > 0 ? [...own.keys()] : DEFAULT_ENVIRONMENTS
}

/** Environments by name, in the order given; an unknown name is a usage error that lists the known ones. */
export function environmentsNamed(names: readonly string[], where: string): Environment[] {
  const environments = names.map((name) => environmentNamed(name, where))
  const owners = new Map<string, string>()
  for (const { ref, specs } of environments)
    for (const { name } of specs) {
      const other = owners.get(name) ?? ref.name
      if (other !== ref.name)
        throw new UsageError(
          where,
          `'${other}' and '${ref.name}' both have a tool '${name}'`,
          'Rename one, or take them in runs of their own.',
        )
      owners.set(name, ref.name)
    }
  return environments
}

/** An environment by its name; an unknown one is a usage error. */
export function environmentNamed(name: string, where: string): Environment {
  const environment = ENVIRONMENTS.get(name) ?? own.get(name)
  if (environment) return environment
  throw new UsageError(
    where,
    `there is no environment '${name}'`,
    `Known: ${[...knownEnvironments().keys()].join(', ')}; one of your own needs its file, --module FILE or --openapi FILE.`,
  )
}

/** A format of rows, of preference pairs or of tasks by its name; an unknown one is a usage error that lists the known ones. */
export function exporterNamed(name: string, where: string): Exporter | PairExporter | TaskExporter {
  const exporter = EXPORTERS.get(name) ?? PAIR_EXPORTERS.get(name) ?? TASK_EXPORTERS.get(name)
  if (!exporter) throw new UsageError(where, `there is no format '${name}'`, `Known: ${FORMATS.join(', ')}.`)
  return exporter
}
