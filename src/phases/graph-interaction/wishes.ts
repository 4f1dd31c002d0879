import type { Request } from '../../core/reference.js'
import type { Visible } from '../../core/visible.js'
import { type ApiGraph, type GraphTool, type Knowledge } from '../../graph/index.js'
import type { ProposalContext } from './proposals.js'
import type { SamplerInput } from './sampler.js'

/** The tools that a turn may be about. */
export function wishable({ graph, targets }: Pick<SamplerInput, 'graph' | 'targets'>): GraphTool[] {
  return [...graph.tools.values()].filter((tool) => tool.wishable && (!targets || targets.has(tool.spec.name)))
}

/** The tools that a second wish in the same message may be about: others of the environment of the first. */
export function companionsOf(graph: ApiGraph, tool: string): GraphTool[] {
  const environment = graph.tools.get(tool)?.spec.environment
  return wishable({ graph }).filter(({ spec }) => spec.environment === environment && spec.name !== tool)
}

/** What wishes are proposed from when this much is known. */
export function proposalsFrom(input: SamplerInput, knowledge: Knowledge, label: string): ProposalContext {
  const { graph, world, known, sayable, random } = input
  return { graph, world, known, knowledge, random: random.fork(label), sayable }
}

/** The same wish twice in a conversation owes nothing new. */
export function alreadyAsked({ tool, arguments: args }: Request, visible: Visible): boolean {
  const said = Object.values(args).flatMap((reference) => (reference.by === 'value' ? [reference.value] : []))
  return (
    visible.calls.some(
      ({ call }) =>
        call.name === tool &&
        said.every((value) => Object.values(call.arguments).includes(value)) &&
        Object.keys(args).length === 0,
    ) ||
    visible.calls.some(
      ({ call }) =>
        call.name === tool &&
        said.length > 0 &&
        said.length === Object.keys(call.arguments).length &&
        said.every((value) => Object.values(call.arguments).includes(value)),
    )
  )
}
