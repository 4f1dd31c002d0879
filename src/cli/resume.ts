import { Command } from 'commander'
import { assertSameRun, startedManifest } from '../runtime/index.js'
import { hasJournal, openJournal, readManifest } from '../store/index.js'
import { VERSION } from '../version.js'
import { carryOut, type Means, thisProcess, withMeans } from './carry-out.js'
import { exitCodeOf, tell } from './tell.js'
import { withOwnTools } from './own-tools.js'

/** Goes on with a run that was stopped, killed or cut off. */
export function resumeCommand(): Command {
  const command = new Command('resume')
    .description(
      'Continue an interrupted run. What was finished is kept; the bytes are those of a run never interrupted.',
    )
    .argument('<dir>', 'the run directory')
  return withMeans(withOwnTools(command))
    .addHelpText('before', 'Example: turnsmith resume runs/mine\n')
    .action(async (directory: string, means: Means) => {
      await goOnWith(directory, means)
    })
}

/** Makes what is missing of a run. */
export async function goOnWith(directory: string, means: Means): Promise<void> {
  const manifest = readManifest(directory)
  if (manifest.status === 'complete') {
    // Killed between the last word of its manifest and the removal of its journal.
    if (hasJournal(directory)) openJournal(directory, manifest.run, thisProcess()).retire()
    process.stderr.write(`${directory} is complete; there is nothing to go on with.\n`)
    tell(directory, { manifest }, means)
    process.exitCode = exitCodeOf({ manifest })
    return
  }
  const configuration = assertSameRun(manifest, VERSION, directory)
  await carryOut(directory, startedManifest(configuration, VERSION, manifest.shard), configuration, means, false)
}
