import { describe, expect, it } from 'vitest'
import { graphText, infer, verifyGraph } from '../../../../src/graph/infer/index.js'
import { claimsOf, feedsOf } from './claims.js'
import { vault } from './vault.js'

const { graph } = infer([vault])
const { graph: shown } = infer([vault], { resultsOnly: true })

const ENABLES = [
  'enter_code > sign_in',
  'fetch_key > hang_up_key',
  'fetch_key > unlock_by_key',
  'hang_up_key > fetch_key',
  'request_code > enter_code',
  'sign_in > read_report',
  'unlock_by_key > open_safe',
  'unlock_by_number > open_safe',
]

const PROVIDES = [
  'enter_code /ticket > sign_in.ticket',
  'list_reports /reports/*/number > read_report.number',
  'look_up_pin /number > unlock_by_number.number',
  'request_code /sent > enter_code.code',
  'sign_in /token > read_report.token',
]

const toolNamed = (name: string): (typeof graph.tools)[number] | undefined =>
  graph.tools.find((tool) => tool.name === name)

describe('an environment with traps, inferred without a hint', () => {
  it('has these enabling relations and no others', () => {
    expect(claimsOf(graph, 'enables')).toEqual(ENABLES)
  })

  it('feeds these parameters and no others', () => {
    expect(feedsOf(graph)).toEqual(PROVIDES)
  })

  it('puts the login of three steps together', () => {
    expect(toolNamed('read_report')?.minimalSets.map(({ tools }) => tools)).toEqual([
      ['request_code', 'enter_code', 'sign_in'],
    ])
  })

  it('knows two ways to unlock as alternatives of one condition', () => {
    expect(toolNamed('open_safe')?.prerequisites).toEqual([
      { anyOf: ['unlock_by_key', 'unlock_by_number'], gate: true },
    ])
  })

  it('sees what undoes what, and that a token runs out', () => {
    expect(claimsOf(graph, 'disables')).toEqual(
      expect.arrayContaining([
        'hang_up_key > unlock_by_key',
        'lock_safe > open_safe',
        'read_report > read_report',
        'request_code > enter_code',
      ]),
    )
    expect(claimsOf(graph, 'disables')).not.toContain('lock_safe > lock_safe')
  })

  it('names the tool that always fails, with the reason', () => {
    const dead = graph.tools.filter(({ deadEnd }) => deadEnd !== undefined)
    expect(dead.map(({ name }) => name)).toEqual(['call_guard'])
    expect(dead[0]?.deadEnd).toContain('Nobody answers')
  })

  it('is not taken in by a description', () => {
    expect(toolNamed('test_alarm')?.prerequisites).toEqual([])
  })

  it('tells keys from what may be anything', () => {
    const kinds = graph.tools.flatMap(({ name, parameters }) =>
      parameters.map((parameter) => `${name}.${parameter.name}: ${parameter.kind}`),
    )
    expect(kinds).toEqual([
      'enter_code.code: key',
      'sign_in.ticket: key',
      'read_report.token: key',
      'read_report.number: key',
      'unlock_by_number.number: key',
      'test_alarm.loud: choice',
    ])
  })

  it('is the same graph every time, and every witness shows its relation again', () => {
    expect(graphText(infer([vault]).graph)).toBe(graphText(graph))
    expect(verifyGraph(graph, [vault])).toMatchObject({ pass: true, failures: [] })
  })
})

describe('the same where the environment hides its state', () => {
  it('has the same enabling relations and feeds', () => {
    expect(claimsOf(shown, 'enables')).toEqual(ENABLES)
    expect(feedsOf(shown)).toEqual(PROVIDES)
  })

  it('says so, and believes them less', () => {
    expect(shown.environments).toEqual([expect.objectContaining({ seen: 'results' })])
    const confidences = (all: typeof graph): number[] => [...all.enables, ...all.provides].map((one) => one.confidence)
    expect(Math.max(...confidences(shown))).toBeLessThan(Math.min(...confidences(graph)))
  })

  it('has looked at no state', () => {
    expect(shown.tools.flatMap(({ reads, writes }) => [...reads, ...writes])).toEqual([])
  })
})
