import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import * as builtIn from '../environments/index.js'
import { type Exporter, openai } from '../exporters/index.js'

/** All built-in environments by name. */
export const ENVIRONMENTS: ReadonlyMap<string, Environment> = new Map(
  Object.values(builtIn).map((environment) => [environment.ref.name, environment]),
)

export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map([openai].map((exporter) => [exporter.name, exporter]))

/** Environments of a default run. */
export const DEFAULT_ENVIRONMENTS: readonly string[] = [...ENVIRONMENTS.keys()]

/** Environments by name, in the order given; an unknown name is a usage error that lists the known ones. */
export function environmentsNamed(names: readonly string[], where: string): Environment[] {
  return names.map((name) => {
    const environment = ENVIRONMENTS.get(name)
    if (!environment)
      throw new UsageError(where, `there is no environment '${name}'`, `Known: ${[...ENVIRONMENTS.keys()].join(', ')}.`)
    return environment
  })
}

export function exporterNamed(name: string, where: string): Exporter {
  const exporter = EXPORTERS.get(name)
  if (!exporter)
    throw new UsageError(where, `there is no format '${name}'`, `Known: ${[...EXPORTERS.keys()].join(', ')}.`)
  return exporter
}
