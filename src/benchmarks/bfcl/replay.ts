import { digest, sha256 } from '../../core/digest.js'
import { isArray, isObject, type Json, sameJson } from '../../core/json.js'
import { untag } from '../../core/number.js'
import { dictEntries, formatRepr, isDict } from '../../text/index.js'
import type { BenchmarkClass, BenchmarkClasses } from './classes.js'
import type { Execution } from './execution.js'
import { Executor } from './executor.js'
import { createStart } from './start.js'
import type { GoldenCall, GoldenRecord, GoldenState } from './golden.js'
import { attributesOf } from './attributes.js'
import type { Constants } from './constants.js'
import type { Unsupported } from './unsupported.js'

/** What replaying golden transcripts came to. */
export interface ReplayCounts {
  records: number
  calls: number
  /** Calls whose result text is the original's. */
  equal: number
  states: number
  statesEqual: number
  unsupported: number
}

export interface Replay extends ReplayCounts {
  readonly unsupportedByName: { [name in Unsupported]?: number }
  readonly differences: ReplayDifference[]
}

export interface ReplayDifference {
  readonly record: string
  readonly turn: number
  readonly what: string
  readonly expected: string
  readonly got: string
}

/** Runs every call of the transcripts through the executor and compares result texts, and states after each turn. */
export function replayRecords(
  records: Iterable<GoldenRecord>,
  classes: BenchmarkClasses,
  constants: Constants,
): Replay {
  const replay: Replay = {
    records: 0,
    calls: 0,
    equal: 0,
    states: 0,
    statesEqual: 0,
    unsupported: 0,
    unsupportedByName: {},
    differences: [],
  }
  for (const record of records) replayRecord(record, classes, constants, replay)
  return replay
}

function replayRecord(record: GoldenRecord, classes: BenchmarkClasses, constants: Constants, replay: Replay): void {
  replay.records += 1
  const start = createStart(classes, {
    involved: record.involved_classes,
    configuration: record.initial_config,
    longContext: record.long_context,
    extension: record.long_context ? constants() : {},
    clock: `${record.today}T12:00:00`,
  })
  const executor = new Executor(start, `golden_eval_${record.id}`)
  const compareStates = (turn: number, states: GoldenRecord['initial_state']): void => {
    for (const one of start.classes) {
      const expected = states[one.name]
      if (expected) compareState(replay, record, turn, one, executor.stateOf(one.name), expected)
    }
  }
  compareStates(-1, record.initial_state)
  record.turns.forEach((turn, t) => {
    for (const call of turn.calls) compareCall(replay, record, t, call, executor.execute(call.call))
    compareStates(t, turn.state)
  })
}

function compareCall(
  replay: Replay,
  record: GoldenRecord,
  turn: number,
  call: GoldenCall,
  { text, unsupported }: Execution,
): void {
  replay.calls += 1
  if (sameText(text, call)) {
    replay.equal += 1
    return
  }
  const known = unsupported ?? (call.exception === 'SyntaxError' ? 'cpython-syntax-error' : undefined)
  if (known) {
    replay.unsupported += 1
    replay.unsupportedByName[known] = (replay.unsupportedByName[known] ?? 0) + 1
  } else
    replay.differences.push({
      record: record.id,
      turn,
      what: call.call,
      expected: call.result_str.slice(0, 400),
      got: text.slice(0, 400),
    })
}

function sameText(text: string, call: GoldenCall): boolean {
  if (call.result_str_sha256 !== undefined) return sha256(text) === call.result_str_sha256
  return text === call.result_str || (call.set_order === true && sorted(text) === sorted(call.result_str))
}

const sorted = (text: string): string => [...text].toSorted().join('')

function compareState(
  replay: Replay,
  record: GoldenRecord,
  turn: number,
  { name, environment }: BenchmarkClass,
  state: Json,
  expected: GoldenState,
): void {
  replay.states += 1
  const got = comparable(attributesOf(environment, state))
  const same =
    expected.state === undefined ? digest(got) === expected.sha256_jcs : sameJson(got, comparable(expected.state))
  if (same) {
    replay.statesEqual += 1
    return
  }
  const [theirs, ours] = [
    comparable(expected.state ?? { digest: expected.sha256_jcs }),
    expected.state === undefined ? { digest: digest(got) } : got,
  ]
  replay.differences.push({ record: record.id, turn, what: `state of ${name}`, ...firstDifference(theirs, ours) })
}

/** Untagged, mappings with other keys than texts in the notation of the golden files, whose digests are taken from it. */
function comparable(value: Json): Json {
  if (isArray(value)) return value.map(comparable)
  if (!isObject(value) || !isDict(value)) return untag(value)
  const entries = dictEntries(value).map(([key, item]) => [untag(key), comparable(item)] as const)
  if (entries.every(([key]) => typeof key === 'string')) return Object.fromEntries(entries)
  return { $pydict: entries.toSorted(([a], [b]) => byText(JSON.stringify(a), JSON.stringify(b))) }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first attribute that differs, as Python text. */
function firstDifference(expected: Json, got: Json): { expected: string; got: string } {
  const [theirs, ours] = [isObject(expected) ? expected : {}, isObject(got) ? got : {}]
  const key = [...Object.keys(theirs), ...Object.keys(ours)].find((name) => !sameJson(theirs[name], ours[name])) ?? ''
  const show = (value: Json | undefined): string =>
    `${key}: ${value === undefined ? 'absent' : formatRepr(value)}`.slice(0, 400)
  return { expected: show(theirs[key]), got: show(ours[key]) }
}
