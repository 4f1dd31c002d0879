import { Command } from 'commander'
import { knownEnvironments } from '../catalog/index.js'
import { withModules } from './modules.js'

export function environmentsCommand(): Command {
  return withModules(new Command('environments'))
    .description('List the built-in environments.')
    .option('--json', 'print one JSON object')
    .addHelpText('before', 'Example: turnsmith environments\n')
    .action((options: { json?: boolean }) => {
      const all = [...knownEnvironments().values()].map(({ ref, definition, specs }) => ({
        name: ref.name,
        version: ref.version,
        tools: specs.length,
        benchmark: ref.benchmark ?? null,
        summary: definition.summary,
      }))
      if (options.json) return console.log(JSON.stringify({ environments: all }))
      const width = Math.max(...all.map(({ name }) => name.length))
      for (const { name, tools, summary } of all)
        console.log(`${name.padEnd(width)}  ${String(tools).padStart(3)} tools  ${summary}`)
    })
}
