/**
 * Turns of a row as tasks to try, in this process: an agent acts, and the outcome is its reward. Run it with
 * `node examples/try-tasks.ts` (Node 22.18 or newer) after `npm ci`. Trainers in other languages use `turnsmith serve`.
 */
import assert from 'node:assert/strict'
import { createRng, type Message, synthesizeItem, worldKind } from 'turnsmith'
import { Session, type Task, taskOf } from 'turnsmith/server'
import { workshop } from './environments/workshop.ts'

const kind = worldKind([workshop])
const { row } = await synthesizeItem({ seed: 3, worlds: [kind], turns: [3, 3], kmax: 3 }, 0)
assert(row, 'item 0 was not accepted')

/** The agent that needs no model; yours asks your model with `task.messages` and `task.tools`. */
async function act(session: Session, task: Task): Promise<string> {
  const messages: Message[] = [...task.messages]
  const offered = new Set(task.tools.map((tool) => tool.function.name))
  const tools = workshop.specs.filter(({ name }) => offered.has(name))
  while (!session.outcome) {
    const random = createRng(`${task.id}:${messages.length}`)
    const { content, calls } = await kind.roles.reasoning.step({ messages, tools, hints: [], attempt: 1, random })
    if (calls.length === 0) return content
    const made = calls.map((call, i) => ({
      id: `call${messages.length}${i}`,
      type: 'function' as const,
      function: call,
    }))
    messages.push({ role: 'assistant', content, tool_calls: made })
    for (const { id, function: call } of made) {
      const { text } = session.call(call.name, call.arguments)
      messages.push({ role: 'tool', tool_call_id: id, name: call.name, content: text })
    }
  }
  return ''
}

for (const turn of row.turns.keys()) {
  const task = taskOf(row, turn, kind)
  const [careful, careless] = [new Session('careful', task), new Session('careless', task)]
  const { reward } = careful.answer(await act(careful, task))
  const { reward: none, reasons } = careless.answer('Sure, that is all done!')
  console.log(`${task.messages.at(-1)?.content}\n  careful: ${reward}; careless: ${none} (${reasons[0]?.kind})`)
  assert.deepEqual([reward, none], [1, 0])
}
