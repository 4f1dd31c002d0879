import { attributesOf, pythonEquals } from './attributes.js'
import { Executor } from './executor.js'
import type { Start } from './start.js'
import type { Unsupported } from './unsupported.js'

/** A model's decoded answers: the call texts of every step of every turn. */
export type ModelResponse = readonly (readonly (readonly string[])[])[]

/** The call texts of every turn of a case's ground truth. */
export type GroundTruth = readonly (readonly string[])[]

/** The official verdict on a response, in its own words (SEMANTICS section 13). */
export interface BfclVerdict {
  readonly valid: boolean
  readonly errorType?: string
  readonly errorMessage?: string
  /** State mismatch: attributes of the first differing class. */
  readonly differingAttributes?: readonly string[]
  /** Response mismatch: result texts of the truth that the model never saw. */
  readonly missingItems?: readonly string[]
}

export interface CheckedResponse {
  readonly verdict: BfclVerdict
  /** What the response met that is not matched; the verdict may differ from the original's then. */
  readonly unsupported: readonly Unsupported[]
}

export interface CheckOptions {
  readonly id: string
  /** Name of the model, which instances carry in their names. */
  readonly model: string
}

/** Runs response and truth side by side on their own instances and compares states and result texts after every turn. */
export function checkResponse(
  response: ModelResponse,
  truth: GroundTruth,
  start: Start,
  { id, model }: CheckOptions,
): CheckedResponse {
  const unsupported: Unsupported[] = []
  if (response.length !== truth.length) return { verdict: forceTerminated(response.length, truth.length), unsupported }
  const theirs = new Executor(start, `${model}_eval_${id}`)
  const ours = new Executor(start, `${model}_ground_truth_eval_${id}`)
  const seen: string[] = []
  for (const [turn, wanted] of truth.entries()) {
    const steps = response[turn] ?? []
    for (const execution of steps.flat().map((call) => theirs.execute(call))) {
      seen.push(execution.text)
      if (execution.unsupported) unsupported.push(execution.unsupported)
    }
    const expected = wanted.map((call) => ours.execute(call).text)
    if (wanted.length === 0) continue
    const failed = emptyTurn(steps, turn) ?? stateMismatch(theirs, ours, start) ?? missingResults(expected, seen, turn)
    if (failed) return { verdict: failed, unsupported }
  }
  return { verdict: { valid: true }, unsupported }
}

function failure(kind: string, errorMessage: string): BfclVerdict {
  return { valid: false, errorType: `multi_turn:${kind}`, errorMessage }
}

function forceTerminated(answered: number, wanted: number): BfclVerdict {
  return failure(
    'force_terminated',
    `Model was force-terminated during inference phase. The length of the model result turns (${answered}) does not match the length of the ground truth turns (${wanted}).`,
  )
}

function emptyTurn(steps: readonly (readonly string[])[], turn: number): BfclVerdict | undefined {
  const empty = steps.length === 0 || (steps.length === 1 && steps[0]?.length === 0)
  return empty ? failure('empty_turn_model_response', `Model response list is empty for turn ${turn}`) : undefined
}

function stateMismatch(theirs: Executor, ours: Executor, { classes }: Start): BfclVerdict | undefined {
  for (const { name, environment } of classes) {
    const [theirState, ourState] = [theirs.stateOf(name), ours.stateOf(name)]
    if (theirState === ourState) continue
    const attributes = attributesOf(environment, theirState)
    const differing = Object.entries(attributesOf(environment, ourState)).filter(
      ([key, value]) => !pythonEquals(value, attributes[key]),
    )
    if (differing.length === 0) continue
    const verdict = failure(
      'instance_state_mismatch',
      `Model instance for ${name} does not match the state with ground truth instance.`,
    )
    return { ...verdict, differingAttributes: differing.map(([key]) => key) }
  }
  return undefined
}

function missingResults(expected: readonly string[], seen: readonly string[], turn: number): BfclVerdict | undefined {
  const pool = [...seen]
  const missing = expected.filter((text) => {
    const at = pool.indexOf(text)
    if (at >= 0) pool.splice(at, 1)
    return at < 0
  })
  if (missing.length === 0) return undefined
  const verdict = failure(
    'execution_response_mismatch',
    `Model response execution results so far does not contain all the ground truth response execution results for turn ${turn}.`,
  )
  return { ...verdict, missingItems: missing }
}
