import { type AdvancedTool, requestsOf } from '../core/advanced-tool.js'
import type { Json, JsonObject } from '../core/json.js'
import type { QueryingInput, ToolInput } from './querying/agent.js'

/** How the three registers are described to a model. */
export const VOICES: { readonly [register in QueryingInput['register']]: string } = {
  plain: 'matter of fact, a sentence or two',
  brisk: 'in a hurry, short, no courtesies',
  warm: 'friendly and a little chatty',
}

/** The advanced tool as its user sees it: what it does and takes, not what it is made of. */
export function capabilityOf(tool: AdvancedTool, inputs: ToolInput['inputs']): JsonObject {
  const wishes = requestsOf(tool, inputs).map((request, i): Json => ({
    goal: request.tool,
    values: Object.fromEntries(
      Object.entries(request.arguments).map(([parameter, reference]): [string, Json] => {
        if (reference.by === 'earlier') return [parameter, 'earlier']
        const said = tool.requests[i]?.arguments[parameter]
        const input = said && said.by !== 'earlier' ? said.input : parameter
        return [
          parameter,
          reference.by === 'field' ? { input, describes: reference.field, how: reference.match } : input,
        ]
      }),
    ),
  }))
  return { name: tool.name, description: tool.description, inputs, wishes }
}
