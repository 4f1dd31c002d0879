import { Command } from 'commander'
import { defaultEnvironments, environmentNamed, knownEnvironments, leftOutOf } from '../catalog/index.js'
import type { Environment } from '../environment/index.js'
import type { Law } from '../testing/index.js'
import { withOwnTools } from './own-tools.js'

interface EnvironmentsOptions {
  readonly check?: boolean
  readonly json?: boolean
}

export function environmentsCommand(): Command {
  return withOwnTools(new Command('environments'))
    .description('List environments: the built-in ones, and those of your own.')
    .argument('[names...]', 'only these')
    .option(
      '--check',
      'hold them to the laws of all environments: your own, or those named; exit 1 where one is broken',
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'before',
      'Example: turnsmith environments --module tools.ts --check\n         turnsmith environments --openapi interface.yaml\n',
    )
    .action(async (names: readonly string[], { check = false, json = false }: EnvironmentsOptions) => {
      const known = names.map((name) => environmentNamed(name, 'environments'))
      if (!check) return list(known.length > 0 ? known : [...knownEnvironments().values()], json)
      const checked = known.length > 0 ? known : defaultEnvironments().map((name) => environmentNamed(name, '--check'))
      const { testEnvironment } = await import('../testing/index.js')
      return report(checked, testEnvironment, json)
    })
}

function list(environments: readonly Environment[], json: boolean): void {
  const all = environments.map(({ ref, definition, specs }) => ({
    name: ref.name,
    version: ref.version,
    tools: specs.length,
    benchmark: ref.benchmark ?? null,
    summary: definition.summary,
    leftOut: leftOutOf(ref.name),
  }))
  if (json) return console.log(JSON.stringify({ environments: all }))
  const width = Math.max(...all.map(({ name }) => name.length))
  for (const { name, tools, summary, leftOut } of all) {
    console.log(`${name.padEnd(width)}  ${String(tools).padStart(3)} tools  ${summary}`)
    for (const { what, reason } of leftOut) console.log(`${' '.repeat(width)}  left out   ${what}: ${reason}`)
  }
}

/** A law, and what shows that it does not hold, where something does. */
interface Held {
  readonly law: string
  readonly broken?: string
}

function report(
  environments: readonly Environment[],
  lawsFor: (environment: Environment) => Law[],
  json: boolean,
): void {
  const checked: { readonly name: string; readonly laws: readonly Held[] }[] = []
  for (const environment of environments) {
    const { name } = environment.ref
    const laws = lawsFor(environment).map(held)
    checked.push({ name, laws })
    if (laws.some(({ broken }) => broken !== undefined)) process.exitCode = 1
    if (json) continue
    console.log(`${name}: ${laws.filter(({ broken }) => broken === undefined).length} of ${laws.length} laws hold`)
    for (const { law, broken } of laws) if (broken !== undefined) console.log(`  BROKEN  ${law}\n          ${broken}`)
  }
  if (json) console.log(JSON.stringify({ environments: checked }))
}

function held({ name: law, check }: Law): Held {
  try {
    check()
    return { law }
  } catch (error) {
    // Laws call tools with all kinds of arguments: whatever a tool throws there is what is wrong with it.
    return { law, broken: whereOf(error) }
  }
}

/** What was thrown, and of a tool's own fault the line. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [, place] = error.name === 'LawBroken' ? [] : (/^ +at (.*)$/m.exec(error.stack ?? '') ?? [])
  return place === undefined ? error.message : `${error.message} (${place})`
}
