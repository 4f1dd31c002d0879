import {
  payloadIn,
  proceduralCritiquing,
  proceduralQuerying,
  proceduralReasoning,
  quotedIn,
  type ReasoningAgent,
  type ReplyInput,
} from '../../agents/index.js'
import type { AdvancedTool, InputReference } from '../../core/advanced-tool.js'
import { isObject, type Json, type JsonObject, sameJson } from '../../core/json.js'
import type { Message } from '../../core/message.js'
import { createRng } from '../../core/random.js'
import type { Match } from '../../core/reference.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { Environment } from '../../environment/index.js'
import { buildGraph } from '../../graph/index.js'
import { type Lexicon, lexiconOf } from '../../language/index.js'
import type { ChatMessage } from '../../model/index.js'
import { type Answer, textOf, type WireRequest } from './wire.js'

/** Which role a request asks for. */
export type Played = 'tooling' | 'querying' | 'reasoning' | 'critiquing' | 'user'

/** Answers as a model that plays the roles perfectly well, by the agents that need no model. */
export interface Players {
  readonly roleOf: (request: WireRequest) => Played
  play(request: WireRequest): Promise<Answer>
}

/** Players over these environments: they know the tools that a request offers or names, and nothing of where it comes from. */
export function createPlayers(environments: readonly Environment[]): Players {
  const homes = new Map(
    environments.flatMap((environment) => environment.specs.map((spec) => [spec.name, { environment, spec }] as const)),
  )
  const minds = new Map<string, { readonly lexicon: Lexicon; readonly reasoning: ReasoningAgent }>()
  const mindFor = (tools: readonly string[]): { readonly lexicon: Lexicon; readonly reasoning: ReasoningAgent } => {
    const used = environments.filter(({ specs }) => specs.some(({ name }) => tools.includes(name)))
    const key = used.map(({ ref }) => ref.name).join('+')
    const known = minds.get(key)
    if (known) return known
    const lexicon = lexiconOf(used)
    const mind = { lexicon, reasoning: proceduralReasoning(buildGraph(used), lexicon) }
    minds.set(key, mind)
    return mind
  }

  const reason = async (request: WireRequest): Promise<Answer> => {
    const offered = (request.tools ?? []).map(({ function: { name } }) => name)
    const system = textOf(request.messages[0] ?? { role: 'system' })
    const guidance = quotedIn('guidance', system)?.split('\n') ?? []
    const hints = guidance.filter((line) => /^\d+\. /.test(line))
    const step = await mindFor(offered).reasoning.step({
      messages: conversationOf(request, quotedIn('situation', system) ?? ''),
      tools: offered.flatMap((name) => homes.get(name)?.spec ?? []),
      hints,
      attempt: hints.length,
      random: createRng(`player:${request.seed ?? 0}`),
    })
    return {
      content: step.content,
      ...(step.reasoning === undefined ? {} : { reasoning: step.reasoning }),
      calls: step.calls.map(({ name, arguments: args }) => ({ name, arguments: JSON.stringify(args) })),
    }
  }

  const query = async (request: WireRequest): Promise<Answer> => {
    const asked = payloadIn('asked', plain(request))
    const { tool, inputs } = capabilityOf(
      payloadIn(asked === undefined ? 'capability' : 'facts', plain(request)) as JsonObject,
    )
    const said = (payloadIn('conversation', plain(request)) ?? []) as readonly JsonObject[]
    const voice = /Voice: (matter|in a|friendly)/.exec(textOf(request.messages.at(-1) ?? { role: 'user' }))?.[1]
    const { lexicon } = mindFor(tool.requests.map(({ tool: name }) => name))
    const written = await proceduralQuerying(lexicon).write({
      tool,
      inputs,
      turn: said.length === 0 ? 0 : 1,
      ...(asked === undefined ? {} : { subject: followOf(String(asked)), messages: said.flatMap(userMessageOf) }),
      situations: (payloadIn('situation', plain(request)) ?? []) as readonly string[],
      register: voice === 'in a' ? 'brisk' : voice === 'friendly' ? 'warm' : 'plain',
      random: createRng(`player:${request.seed ?? 0}`),
    })
    return { content: JSON.stringify({ message: written?.text ?? 'I do not know how to say that.' }) }
  }

  const describe = (request: WireRequest): Answer => {
    const { wishes, calls } = payloadIn('trace', plain(request)) as unknown as TracePayload
    const inputs = inputsOf(wishes, calls)
    const goals = wishes.map(({ tool }) => tool)
    const said = goals.map((name) => homes.get(name)?.spec.description ?? name).join(' ')
    return {
      content: JSON.stringify({
        name: `${snake(goals.join('_and_')).slice(0, 55)}_adv`,
        description: said.slice(0, 600).padEnd(8, '.'),
        inputs: [...inputs].map(([name, value]) => ({
          name: snake(name),
          description: name.replaceAll('_', ' '),
          value,
        })),
      }),
    }
  }

  const criticise = async (request: WireRequest): Promise<Answer> => {
    const reasons = payloadIn('findings', plain(request)) as unknown as readonly Discrepancy[]
    const hint = await proceduralCritiquing().critique({ reasons, messages: [], attempt: 0 })
    return { content: JSON.stringify({ hint }) }
  }

  return {
    roleOf,
    async play(request) {
      switch (roleOf(request)) {
        case 'tooling':
          return describe(request)
        case 'querying':
        case 'user':
          return await query(request)
        case 'critiquing':
          return await criticise(request)
        case 'reasoning':
          return await reason(request)
      }
    },
  }
}

