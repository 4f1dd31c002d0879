import { messageTool } from '../core/message.js'
import { createRng } from '../core/random.js'
import { createScenario, type Environment, type WorldScenario } from '../environment/index.js'
import { RequestRefusal } from './refusal.js'
import type { Task } from './task.js'
import type { Tasks } from './tasks.js'

/** What the system prompt of a fresh scenario says. */
export type Brief = (scenario: WorldScenario, seed: number) => string

/** Fresh scenarios of environments, one for each seed: a world to act in, of which nobody has asked anything. */
export function tasksOfScenarios(environments: readonly Environment[], brief: Brief): Tasks {
  const name = environments.map(({ ref }) => ref.name).join('+')
  const idOf = (seed: number): string => `${name}:${seed}`
  return {
    about: name,
    count: undefined,
    ids: (from, limit) => Array.from({ length: limit }, (_, i) => idOf(from + i)),
    idOf,
    async open(id) {
      const seed = Number(id.slice(name.length + 1))
      if (!Number.isSafeInteger(seed) || seed < 0 || id !== idOf(seed))
        throw new RequestRefusal(
          'unknown-task',
          `There is no task '${id}'; they are called ${idOf(0)}, ${idOf(1)} and so on.`,
        )
      return scenarioTask(id, environments, seed, brief)
    },
  }
}

function scenarioTask(id: string, environments: readonly Environment[], seed: number, brief: Brief): Task {
  const scenario = createScenario(environments, createRng(seed))
  const { world } = scenario
  return {
    id,
    turn: 0,
    families: [],
    messages: [{ role: 'system', content: brief(scenario, seed) }],
    tools: world.tools.map(messageTool),
    start: () => world.fork(),
    restore: (name, args) => [name, args],
    judge: () => undefined,
  }
}
