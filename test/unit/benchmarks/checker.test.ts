import { beforeAll, describe, expect, it } from 'vitest'
import {
  type BenchmarkClasses,
  type BfclVerdict,
  checkResponse,
  createStart,
  loadClasses,
} from '../../../src/benchmarks/bfcl/index.js'

let classes: BenchmarkClasses

beforeAll(async () => {
  classes = await loadClasses(['TicketAPI', 'GorillaFileSystem'])
})

const TRUTH = [["touch(file_name='a')", "echo(content='x', file_name='a')"], [], ["cat(file_name='a')"]]

function verdict(
  response: readonly (readonly (readonly string[])[])[],
  truth: readonly (readonly string[])[] = TRUTH,
): BfclVerdict {
  const start = createStart(classes, {
    involved: ['GorillaFileSystem', 'TicketAPI'],
    configuration: {},
    longContext: false,
    extension: {},
    clock: '2026-01-05T10:00:00',
  })
  return checkResponse(response, truth, start, { id: 'case_0', model: 'm' }).verdict
}

describe('the checker', () => {
  it('accepts the truth in any steps, with extra reads', () => {
    expect(verdict([[TRUTH[0] ?? []], [], [['ls()'], ["cat('a')"]]])).toEqual({ valid: true })
  })

  it('accepts what a turn owes when an earlier turn has shown it', () => {
    expect(verdict([[[...(TRUTH[0] ?? []), "cat(file_name='a')"]], [], [['pwd()']]])).toEqual({ valid: true })
  })

  it('ignores what happens in a turn without truth until it shows later', () => {
    expect(verdict([[TRUTH[0] ?? []], [["touch(file_name='b')"]], [["cat('a')"]]])).toEqual({
      valid: false,
      errorType: 'multi_turn:instance_state_mismatch',
      errorMessage: 'Model instance for GorillaFileSystem does not match the state with ground truth instance.',
      differingAttributes: ['root'],
    })
  })

  it('names results the model never saw', () => {
    expect(verdict([[TRUTH[0] ?? []], [], [['ls()']]])).toMatchObject({
      errorType: 'multi_turn:execution_response_mismatch',
      errorMessage:
        'Model response execution results so far does not contain all the ground truth response execution results for turn 2.',
      missingItems: ['{"file_content": "x"}'],
    })
  })

  it('wants equal results as often as the truth has them', () => {
    expect(verdict([[["touch(file_name='a')"]]], [["touch(file_name='a')", "mkdir(dir_name='b')"]]).errorType).toBe(
      'multi_turn:instance_state_mismatch',
    )
    expect(verdict([[['ls()']]], [['ls()', 'ls()']])).toMatchObject({
      errorType: 'multi_turn:execution_response_mismatch',
      missingItems: ['{"current_directory_content": []}'],
    })
  })

  it('calls a turn empty only when it has no step or one empty step', () => {
    const empty = {
      valid: false,
      errorType: 'multi_turn:empty_turn_model_response',
      errorMessage: 'Model response list is empty for turn 0',
    }
    expect(verdict([[], [], []])).toEqual(empty)
    expect(verdict([[[]], [], []])).toEqual(empty)
    expect(verdict([[[], []], [], []]).errorType).toBe('multi_turn:instance_state_mismatch')
  })

  it('reports a response with too few turns as terminated', () => {
    expect(verdict([[TRUTH[0] ?? []]])).toEqual({
      valid: false,
      errorType: 'multi_turn:force_terminated',
      errorMessage:
        'Model was force-terminated during inference phase. The length of the model result turns (1) does not match the length of the ground truth turns (3).',
    })
  })
})
