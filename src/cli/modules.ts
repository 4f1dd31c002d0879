import type { Command } from 'commander'
import { several } from './options.js'

/** Lets a command take environments of the user's own, by the files that export them. */
export function withModules(command: Command): Command {
  return command
    .option(
      '--module <file>',
      'a TypeScript or JavaScript file that exports environments of your own (repeatable)',
      several,
    )
    .hook('preAction', async (_, action) => {
      const { module: files = [] } = action.opts<{ readonly module?: readonly string[] }>()
      // All environments stand behind this: a command that leaves the work to threads does not need them itself.
      if (files.length > 0) await (await import('../catalog/index.js')).useModules(files)
    })
}
