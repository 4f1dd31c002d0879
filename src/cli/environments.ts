import { Command } from 'commander'
import { ENVIRONMENTS, environmentsNamed } from '../catalog/index.js'

export function environmentsCommand(): Command {
  return new Command('environments')
    .description('List the built-in environments.')
    .option('--json', 'print one JSON object')
    .addHelpText('before', 'Example: turnsmith environments\n')
    .action((options: { json?: boolean }) => {
      const all = [...ENVIRONMENTS.values()].map(({ ref, definition, specs }) => ({
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

export function toolsCommand(): Command {
  return new Command('tools')
    .description('List the tools of an environment.')
    .argument('<environment>', 'its name')
    .option('--json', 'print one JSON object')
    .addHelpText('before', 'Example: turnsmith tools travel\n')
    .action((name: string, options: { json?: boolean }) => {
      const [environment] = environmentsNamed([name], 'tools')
      if (options.json) return console.log(JSON.stringify({ tools: environment?.specs ?? [] }))
      for (const { name: tool, effect, description, parameters } of environment?.specs ?? []) {
        console.log(
          `${tool}(${Object.keys((parameters['properties'] ?? {}) as object).join(', ')})  [${effect}]\n    ${description}`,
        )
      }
    })
}
