import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import * as builtIn from '../environments/index.js'
import { type Exporter, lfDpo, openai, type PairExporter, trlDpo, trlKto } from '../exporters/index.js'

/** All built-in environments by name. */
export const ENVIRONMENTS: ReadonlyMap<string, Environment> = new Map(
  Object.values(builtIn).map((environment) => [environment.ref.name, environment]),
)

export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map([openai].map((exporter) => [exporter.name, exporter]))

/** Formats of preference pairs. */
export const PAIR_EXPORTERS: ReadonlyMap<string, PairExporter> = new Map(
  [trlDpo, trlKto, lfDpo].map((exporter) => [exporter.name, exporter]),
)

/** Names of all formats. */
export const FORMATS: readonly string[] = [...EXPORTERS.keys(), ...PAIR_EXPORTERS.keys()]

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

/** A format of rows or of preference pairs by its name; an unknown one is a usage error that lists the known ones. */
export function exporterNamed(name: string, where: string): Exporter | PairExporter {
  const exporter = EXPORTERS.get(name) ?? PAIR_EXPORTERS.get(name)
  if (!exporter) throw new UsageError(where, `there is no format '${name}'`, `Known: ${FORMATS.join(', ')}.`)
  return exporter
}
