import {
  payloadIn,
  proceduralCritiquing,
  proceduralQuerying,
  proceduralReasoning,
  quotedIn,
  type ReasoningAgent,
  type QueryingInput,
  referencesIn,
} from '../../agents/index.js'
import type { AdvancedTool, InputReference } from '../../core/advanced-tool.js'
import { type Json, type JsonObject, sameJson } from '../../core/json.js'
import type { Message } from '../../core/message.js'
import { createRng } from '../../core/random.js'
import type { Subject } from '../../core/subject.js'
import type { Discrepancy } from '../../core/verdict.js'
import type { Environment, Unsupported } from '../../environment/index.js'
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
      // Never as at a first attempt, where the agent now and then overlooks something: what goes wrong is for faults to decide.
      attempt: hints.length + 1,
      random: createRng(`player:${request.seed ?? 0}`),
    })
    return {
      content: step.content,
      ...(step.reasoning === undefined ? {} : { reasoning: step.reasoning }),
      calls: step.calls.map(({ name, arguments: args }) => ({ name, arguments: JSON.stringify(args) })),
    }
  }

  const query = async (request: WireRequest): Promise<Answer> => {
    const prompt = plain(request)
    const said = (payloadIn('conversation', prompt) ?? []) as readonly JsonObject[]
    const voice = /Voice: (matter|in a|friendly)/.exec(prompt.at(-1)?.content ?? '')?.[1]
    const manner = {
      turn: said.length === 0 ? 0 : 1,
      messages: said.flatMap(userMessageOf),
      situations: (payloadIn('situation', prompt) ?? []) as readonly string[],
      register: voice === 'in a' ? 'brisk' : voice === 'friendly' ? 'warm' : 'plain',
      random: createRng(`player:${request.seed ?? 0}`),
    } as const
    const { lexicon, ...about } = messageAbout(prompt, said)
    const written = await proceduralQuerying(lexicon).write({ ...about, ...manner } as QueryingInput)
    return { content: JSON.stringify({ message: written?.text ?? 'I do not know how to say that.' }) }
  }

  /** What a message is to be about, and a lexicon that has the words for it. */
  const messageAbout = (prompt: readonly ChatMessage[], said: readonly JsonObject[]): MessageAbout => {
    const wanted = payloadIn('wanted', prompt)
    if (wanted !== undefined) {
      const { lexicon } = mindFor(said.flatMap(({ call }) => (call === undefined ? [] : [String(call)])))
      return { lexicon, subject: { kind: 'recall', label: String(wanted) } }
    }
    const wish = payloadIn('wish', prompt) as WishPayload | undefined
    if (wish) {
      const home = environments.find((environment) => unsupportedIn(environment, wish))
      const { lexicon } = mindFor(home?.specs.slice(0, 1).map(({ name }) => name) ?? [])
      const tool = `@${home?.ref.name}/${home && unsupportedIn(home, wish)?.name}`
      return { lexicon, subject: { kind: 'unsupported', request: { tool, arguments: referencesIn(wish.about) } } }
    }
    const shown = (payloadIn('capability', prompt) ?? payloadIn('facts', prompt)) as JsonObject
    const { tool, inputs } = capabilityOf(shown)
    const { lexicon } = mindFor(tool.requests.map(({ tool: name }) => name))
    return { lexicon, tool, inputs, subject: subjectIn(prompt) }
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
  if (['capability', 'wish', 'wanted'].some((tag) => payloadIn(tag, messages) !== undefined)) return 'querying'
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

function subjectIn(prompt: readonly ChatMessage[]): Subject {
  const [asked, forgotten, changed] = ['asked', 'forgotten', 'changed'].map((tag) => payloadIn(tag, prompt))
  if (asked !== undefined) return asked === 'again' ? { kind: 'retry' } : { kind: 'reply', parameter: String(asked) }
  if (forgotten !== undefined) return { kind: 'incomplete', parameter: String(forgotten) }
  return changed === undefined ? { kind: 'requests' } : { kind: 'revision', parameter: String(changed) }
}

interface MessageAbout {
  readonly lexicon: Lexicon
  readonly subject: Subject
  readonly tool?: AdvancedTool
  readonly inputs?: { readonly [name: string]: Json }
}

interface WishPayload {
  readonly what: string
  readonly about: JsonObject
}

function unsupportedIn({ definition }: Environment, { what, about }: WishPayload): Unsupported | undefined {
  return definition.conversation?.unsupported?.find(
    (declared) => declared.what === what && Object.keys(declared.entities ?? {}).join() === Object.keys(about).join(),
  )
}

function userMessageOf({ user }: JsonObject): Message[] {
  return user === undefined ? [] : [{ role: 'user', content: String(user) }]
}

/** The advanced tool as the prompt shows it: its requests with what is said in them, and no body. */
function capabilityOf(shown: JsonObject): { tool: AdvancedTool; inputs: { readonly [name: string]: Json } } {
  const inputs: { [name: string]: Json } = {}
  const wishes = shown['wishes'] as unknown as readonly { readonly goal: string; readonly values: JsonObject }[]
  const requests = wishes.map(({ goal, values }, step) => ({
    step,
    tool: goal,
    does: '',
    arguments: Object.fromEntries(
      Object.entries(referencesIn(values)).map(([parameter, reference]): [string, InputReference] => {
        if (reference.by === 'earlier') return [parameter, reference]
        const { value, ...rest } = reference
        const input = `${step}/${parameter}`
        inputs[input] = value
        return [parameter, { ...rest, input }]
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
