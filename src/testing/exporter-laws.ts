import { forEachLeaf, isObject, type Json, type JsonObject } from '../core/json.js'
import type { Trajectory } from '../core/trajectory.js'
import type { Exporter } from '../exporters/index.js'
import { formatLaws } from './format-laws.js'
import { hold, type Law } from './law.js'
import { deepFreeze } from './plain.js'
import { sampleTrajectories } from './sample-trajectories.js'

/**
 * The law suite of exporters: what every format promises whoever trains on it, checked on rows of every shape.
 *
 * @example
 * it.each(testExporter(myExporter))('$name', ({ check }) => expect(check).not.toThrow())
 */
export function testExporter(exporter: Exporter, trajectories: readonly Trajectory[] = sampleTrajectories()): Law[] {
  const rows = (): readonly Json[] => trajectories.flatMap((trajectory) => exporter.rows(trajectory))
  return [
    ...formatLaws(exporter, rows),
    {
      name: 'every tool call has one result with its id, right after it',
      check() {
        for (const row of rows()) checkIds(row)
      },
    },
    {
      name: 'the same trajectory gives the same bytes and is left as it was',
      check() {
        const frozen = deepFreeze(structuredClone(trajectories))
        const [one, other] = [rows(), frozen.flatMap((trajectory) => exporter.rows(trajectory))]
        hold(JSON.stringify(one) === JSON.stringify(other), 'two exports differ', () => exporter.name)
      },
    },
    {
      name: 'everything that was said, called and returned is in the rows, but for what is declared left out',
      check() {
        for (const trajectory of trajectories) checkLosses(exporter, trajectory)
      },
    },
  ]
}

/** Wherever a row holds messages with call ids, results answer the calls of the message before them, in order. */
function checkIds(row: Json): void {
  const messages = isObject(row) && Array.isArray(row['messages']) ? (row['messages'] as JsonObject[]) : []
  const seen = new Set<string>()
  let open: string[] = []
  for (const message of messages) {
    const answered = message['tool_call_id']
    if (typeof answered === 'string') {
      hold(open[0] === answered, 'a result answers no open call, or out of order', () => ({ answered, open }))
      open = open.slice(1)
      continue
    }
    hold(open.length === 0, 'a call has no result', () => open)
    open = ((message['tool_calls'] ?? []) as JsonObject[]).map(({ id }) => String(id))
    for (const id of open) hold(!seen.has(id), 'an id is used twice', () => id)
    open.forEach((id) => seen.add(id))
  }
  hold(open.length === 0, 'a call has no result', () => open)
}

/** Texts of a trajectory by the name under which an exporter may declare them left out. */
function textsOf({ messages, tools }: Trajectory): { readonly [what: string]: readonly string[] } {
  const of = (role: string): string[] => messages.flatMap((message) => (message.role === role ? [message.content] : []))
  const assistants = messages.flatMap((message) => (message.role === 'assistant' ? [message] : []))
  const calls = assistants.flatMap(({ tool_calls: made }) => made ?? [])
  return {
    system: of('system'),
    user: of('user'),
    answers: of('assistant'),
    results: of('tool'),
    reasoning_content: assistants.map(({ reasoning_content: thought }) => thought ?? ''),
    calls: calls.flatMap(({ function: { name, arguments: args } }) => [name, ...textLeaves(args)]),
    tools: tools.flatMap(({ function: { name, description } }) => [name, description]),
  }
}

function textLeaves(value: Json): string[] {
  const texts: string[] = []
  forEachLeaf(value, (leaf) => {
    if (typeof leaf === 'string') texts.push(leaf)
  })
  return texts
}

function checkLosses(exporter: Exporter, trajectory: Trajectory): void {
  const held = exporter.rows(trajectory).flatMap(textLeaves)
  const holds = (text: string): boolean =>
    held.some((leaf) => leaf.includes(text) || leaf.includes(JSON.stringify(text).slice(1, -1)))
  for (const [what, texts] of Object.entries(textsOf(trajectory))) {
    const declared = Object.hasOwn(exporter.lost, what)
    const words = texts.filter((text) => text !== '')
    const gone = words.find((text) => !holds(text))
    hold(declared || gone === undefined, `${what} are left out without saying so`, () => gone ?? '')
    hold(
      !declared || words.length === 0 || gone !== undefined,
      `${what} are declared left out, yet they are there`,
      () => words.slice(0, 3),
    )
  }
}
