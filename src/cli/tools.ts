import { Command } from 'commander'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { environmentsNamed } from '../catalog/index.js'
import type { AdvancedTool } from '../core/advanced-tool.js'
import { subplansOf } from '../core/subplan.js'
import { readManifest, readTrajectories, TRAJECTORIES } from '../store/index.js'
import { withOwnTools } from './own-tools.js'

export function toolsCommand(): Command {
  return withOwnTools(new Command('tools'))
    .description('List the tools of an environment, or the advanced tools that a run abstracted from its traces.')
    .argument('<environment|dir>', "an environment's name or a run directory")
    .option('--json', 'print one JSON object')
    .addHelpText('before', 'Example: turnsmith tools travel\n         turnsmith tools runs/mine\n')
    .action(async (name: string, options: { json?: boolean }) => {
      if (existsSync(name) && statSync(name).isDirectory()) await listAdvancedTools(name, options.json ?? false)
      else listTools(name, options.json ?? false)
    })
}

function listTools(name: string, json: boolean): void {
  const [environment] = environmentsNamed([name], 'tools')
  if (json) return console.log(JSON.stringify({ tools: environment?.specs ?? [] }))
  for (const { name: tool, effect, description, parameters } of environment?.specs ?? [])
    console.log(`${tool}(${propertiesOf(parameters).join(', ')})  [${effect}]\n    ${description}`)
}

/** The composite tools of a dataset, equal plans as one, commonest first. */
async function listAdvancedTools(directory: string, json: boolean): Promise<void> {
  readManifest(directory)
  const found = new Map<string, { tool: AdvancedTool; turns: number }>()
  for await (const { row } of readTrajectories(join(directory, TRAJECTORIES))) {
    for (const tool of row.turns.flatMap(({ advancedTool }) => (advancedTool ? subplansOf(advancedTool) : []))) {
      const known = found.get(tool.signature)
      found.set(tool.signature, { tool: known?.tool ?? tool, turns: (known?.turns ?? 0) + 1 })
    }
  }
  const tools = numbered([...found.values()].toSorted(commonestFirst))
  if (json) return console.log(JSON.stringify({ advancedTools: tools.map(definitionOf) }))
  for (const { tool, turns } of tools) {
    const plan = tool.body.map(({ tool: step }) => step).join(' > ')
    console.log(
      `${tool.name}(${propertiesOf(tool.inputs).join(', ')}) -> ${propertiesOf(tool.outputs).join(', ') || 'done'}  [${turns} ${turns === 1 ? 'turn' : 'turns'}]\n    ${plan}`,
    )
  }
}

type Found = { readonly tool: AdvancedTool; readonly turns: number }

function commonestFirst(a: Found, b: Found): number {
  return b.turns - a.turns || (a.tool.signature < b.tool.signature ? -1 : 1)
}

/** Different plans of one name get numbers, the commonest keeps the name. */
function numbered(tools: readonly Found[]): Found[] {
  const taken = new Map<string, number>()
  return tools.map(({ tool, turns }) => {
    const n = (taken.get(tool.name) ?? 0) + 1
    taken.set(tool.name, n)
    return { tool: n === 1 ? tool : { ...tool, name: `${tool.name}_${n}` }, turns }
  })
}

/** As chat APIs take a tool, with what it returns and how it is computed. */
function definitionOf({ tool, turns }: Found): object {
  const { name, description, inputs, outputs, body, returns, signature } = tool
  return {
    type: 'function',
    function: { name, description, parameters: inputs },
    outputs,
    body,
    returns,
    signature,
    turns,
  }
}

function propertiesOf(schema: AdvancedTool['inputs']): string[] {
  return Object.keys((schema['properties'] ?? {}) as object)
}
