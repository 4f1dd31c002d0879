import { digest } from '../../src/core/digest.js'
import { type Json, type JsonObject, sameJson } from '../../src/core/json.js'
import { untag } from '../../src/core/number.js'
import { callTool, type Environment, withDefaults } from '../../src/environment/index.js'
import { type GoldenCall, goldenConstants, type GoldenRecord, type GoldenState, plainMappings } from './golden.js'

/** How an environment's folder loads a published configuration: `src/environments/<name>/load.ts`. */
export type Load = (
  config: JsonObject,
  options: { readonly longContext: boolean; readonly extension: JsonObject },
) => Json

/** Replays every record's calls of one class from their parsed arguments; returns a line for each difference. */
export function goldenDifferences(
  records: readonly GoldenRecord[],
  klass: string,
  environment: Environment,
  load: Load,
): { calls: number; states: number; differences: string[] } {
  const extension = goldenConstants()['long_context'] as JsonObject
  const differences: string[] = []
  let calls = 0
  let states = 0
  for (const record of records) {
    if (!record.involved_classes.includes(klass)) continue
    let state = load(record.initial_config[klass] ?? {}, { longContext: record.long_context, extension })
    const compareState = (where: string, expected: GoldenState | undefined): void => {
      if (!expected) return
      states += 1
      const problem = stateDifference(environment, state, expected)
      if (problem) differences.push(`${record.id} ${where}: ${problem}`)
    }
    compareState('initial state', record.initial_state[klass])
    record.turns.forEach((turn, t) => {
      for (const call of turn.calls) {
        if (call.class !== klass || !call.function || !call.arguments || !environment.spec(call.function)) continue
        calls += 1
        const args = withDefaults(environment.spec(call.function)?.parameters ?? {}, call.arguments)
        const called = callTool(environment, call.function, args, state, `${record.today}T12:00:00`)
        state = called.state
        if (!sameResult(called.value, call)) {
          differences.push(
            `${record.id} turn ${t} ${call.call}\n  expected ${call.result_str.slice(0, 300)}\n  got      ${JSON.stringify(called.value).slice(0, 300)}`,
          )
        }
      }
      compareState(`state after turn ${t}`, turn.state[klass])
    })
  }
  return { calls, states, differences }
}

function sameResult(value: Json, call: GoldenCall): boolean {
  if (call.raised) {
    if (call.set_order) return sorted(String(value)) === sorted(call.result_str)
    return value === call.result_str
  }
  if (call.result_omitted) return digest(plainMappings(value)) === call.result_sha256_jcs
  const [ours, theirs] = [plainMappings(value), plainMappings(call.result)]
  if (call.set_order) return sorted(JSON.stringify(ours)) === sorted(JSON.stringify(theirs))
  return sameJson(ours, theirs)
}

const sorted = (text: string): string => [...text].toSorted().join('')

function stateDifference(environment: Environment, state: Json, expected: GoldenState): string | undefined {
  const observed = environment.observe(state)
  if (expected.state === undefined)
    return digest(observed) === expected.sha256_jcs ? undefined : 'digests of the observed state differ'
  const theirs = untag(plainMappings(expected.state))
  if (sameJson(observed, theirs)) return undefined
  return `observed state differs\n  expected ${JSON.stringify(theirs).slice(0, 600)}\n  got      ${JSON.stringify(observed).slice(0, 600)}`
}
