import type { Trace } from '../core/trace.js'
import type { Task } from '../server/index.js'
import type { Tried } from './try.js'

/** How often tries passed. */
export interface Rate {
  readonly tasks: number
  readonly tries: number
  /** Of all tries, the share that passed [pass@1]. */
  readonly passRate: number
  /** Of all tasks, the share that some try passed [pass@k]. */
  readonly passAtK: number
}

type Rates = { readonly [name: string]: Rate }

/** What a model can do and what it cannot: pass rates by what the tasks ask for (DESIGN 10). */
export interface Profile {
  readonly schema: 1
  readonly model: string
  /** Tries at each task. */
  readonly k: number
  readonly overall: Rate
  readonly byFamily: Rates
  /** By the tools that were asked for. */
  readonly byTool: Rates
  /** By a tool and one that needs it, `a -> b`. */
  readonly byRelation: Rates
  /** By the steps that nobody asked for by name. */
  readonly byHiddenSteps: Rates
  /** By the calls that it takes. */
  readonly byCalls: Rates
  /** Of the tries that failed, how many for this reason among others. */
  readonly reasons: { readonly [reason: string]: number }
  /** The pass rate of each task. */
  readonly tasks: { readonly [task: string]: number }
}

/** What a task asks for, under the names by which rates are told apart. */
export interface Aspects {
  readonly families: readonly string[]
  readonly tools: readonly string[]
  readonly relations: readonly string[]
  readonly hiddenSteps: string
  readonly calls: string
}

/** More of anything than this is counted as so many or more. */
const MANY = 5

export function aspectsOf({ families, trace }: Task): Aspects {
  const calls = trace?.calls ?? []
  const nameOf = (call: number): string => calls[call]?.call.name ?? ''
  return {
    families,
    tools: [...new Set(trace?.goal.calls.map(nameOf))],
    relations: [...new Set(calls.flatMap(({ needs }, i) => needs.map((need) => `${nameOf(need)} -> ${nameOf(i)}`)))],
    hiddenSteps: counted(hiddenIn(trace)),
    calls: counted(calls.length),
  }
}

function hiddenIn(trace: Trace | undefined): number {
  return trace?.calls.filter(({ hidden }) => hidden).length ?? 0
}

function counted(count: number): string {
  return count < MANY ? String(count) : `${MANY}+`
}

/** The profile of these tries, at tasks that ask for these things. */
export function profileOf(
  model: string,
  k: number,
  tried: readonly Tried[],
  aspects: ReadonlyMap<string, Aspects>,
): Profile {
  const by = (namesOf: (aspects: Aspects) => readonly string[]): Rates => {
    const groups = new Map<string, Tried[]>()
    for (const one of tried) {
      const found = aspects.get(one.task)
      for (const name of found ? namesOf(found) : []) groups.set(name, [...(groups.get(name) ?? []), one])
    }
    return Object.fromEntries([...groups].toSorted(byName).map(([name, group]) => [name, rateOf(group)]))
  }
  return {
    schema: 1,
    model,
    k,
    overall: rateOf(tried),
    byFamily: by(({ families }) => families),
    byTool: by(({ tools }) => tools),
    byRelation: by(({ relations }) => relations),
    byHiddenSteps: by(({ hiddenSteps }) => [hiddenSteps]),
    byCalls: by(({ calls }) => [calls]),
    reasons: reasonsIn(tried),
    tasks: Object.fromEntries([...byTask(tried)].toSorted(byName).map(([task, tries]) => [task, shareOf(tries)])),
  }
}

function rateOf(tried: readonly Tried[]): Rate {
  const tasks = [...byTask(tried).values()]
  const passed = tasks.filter((tries) => tries.some((one) => one.passed)).length
  return {
    tasks: tasks.length,
    tries: tried.length,
    passRate: shareOf(tried),
    passAtK: tasks.length === 0 ? 0 : rounded(passed / tasks.length),
  }
}

function byTask(tried: readonly Tried[]): Map<string, Tried[]> {
  const groups = new Map<string, Tried[]>()
  for (const one of tried) {
    const group = groups.get(one.task)
    if (group) group.push(one)
    else groups.set(one.task, [one])
  }
  return groups
}

function shareOf(tried: readonly Tried[]): number {
  return tried.length === 0 ? 0 : rounded(tried.filter(({ passed }) => passed).length / tried.length)
}

function reasonsIn(tried: readonly Tried[]): Profile['reasons'] {
  const counts = new Map<string, number>()
  for (const { reasons } of tried) for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(byName))
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other)
}
