import { isObject, type Json, sameJson } from '../core/json.js'
import { at } from '../core/pointer.js'
import type { Effect } from '../core/tool.js'
import type { Environment, World } from '../environment/index.js'
import type { Exploration } from './exploration.js'
import { hold, type Law } from './law.js'
import type { Transition } from './transition.js'

/** What one call did to the state, as observed. */
interface Change {
  readonly private: boolean
  readonly observed: boolean
  readonly drew: boolean
}

/** Laws of declared effects: checked on what calls did, not believed. */
export function effectLaws(environment: Environment, explored: () => Exploration): Law[] {
  const effectOf = (tool: string): Effect => environment.spec(tool)?.effect ?? 'unknown'
  const made = (effect: Effect): Transition[] =>
    explored().transitions.filter(({ call }) => effectOf(call.name) === effect)
  return [
    {
      name: 'a read tool changes nothing',
      check() {
        for (const transition of made('read')) {
          const { before, after } = transition
          hold(
            before.stateOf(environment.ref.name) === after.stateOf(environment.ref.name),
            'a read tool changed the state',
            witnessOf(transition),
          )
        }
      },
    },
    {
      name: 'a session tool changes the session only: nothing that any other tool writes',
      check() {
        const written = new Map(
          [...made('write'), ...made('draws')].flatMap((transition) =>
            placesChanged(transition).map((place) => [place, transition.call.name] as const),
          ),
        )
        for (const transition of made('session')) {
          const shared = placesChanged(transition).find((place) => written.has(place))
          hold(
            shared === undefined,
            `a session tool changed '${shared}', as ${written.get(shared ?? '')} does`,
            witnessOf(transition),
          )
        }
      },
    },
    {
      name: 'only tools that draw advance the generator',
      check() {
        for (const transition of explored().transitions) {
          const { drew } = changeOf(environment, transition)
          hold(
            !drew || effectOf(transition.call.name) === 'draws',
            'a tool advanced the generator without saying so',
            witnessOf(transition),
          )
        }
      },
    },
    {
      name: 'every declared effect is seen to happen',
      check() {
        for (const { name, effect } of environment.specs) {
          const successes = explored().transitions.filter(({ call, result }) => call.name === name && !result.error)
          const changes = successes.map((transition) => changeOf(environment, transition))
          const seen =
            changes.length === 0 ||
            effect === 'read' ||
            effect === 'unknown' ||
            changes.some((change) => shows(change, effect))
          hold(seen, `a tool declared '${effect}' never did that`, () => ({ tool: name, successes: successes.length }))
        }
      },
    },
  ]
}

function shows(change: Change, effect: Effect): boolean {
  if (effect === 'draws') return change.drew
  return effect === 'session' ? change.private : change.observed
}

function changeOf({ ref: { name } }: Environment, { before, after }: Transition): Change {
  const drawn = (world: World): Json => at(world.stateOf(name), '/generator') ?? null
  return {
    private: !sameJson(before.stateOf(name), after.stateOf(name)),
    observed: !before.sameAs(after),
    drew: !sameJson(drawn(before), drawn(after)),
  }
}

/** Observed state keys, as `environment.key`, that a call changed. */
function placesChanged({ before, after }: Transition): string[] {
  if (before.sameAs(after)) return []
  const [old, now] = [before.observe(), after.observe()]
  return Object.entries(now).flatMap(([name, observed]) => {
    const was = old[name]
    if (!isObject(observed) || !isObject(was)) return [name]
    return Object.keys({ ...was, ...observed })
      .filter((key) => !sameJson(was[key], observed[key]))
      .map((key) => `${name}.${key}`)
  })
}

export function witnessOf({ call, result }: Transition): () => Json {
  return () => ({ call: call as unknown as Json, result: result as unknown as Json })
}
