import { type Json, sameJson } from '../core/json.js'
import { untag } from '../core/number.js'
import { checkArguments, type Environment, establishedBy } from '../environment/index.js'
import { buildGraph, learn } from '../graph/index.js'
import { witnessOf } from './effect-laws.js'
import type { Exploration } from './exploration.js'
import { hold, type Law } from './law.js'
import { notPlain } from './plain.js'
import { NO_CANDIDATES } from './reach.js'
import { assertLegal } from './scenario-laws.js'
import type { Transition } from './transition.js'

/** Laws of single calls: results, states, refusals, session conditions, places. */
export function callLaws(environment: Environment, explored: () => Exploration): Law[] {
  const { definition } = environment
  const { name } = environment.ref
  return [
    {
      name: 'results are plain JSON, and successes are what their tool returns',
      check() {
        for (const transition of explored().transitions) checkResult(environment, transition)
      },
    },
    {
      name: 'every call leaves a legal state',
      check() {
        for (const { call, before, after } of explored().transitions) {
          if (before.stateOf(name) !== after.stateOf(name))
            assertLegal(environment, after.stateOf(name), call as unknown as Json)
        }
      },
    },
    {
      name: 'arguments that the parameters do not allow are refused and run nothing',
      check() {
        for (const transition of explored().transitions) checkRefusal(environment, transition)
      },
    },
    {
      name: 'every tool that a user may wish for succeeds within a few steps',
      check() {
        const { reached, transitions } = explored()
        const succeeds = (tool: string): boolean =>
          transitions.some(({ call, result }) => call.name === tool && !result.error)
        const missed = [...reached.stuck].filter(([tool, why]) => why !== NO_CANDIDATES || succeeds(tool))
        hold(missed.length === 0, 'no planned call succeeded', () => Object.fromEntries(missed))
      },
    },
    {
      name: 'session conditions hold after the calls that establish them, and no longer after those that revoke them',
      check() {
        for (const transition of explored().transitions)
          if (!transition.result.error) checkConditions(environment, transition)
      },
    },
    {
      name: 'a tool fails while a session condition that it requires does not hold',
      check() {
        for (const transition of explored().transitions) {
          for (const condition of environment.tool(transition.call.name)?.requires ?? []) {
            const holds = definition.conditions?.[condition]?.(transition.before.stateOf(name)) ?? false
            hold(
              holds || transition.result.error !== undefined,
              `a call succeeded without '${condition}'`,
              witnessOf(transition),
            )
          }
        }
      },
    },
    {
      name: 'the place that an assistant reckons from its moves is the place',
      check() {
        if (!definition.places) return
        const graph = buildGraph([environment])
        for (const { call, result, after, knowledge } of explored().reached.transitions) {
          if (!knowledge) continue
          const reckoned = learn(graph, knowledge, [{ turn: knowledge.turn, index: 0, call, result }]).places.get(name)
          const current = definition.places.current(after.stateOf(name))
          hold(reckoned === current, 'reckoned and true place differ', () => ({
            call: call as unknown as Json,
            reckoned: reckoned ?? null,
            current,
          }))
        }
      },
    },
  ]
}

function checkResult(environment: Environment, transition: Transition): void {
  const { call, result } = transition
  const odd = notPlain(result.value)
  hold(odd === undefined, 'a result is not plain JSON', () => ({ call: call as unknown as Json, at: odd ?? '' }))
  const returns = environment.tool(call.name)?.returns
  if (!returns || result.error) return
  const value = untag(result.value)
  const parsed = returns.safeParse(value)
  hold(parsed.success, 'a success is not what the tool returns', witnessOf(transition))
  hold(
    sameJson(parsed.data as Json, value),
    'a success holds fields that the tool does not document',
    witnessOf(transition),
  )
}

function checkRefusal(environment: Environment, transition: Transition): void {
  const { call, before } = transition
  const schema = environment.spec(call.name)?.parameters ?? {}
  const wrong = { ...call, arguments: { ...call.arguments, no_such_parameter: 1 } }
  for (const refused of [wrong, ...(checkArguments(schema, untag(call.arguments)).length > 0 ? [call] : [])]) {
    const world = before.fork()
    const result = world.call(refused)
    hold(result.error?.code === 'invalid-arguments', 'arguments that the parameters do not allow were taken', () => ({
      call: refused as unknown as Json,
    }))
    hold(
      world.stateOf(environment.ref.name) === before.stateOf(environment.ref.name),
      'a refused call changed the state',
      witnessOf(transition),
    )
  }
}

function checkConditions(environment: Environment, transition: Transition): void {
  const { call, after } = transition
  const tool = environment.tool(call.name)
  if (!tool) return
  const holds = (condition: string): boolean =>
    environment.definition.conditions?.[condition]?.(after.stateOf(environment.ref.name)) ?? false
  for (const { condition, arguments: args } of establishedBy(tool)) {
    const establishing = Object.entries(args).every(([parameter, value]) =>
      sameJson(untag(call.arguments[parameter] ?? null), value),
    )
    hold(
      !establishing || holds(condition),
      `'${condition}' does not hold after a call that establishes it`,
      witnessOf(transition),
    )
  }
  for (const condition of tool.revokes ?? [])
    hold(!holds(condition), `'${condition}' still holds after a call that revokes it`, witnessOf(transition))
}
