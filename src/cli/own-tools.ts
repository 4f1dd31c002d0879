import type { Command } from 'commander'
import { several } from './options.js'

interface OwnToolsOptions {
  readonly module?: readonly string[]
  readonly openapi?: readonly string[]
}

/** Lets a command take environments of the user's own, by the files that they come from. */
export function withOwnTools(command: Command): Command {
  return command
    .option(
      '--module <file>',
      'a TypeScript or JavaScript file that exports environments of your own (repeatable)',
      several,
    )
    .option(
      '--openapi <file>',
      'an OpenAPI document (3.0 to 3.2) whose interface is simulated, FILE#a,b for its collections or tags of these names (repeatable)',
      several,
    )
    .hook('preAction', async (_, action) => {
      const { module: modules = [], openapi = [] } = action.opts<OwnToolsOptions>()
      // All environments stand behind this: a command that leaves the work to threads does not need them itself.
      if (modules.length + openapi.length > 0)
        await (await import('../catalog/index.js')).useOwnFiles({ modules, openapi })
    })
}
