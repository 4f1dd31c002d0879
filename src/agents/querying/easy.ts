import type { AdvancedTool } from '../../core/advanced-tool.js'
import type { Json } from '../../core/json.js'
import { pick, type Rng } from '../../core/random.js'

/** The query nobody should be given: it names every step. Kept to show the difference, and to prove the leak check. */
export function easyQuery(tool: AdvancedTool, inputs: { readonly [name: string]: Json }, random: Rng): string {
  const steps = tool.body.map(({ tool: name, arguments: args }) => {
    const said = args.flatMap(({ at, value }) =>
      'input' in value && !('operation' in value)
        ? [`${at.slice(1).replaceAll(/[_/]/g, ' ')} ${JSON.stringify(inputs[value.input] ?? null)}`]
        : [],
    )
    return `use ${name}${said.length > 0 ? ` with ${said.join(', ')}` : ''}`
  })
  return `First ${steps.join(', then ')}${pick(random, ['.', ', please.'])}`
}
