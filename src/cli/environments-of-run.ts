import { DEFAULT_ENVIRONMENTS, defaultEnvironments, environmentsNamed } from '../catalog/index.js'
import { UsageError } from '../core/errors.js'
import type { Environment } from '../environment/index.js'
import { buildGraph } from '../graph/index.js'

/** What `--environments` says of itself. */
export const ENVIRONMENTS_HELP = `environments (default: those of --module and --openapi, else ${DEFAULT_ENVIRONMENTS.join(',')})`

/** The environments that a run is about; refused where one of them has nothing that anybody could ask for. */
export function environmentsOfRun(names: readonly string[] = defaultEnvironments()): readonly Environment[] {
  const environments = environmentsNamed(names, '--environments')
  const mute = environments.find((environment) => !isAskable(environment))
  if (mute)
    throw new UsageError(
      '--environments',
      `nobody could ask for anything in '${mute.ref.name}': no tool of it that leads anywhere has phrases, and candidates where it takes arguments`,
      'Give them to the tools that people ask for; see docs/guides/add-an-environment.md.',
    )
  return environments
}

function isAskable(environment: Environment): boolean {
  return [...buildGraph([environment]).tools.values()].some(
    ({ wishable, deadEnd }) => wishable && deadEnd === undefined,
  )
}
