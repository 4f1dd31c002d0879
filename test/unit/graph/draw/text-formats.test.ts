import { describe, expect, it } from 'vitest'
import { fileSystem, mini, ticketing, travel } from '../../../../src/environments/index.js'
import { drawDeclared, type Drawing, drawInferred, toDot, toMermaid } from '../../../../src/graph/draw/index.js'
import { buildGraph } from '../../../../src/graph/index.js'
import { drawnTool, hostileDrawing } from './drawings.js'
import { inferredGraph } from './inferred-graph.js'

const DRAWINGS: readonly (readonly [string, Drawing])[] = [
  ['mini', drawDeclared(buildGraph([mini]))],
  ['three environments', drawDeclared(buildGraph([fileSystem, ticketing, travel]))],
  ['an inferred graph', drawInferred(inferredGraph())],
  ['hostile names', hostileDrawing()],
]

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"/g

describe.each(DRAWINGS)('DOT of %s', (_, drawing) => {
  const text = toDot(drawing)

  it('has every tool and a line for every related pair', () => {
    expect(text.match(/^ +t\d+ \[/gm)).toHaveLength(drawing.tools.length)
    expect(text.match(/^ {2}t\d+ -> t\d+ \[/gm)).toHaveLength(pairsOf(drawing))
  })

  it('has nothing but its own words outside quoted strings, and one statement a line', () => {
    const [first, ...lines] = text.replaceAll(QUOTED, 'Q').trimEnd().split('\n')
    expect(first).toBe('digraph Q {')
    expect(lines.at(-1)).toBe('}')
    const attributes = String.raw`\w+=(?:Q|[\w.]+)(?:[,;] \w+=(?:Q|[\w.]+))*`
    const statement = new RegExp(
      String.raw`^ +(?:${attributes}|(?:graph|node|edge) \[${attributes}\]|subgraph cluster_\d+ \{|\}|t\d+ \[${attributes}\]|t\d+ -> t\d+ \[${attributes}\])$`,
    )
    expect(lines.slice(0, -1).filter((line) => !statement.test(line))).toEqual([])
    expect(text.match(/\{$/gm)).toHaveLength(text.match(/^ *\}$/gm)?.length ?? 0)
  })

  it('is the same every time', () => {
    expect(toDot(structuredClone(drawing))).toBe(text)
  })
})

describe.each(DRAWINGS)('Mermaid of %s', (_, drawing) => {
  const text = toMermaid(drawing)

  it('has every tool and a line for every related pair', () => {
    expect(text.match(/^ {4}t\d+[[({]/gm)).toHaveLength(drawing.tools.length)
    expect(text.match(/^ {2}t\d+ \S+\|"[^"]*"\| t\d+$/gm)).toHaveLength(pairsOf(drawing))
  })

  it('has nothing but its own words outside labels, and harmless characters inside', () => {
    const [first, ...lines] = text.trimEnd().split('\n')
    const label = String.raw`"(?:[\p{L}\p{N} .,:_/=-]|#\d+;|<br/>)*"`
    const node = String.raw`(?:\[${label}\]|\[\[${label}\]\]|\(\[${label}\]\)|\{\{${label}\}\})`
    const statement = new RegExp(
      String.raw`^ +(?:subgraph e\d+ \[${label}\]|direction LR|end|style e\d+ fill:none,stroke:#\w{6}|t\d+${node}|t\d+ (?:==>|-->|--x|--o|-\.->)\|${label}\| t\d+)$`,
      'u',
    )
    expect(first).toBe('flowchart LR')
    expect(lines.filter((line) => !statement.test(line))).toEqual([])
  })

  it('is the same every time', () => {
    expect(toMermaid(structuredClone(drawing))).toBe(text)
  })
})

describe('Mermaid', () => {
  it('leaves out what says least where a page would refuse so many lines, and says so', () => {
    const tools = Array.from({ length: 40 }, (_, i) => drawnTool(`t${i}`))
    const relations = tools.flatMap(({ name: from }, i) =>
      tools.map(({ name: to }, j) => ({
        kind: i === 0 ? ('provides' as const) : ('compatible' as const),
        from,
        to,
        label: `p${j}`,
        evidence: [],
      })),
    )
    const text = toMermaid({ title: '', origin: '', facts: [], environments: ['one'], tools, relations })
    expect(text).toContain('  %% 1560 of 1600 lines left out: compatible\n')
    expect(text.match(/-->/g)).toHaveLength(40)
    expect(text).not.toContain('-.->')
  })
})

describe('text formats', () => {
  it('are drawn from graphs as they are', () => {
    const graph = buildGraph([mini])
    expect(toDot(graph)).toBe(toDot(drawDeclared(graph)))
    expect(toMermaid(inferredGraph())).toBe(toMermaid(drawInferred(inferredGraph())))
  })

  it('say what each relation is about', () => {
    expect(toDot(inferredGraph())).toContain('t2 -> t3 [label="same ticket_id\\n/id → ticket_id"')
    expect(toMermaid(inferredGraph())).toContain('t2 ==>|"same ticket_id<br/>ticket_id"| t3')
  })
})

function pairsOf({ relations }: Drawing): number {
  return new Set(relations.map(({ from, to }) => JSON.stringify([from, to]))).size
}
