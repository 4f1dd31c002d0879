import { createHash } from 'node:crypto'
import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as environments from '../../../../src/environments/index.js'
import { type Drawable, drawDeclared, type Drawing, drawInferred, toHtml } from '../../../../src/graph/draw/index.js'
import { buildGraph } from '../../../../src/graph/index.js'
import { HOSTILE, hostileDrawing } from './drawings.js'
import { inferredGraph } from './inferred-graph.js'

const declared = buildGraph(Object.values(environments))

const PAGES: readonly (readonly [string, Drawable, Drawing])[] = [
  ['mini', buildGraph([environments.mini]), drawDeclared(buildGraph([environments.mini]))],
  ['all environments', declared, drawDeclared(declared)],
  ['an inferred graph', inferredGraph(), drawInferred(inferredGraph())],
  ['hostile names', hostileDrawing(), hostileDrawing()],
]

describe.each(PAGES)('the page of %s', (_, graph, drawing) => {
  const page = toHtml(graph)

  it('is the same every time', () => {
    expect(toHtml(structuredClone(drawing))).toBe(page)
  })

  it('has every tool, every line and every relation', () => {
    expect(page.match(/<a class="node /g)).toHaveLength(drawing.tools.length)
    const { tools, relations, edges } = dataOf(page)
    expect(page.match(/<g class="edge/g)).toHaveLength(edges.length)
    expect(tools).toHaveLength(drawing.tools.length)
    expect(relations).toHaveLength(drawing.relations.length)
    expect(edges.flatMap((edge) => edge.relations).toSorted((a, b) => a - b)).toEqual(
      drawing.relations.map((__, index) => index),
    )
  })

  it('asks for nothing from elsewhere', () => {
    const tags = page.replace(/<script[\s\S]*?<\/script>/g, '').match(/<[a-z][^>]*>/g) ?? []
    const names = tags.map((tag) => tag.replace(/"[^"]*"/g, '""'))
    expect(
      names.filter((tag) =>
        /\s(?:src|srcset|action|data|on\w+|style)=|^<(?:img|iframe|object|embed|base|form)\b/.test(tag),
      ),
    ).toEqual([])
    const addresses = tags.flatMap((tag) => [...tag.matchAll(/ href="([^"]*)"/g)].map(([, address]) => address))
    expect(addresses.filter((address) => address !== 'data:,' && !address?.startsWith('#'))).toEqual([])
    expect(between(page, '<style>', '</style>')).not.toMatch(/@import|url\(/)
  })

  it('allows exactly its own style and script', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? []
    expect(policy).toMatch(/^default-src 'none'; style-src '[^']+'; script-src '[^']+'; img-src data:; /)
    expect(policy).toContain(`style-src '${hashOf(between(page, '<style>', '</style>'))}'`)
    expect(policy).toContain(`script-src '${hashOf(between(page, '<script>', '</script>'))}'`)
  })

  it('has two scripts, of which one is data and the other can be read', () => {
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page.match(/<\/script/g)).toHaveLength(2)
    expect(() => new Script(between(page, '<script>', '</script>'))).not.toThrow()
  })
})

describe('the page of hostile names', () => {
  const page = toHtml(hostileDrawing())

  it('shows them, but never as markup', () => {
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;/script&gt;&lt;img')
    expect(page).not.toMatch(/[\u2028\u202e\ud800]/)
  })

  it('finds a tool by the name in its address', () => {
    const links = [...page.matchAll(/href="#tool=([^"]*)"/g)].map(([, address = '']) =>
      decodeURIComponent(address.replaceAll('&#39;', "'")),
    )
    expect(links).toEqual(dataOf(page).tools.map((tool) => tool.address))
    expect(links.slice(0, 3)).toEqual(HOSTILE.slice(0, 3))
  })
})

describe('the page of an inferred graph', () => {
  it('has the witness of each relation as runs of calls', () => {
    const [first] = dataOf(toHtml(inferredGraph())).relations
    expect(first?.witness.runs).toEqual([
      {
        heading: 'Without',
        calls: [
          { tool: 'login', arguments: '{"name":"Ada"}' },
          { tool: 'close_ticket', arguments: '{"ticket_id":41}', outcome: 'refused' },
        ],
      },
      {
        heading: 'With what enables it',
        calls: [
          { tool: 'login', arguments: '{"name":"Ada"}' },
          { tool: 'open_ticket', arguments: '{"title":"Broken <b>lamp</b>"}' },
          { tool: 'close_ticket', arguments: '{"ticket_id":41}', outcome: 'answered' },
        ],
      },
    ])
  })

  it('marks tools that never succeeded', () => {
    expect(toHtml(inferredGraph())).toMatch(/<a class="node c0 dead" href="#tool=shred" [^>]*never succeeded/)
  })
})

interface PageData {
  readonly tools: readonly { readonly address: string }[]
  readonly relations: readonly { readonly witness: { readonly runs: unknown } }[]
  readonly edges: readonly { readonly relations: readonly number[] }[]
}

function dataOf(page: string): PageData {
  return JSON.parse(between(page, '<script type="application/json" id="data">', '</script>')) as PageData
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start) + start.length
  return text.slice(from, text.indexOf(end, from))
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
