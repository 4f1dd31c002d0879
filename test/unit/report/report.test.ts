import { describe, expect, it } from 'vitest'
import type { Trajectory } from '../../../src/core/trajectory.js'
import { pageOf, type Report, reportOn } from '../../../src/report/index.js'
import { deskGraph } from './desk.js'
import { makeRow, meaningOf, MOVE, WEIGH } from './rows.js'

async function* streamed(rows: readonly Trajectory[]): AsyncGenerator<Trajectory> {
  for (const row of rows) yield row
}

const ROWS = [makeRow(0, [WEIGH, MOVE]), makeRow(1, [WEIGH, { text: 'Thanks.' }]), makeRow(2, [MOVE])]
const ABOUT = { title: 'Run test', facts: ['seed 1'] }

const measure = (rows: readonly Trajectory[], proving = true): Promise<Report> =>
  reportOn(streamed(rows), {
    universe: deskGraph,
    meaningOf,
    ...(proving
      ? {
          prove: ({ certificate }) => ({
            pass: true,
            reasons: [],
            certificate: { ...certificate, checks: { informed: 'proved' } },
          }),
        }
      : {}),
  })

const line = ({ quality }: Report, id: string): Report['quality'][number] | undefined =>
  quality.find((one) => one.id === id)

describe('the quality table', () => {
  it('has every line of the design with its bar', async () => {
    const report = await measure(ROWS)
    expect(report.quality.map(({ id }) => id)).toEqual([
      'proved',
      'null-agents',
      'mutants',
      'query-mutants',
      'ungrounded',
      'leaks',
      'unnecessary',
      'ambiguous',
      'uninformed',

      'hidden-turns',
      'short-turns',
      'hidden-tool',
      'earlier-results',
      'signatures',
      'signature-share',
      'four-grams',
      'thought-sentences',
      'targets',
      'hidden-targets',
      'families',
      'preferences',
      'graph',
    ])
    expect(report.quality.every(({ bar }) => bar !== '')).toBe(true)
  })

  it('says what holds, what misses and what these rows cannot tell', async () => {
    const report = await measure(ROWS)
    expect(line(report, 'proved')).toMatchObject({ value: 1, holds: true })
    expect(line(report, 'mutants')).toMatchObject({ value: 0, holds: true })
    expect(line(report, 'uninformed')).toMatchObject({ value: 0, holds: true })
    expect(line(report, 'hidden-turns')).toMatchObject({ value: 0.8, holds: true })
    expect(line(report, 'short-turns')).toMatchObject({ value: 0.2, holds: true })
    expect(line(report, 'hidden-tool')).toMatchObject({ value: 0.5, holds: false })
    expect(line(report, 'earlier-results')).toMatchObject({ value: 0.5, holds: true })
    expect(line(report, 'signatures')).toMatchObject({ value: 3, holds: null })
    expect(line(report, 'targets')).toMatchObject({ holds: null })
    expect(line(report, 'families')).toMatchObject({ holds: false })
  })

  it('does not call proved what it did not prove', async () => {
    const report = await measure(ROWS, false)
    expect(line(report, 'proved')).toMatchObject({ value: null, holds: null })
    expect(line(report, 'mutants')).toMatchObject({ value: 0, holds: null })
    expect(line(report, 'leaks')).toMatchObject({ value: null, holds: null })
    expect(line(report, 'uninformed')).toMatchObject({ value: null, holds: null })
  })

  it('adds up what certificates tell', async () => {
    const { proof } = (await measure(ROWS)).figures
    expect(proof).toMatchObject({ rows: 3, proved: 3, nullPassed: 0, queryMutants: { tried: 9, survived: 0 } })
    expect(proof.mutants).toEqual({
      tried: 12,
      survived: 0,
      perRow: 4,
      mostEquivalent: { operator: 'drop-call', share: 0.25 },
    })
    expect(proof.reorderings).toEqual({ tried: 3, accepted: 3 })
  })

  it('counts surviving mutants against the run', async () => {
    const [row] = ROWS
    const certificate = {
      ...row?.certificate,
      mutants: { 'drop-call': { tried: 2, killed: 1, equivalent: {}, survived: 1 } },
    } as Trajectory['certificate']
    const report = await measure([{ ...(row as Trajectory), certificate }], false)
    expect(line(report, 'mutants')).toMatchObject({ value: 1, holds: false })
  })

  it('is open, not broken, without rows', async () => {
    const report = await measure([])
    expect(report.quality).toHaveLength(22)
    expect(pageOf(report, ABOUT)).toContain('Run test')
  })

  it('leaves rows of unknown environments out of what needs them, and says how many', async () => {
    const report = await reportOn(streamed(ROWS), { universe: deskGraph, meaningOf: () => undefined })
    expect(report.figures.unknownRows).toBe(3)
    expect(report.figures.hidden.total).toBe(0)
    expect(report.figures.shape.turns).toBe(5)
  })
})

describe('the page', () => {
  it('is the same for the same rows', async () => {
    expect(pageOf(await measure(ROWS), ABOUT)).toBe(pageOf(await measure(ROWS), ABOUT))
  })

  it('asks nothing of the network and runs no script', async () => {
    const page = pageOf(await measure(ROWS), ABOUT)
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:/)
  })

  it('shows hostile text as text', async () => {
    const evil = `</p></details><script>alert(1)</script><img src=x onerror="alert('2')">&amp;\u202E\u0000`
    const row = makeRow(0, [
      { ...WEIGH, text: `${evil} one two three four`, answer: evil, thoughts: evil, families: [evil] },
    ])
    const page = pageOf(await measure([{ ...row, id: `"><script>${evil}` }]), { title: evil, facts: [evil] })
    expect(page).not.toMatch(/<script|<img|onerror="|\u202E|\u0000/)
    expect(page).toContain('&lt;/p&gt;&lt;/details&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('&amp;amp;')
    expect(page.match(/<details/g)?.length).toBe(page.match(/<\/details>/g)?.length)
  })

  it('shows three different conversations whole', async () => {
    const report = await measure(ROWS)
    expect(report.examples.map(({ why, row }) => [why, row.id])).toEqual([
      ['the first row', 'r0'],
      ['most hidden steps', 'r1'],
      ['most use of earlier results', 'r2'],
    ])
    expect(pageOf(report, ABOUT)).toContain('Put it on the &quot;west shelf&quot;.')
  })
})