function roleOf(request: WireRequest): Played {
  const messages = plain(request)
  if (payloadIn('trace', messages) !== undefined) return 'tooling'
  if (payloadIn('asked', messages) !== undefined) return 'user'
  if (payloadIn('capability', messages) !== undefined) return 'querying'
  if (payloadIn('findings', messages) !== undefined) return 'critiquing'
  return 'reasoning'
}

/** The prompt itself: not the answers that were sent back, nor what was said about them. */
function plain({ messages }: WireRequest): ChatMessage[] {
  return messages.slice(0, 2).map((message) => ({ role: 'user', content: textOf(message) }))
}

/** The conversation of a request under its own system prompt; a step that was sent back, and the objection, never were. */
function conversationOf({ messages: all }: WireRequest, system: string): Message[] {
  const refused = textOf(all.at(-1) ?? { role: 'user' }).startsWith('That step cannot be used:')
  const messages = refused ? all.slice(0, -2) : all
  const names = new Map(
    messages.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id, function: { name } }) => [id, name])),
  )
  return [
    { role: 'system', content: system },
    ...messages.flatMap((message): Message[] => {
      const content = textOf(message)
      if (message.role === 'user') return [{ role: 'user', content }]
      if (message.role === 'tool') {
        const id = message.tool_call_id ?? ''
        return [{ role: 'tool', tool_call_id: id, name: names.get(id) ?? '', content }]
      }
      if (message.role !== 'assistant') return []
      const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: json } }) => ({
        id,
        type: 'function' as const,
        function: { name, arguments: JSON.parse(json) as JsonObject },
      }))
      return [{ role: 'assistant', content, ...(calls.length > 0 ? { tool_calls: calls } : {}) }]
    }),
  ]
}

function followOf(asked: string): ReplyInput['subject'] {
  return asked === 'again' ? { kind: 'retry' } : { kind: 'reply', parameter: asked }
}

function userMessageOf({ user }: JsonObject): Message[] {
  return user === undefined ? [] : [{ role: 'user', content: String(user) }]
}

/** The advanced tool as the prompt shows it: its requests and inputs, and no body. */
function capabilityOf(shown: JsonObject): { tool: AdvancedTool; inputs: { readonly [name: string]: Json } } {
  const inputs = shown['inputs'] as JsonObject
  const wishes = shown['wishes'] as unknown as readonly { readonly goal: string; readonly values: JsonObject }[]
  const requests = wishes.map(({ goal, values }, step) => ({
    step,
    tool: goal,
    does: '',
    arguments: Object.fromEntries(
      Object.entries(values).map(([parameter, said]): [string, InputReference] => {
        if (isObject(said))
          return [
            parameter,
            {
              by: 'field',
              field: String(said['describes']),
              match: said['how'] as Match,
              input: String(said['input']),
            },
          ]
        return [parameter, said === 'earlier' ? { by: 'earlier' } : { by: 'value', input: String(said) }]
      }),
    ),
  }))
  const tool: AdvancedTool = {
    name: String(shown['name']),
    description: String(shown['description']),
    inputs: {},
    outputs: {},
    signature: '',
    body: [],
    returns: [],
    requests,
    hint: '',
  }
  return { tool, inputs }
}

interface TracePayload {
  readonly wishes: readonly {
    readonly tool: string
    readonly arguments: {
      readonly [parameter: string]: 'earlier' | { readonly value: Json; readonly describes?: string }
    }
  }[]
  readonly calls: readonly {
    readonly arguments: readonly { readonly at: string; readonly value: Json; readonly from: string }[]
  }[]
}

/** What only the user can say: the values of wishes, then dictated arguments that repeat none of them. */
function inputsOf(wishes: TracePayload['wishes'], calls: TracePayload['calls']): Map<string, Json> {
  const inputs = new Map<string, Json>()
  const add = (base: string, value: Json): void => {
    let name = base
    for (let n = 2; inputs.has(name) && !sameJson(inputs.get(name), value); n++) name = `${base}_${n}`
    inputs.set(name, value)
  }
  for (const { arguments: args } of wishes)
    for (const [parameter, said] of Object.entries(args))
      if (said !== 'earlier') add(said.describes ? `${parameter}_${said.describes}` : parameter, said.value)
  for (const { arguments: args } of calls)
    for (const { at, value, from } of args)
      if ((from === 'user' || from === 'free') && ![...inputs.values()].some((known) => sameJson(known, value)))
        add(at.slice(1).replaceAll('/', '_'), value)
  return inputs
}

function snake(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  return words.replaceAll(/[^a-z0-9_]+/g, '_').replace(/^[^a-z]+/, 'x')
}
