import * as z from 'zod'
import { ToolError } from '../../src/core/errors.js'
import { defineEnvironment, defineTool, type Environment } from '../../src/environment/index.js'

const state = z.object({
  count: z.number().int(),
  log: z.array(z.string()),
  seat: z.string(),
  generator: z.object({ seed: z.number().int(), drawn: z.number().int() }),
})
type State = z.infer<typeof state>
const define = defineTool<State>()

/** The smallest environment with every effect, and with a tool that writes before it fails. */
export const counter: Environment = defineEnvironment<State>({
  name: 'counter',
  version: 1,
  summary: 'A counter with a log.',
  state,
  unobserved: ['seat', 'generator'],
  scenario: ({ random }) => ({
    state: {
      count: random.next(1000),
      log: [],
      seat: 'front',
      generator: { seed: random.fork('seed').next(1000), drawn: 0 },
    },
    userKnows: [],
    situations: ['Somebody has to count.'],
  }),
  tools: {
    show: define({
      description: 'Show the count.',
      effect: 'read',
      parameters: z.object({}),
      returns: z.object({ count: z.number().int() }),
      run: ({ state: { count } }) => ({ count }),
    }),
    add: define({
      description: 'Add to the count and note it.',
      effect: 'write',
      parameters: z.object({ amount: z.number().int().min(1).max(9), note: z.string().default('added') }),
      returns: z.object({ count: z.number().int() }),
      candidates: () => [{ amount: 1 }, { amount: 2 }],
      run({ draft, args: { amount, note } }) {
        draft().count += amount
        draft().log.push(note)
        return { count: draft().count }
      },
    }),
    sit: define({
      description: 'Take another seat.',
      effect: 'session',
      parameters: z.object({ seat: z.enum(['front', 'back']) }),
      returns: z.object({ seat: z.string() }),
      run({ draft, args: { seat } }) {
        draft().seat = seat
        return { seat }
      },
    }),
    roll: define({
      description: 'Add a random number to the count.',
      effect: 'draws',
      parameters: z.object({}),
      returns: z.object({ rolled: z.number().int() }),
      run({ draft, random }) {
        const rolled = random.integer(1, 6)
        draft().count += rolled
        return { rolled }
      },
    }),
    spoil: define({
      description: 'Note something, then fail.',
      effect: 'write',
      parameters: z.object({ note: z.string() }),
      run({ draft, args: { note } }) {
        draft().log.push(note)
        throw new ToolError('spoiled', { error: `Spoiled after noting ${note}.` }, { transient: true })
      },
    }),
  },
})

/** A tool's definition replaced in an otherwise equal environment: for planting faults. */
export function withTool(
  environment: Environment,
  name: string,
  change: (tool: NonNullable<ReturnType<Environment['tool']>>) => object,
): Environment {
  const tool = environment.tool(name)
  const changed = tool && { ...tool, ...change(tool) }
  return { ...environment, tool: (asked) => (asked === name ? changed : environment.tool(asked)) }
}
