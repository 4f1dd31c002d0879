import { forEachLeaf, type Json } from '../core/json.js'
import type { Message } from '../core/message.js'
import type { Trajectory } from '../core/trajectory.js'
import { promptOf, taskId, toolsInTurn } from '../core/turn-prompt.js'
import type { TaskExporter } from '../exporters/index.js'
import { formatLaws } from './format-laws.js'
import { hold, type Law } from './law.js'
import { deepFreeze } from './plain.js'
import { sampleTrajectories } from './sample-trajectories.js'

/** The law suite of formats of tasks, checked on turns of every shape. */
export function testTaskExporter(
  exporter: TaskExporter,
  trajectories: readonly Trajectory[] = sampleTrajectories(),
): Law[] {
  const turns = trajectories.flatMap((row) => row.turns.map((_, turn) => ({ row, turn })))
  const tasks = (): Json[] => turns.map(({ row, turn }) => exporter.task(row, turn))
  return [
    ...formatLaws(exporter, tasks),
    {
      name: 'the same turn gives the same bytes and is left as it was',
      check() {
        const frozen = deepFreeze(structuredClone(turns))
        const [one, other] = [tasks(), frozen.map(({ row, turn }) => exporter.task(row, turn))]
        hold(JSON.stringify(one) === JSON.stringify(other), 'two exports differ', () => exporter.name)
      },
    },
    {
      name: 'a task holds its id, all that was said before it, and the tools on offer, but for what is declared left out',
      check() {
        for (const { row, turn } of turns) checkHeld(exporter, row, turn)
      },
    },
    {
      name: 'nothing that comes after its user message stands in a task',
      check() {
        for (const { row, turn } of turns) checkFuture(exporter, row, turn)
      },
    },
  ]
}

function checkHeld(exporter: TaskExporter, row: Trajectory, turn: number): void {
  const held = leavesOf(exporter.task(row, turn))
  const prompt = promptOf(row, turn)
  const thoughts = prompt.flatMap((message) => (message.role === 'assistant' ? (message.reasoning_content ?? []) : []))
  const wanted = [
    taskId(row, turn),
    ...prompt.flatMap(textsOf),
    ...toolsInTurn(row, turn).flatMap(({ function: { name, description } }) => [name, description]),
    ...(Object.hasOwn(exporter.lost, 'reasoning_content') ? [] : thoughts),
  ]
  const gone = wanted.find((text) => text !== '' && !holds(held, text))
  hold(gone === undefined, 'something of the task is left out', () => gone ?? '')
}

function checkFuture(exporter: TaskExporter, row: Trajectory, turn: number): void {
  const prompt = promptOf(row, turn)
  const said = prompt.flatMap((message) => (message.role === 'assistant' ? (message.tool_calls ?? []) : []))
  const sent = said.map((call) => JSON.stringify(call.function.arguments))
  const visible = JSON.stringify([prompt, sent, toolsInTurn(row, turn), taskId(row, turn)])
  const later = row.messages.slice(prompt.length).flatMap(textsOf)
  const hidden = later.filter((text) => text.length > 3 && !visible.includes(quoted(text)))
  const held = leavesOf(exporter.task(row, turn))
  const told = hidden.find((text) => holds(held, text))
  hold(told === undefined, 'a task tells what comes later', () => told ?? '')
}

/** What a message says and does, without its thoughts. */
function textsOf(message: Message): string[] {
  const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : []
  return [message.content, ...calls.flatMap(({ function: { name, arguments: args } }) => [name, ...leavesOf(args)])]
}

function holds(leaves: readonly string[], text: string): boolean {
  return leaves.some((leaf) => leaf.includes(text) || leaf.includes(quoted(text)))
}

function leavesOf(value: Json): string[] {
  const texts: string[] = []
  forEachLeaf(value, (leaf) => {
    if (typeof leaf === 'string') texts.push(leaf)
  })
  return texts
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
