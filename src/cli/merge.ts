import { Command } from 'commander'
import { mergeShards } from '../store/index.js'
import { exitCodeOf, tell } from './tell.js'

/** Joins shards into one run. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Join the shards of a run, given in any order, into the bytes of one run.')
    .argument('<dirs...>', 'the directories of all shards, made with `turnsmith synth --shard i/n`')
    .requiredOption('--out <dir>', 'run directory; must be empty or new')
    .option('--json', 'print one JSON object as the last line')
    .addHelpText('before', 'Example: turnsmith merge runs/part-0 runs/part-1 --out runs/whole\n')
    .action(async (directories: string[], { out, json = false }: { out: string; json?: boolean }) => {
      const manifest = await mergeShards(directories, out)
      tell(out, { manifest }, { json })
      process.exitCode = exitCodeOf({ manifest })
    })
}
