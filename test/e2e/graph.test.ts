import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { summaryOf, turnsmith } from '../support/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'turnsmith-graph-'))
const file = (name: string): string => join(folder, name)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('turnsmith graph', () => {
  it('infers a graph, whose witnesses can be made again by anyone', async () => {
    const inferred = await turnsmith('graph', 'mini', '--infer', '--out', file('graph.json'), '--json')
    expect(inferred.code).toBe(0)
    expect(summaryOf(inferred)).toMatchObject({
      environments: ['mini'],
      tools: 6,
      deadEnds: [],
      out: file('graph.json'),
    })
    expect(inferred.stderr).toContain('"inferred":"mini"')
    const verified = await turnsmith('graph', '--verify', file('graph.json'), '--json')
    expect(verified.code).toBe(0)
    expect(summaryOf(verified)).toMatchObject({ pass: true, failures: [] })
  })

  it('is the same graph on every run, and tells where a witness was tampered with', async () => {
    await turnsmith('graph', 'mini', '--infer', '--out', file('again.json'))
    const text = readFileSync(file('again.json'), 'utf8')
    expect(text).toBe(readFileSync(file('graph.json'), 'utf8'))
    const line = text
      .split('\n')
      .find((candidate) => candidate.includes('"from":"book_pickup","to":"cancel_pickup","agreement"'))
    writeFileSync(file('forged.json'), text.replace(line ?? '', (line ?? '').replace('"seed":', '"seed":9')))
    const { code, stdout } = await turnsmith('graph', '--verify', file('forged.json'))
    expect(code).toBe(1)
    expect(stdout).toContain('enables: book_pickup > cancel_pickup')
  })

  it.each([
    ['dot', 'digraph'],
    ['mermaid', 'flowchart'],
    ['html', '<!doctype html>'],
    ['json', '"relations"'],
  ])('draws declared relations as %s on stdout', async (format, start) => {
    const { code, stdout } = await turnsmith('graph', 'mini', '--format', format)
    expect(code).toBe(0)
    expect(stdout.slice(0, 200_000)).toContain(start)
  })

  it('keeps to its budget', async () => {
    const { code, stdout } = await turnsmith('graph', 'travel', '--infer', '--probe-budget', '3000', '--json')
    expect(code).toBe(0)
    expect((summaryOf({ code, stdout, stderr: '' }) as { calls: number }).calls).toBeLessThan(5_000)
  })

  it.each([
    [['nowhere'], "there is no environment 'nowhere'"],
    [['mini', '--format', 'png'], "there is no 'png'"],
    [['mini', '--compare', 'x.json'], 'Add --infer'],
    [['--verify', 'missing.json'], 'cannot be read'],
    [['mini', '--infer', '--probe-budget', 'many'], 'not a whole number'],
    [['mini', '--tool', 'fly'], 'no environment given has that tool'],
    [['mini', '--infer', '--out', file('graph.json')], 'there is something already'],
  ])('refuses %j in one line', async (args, told) => {
    const { code, stderr } = await turnsmith('graph', ...args)
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(told)])
  })
})
