import { describe, expect, it } from 'vitest'
import { plansFor } from '../../../src/graph/query/index.js'
import { drawnTool, need } from './draw/drawings.js'

const callsTo = (tool: string, tools: Parameters<typeof plansFor>[0]): string[] | undefined =>
  plansFor(tools)
    .of(tool)
    ?.map((step) => step.tool)

describe('the plan towards a tool', () => {
  it('is the tool alone where it needs nothing', () => {
    expect(plansFor([drawnTool('a')]).of('a')).toEqual([{ tool: 'a', uses: [] }])
  })

  it('puts what is needed first and says what each call takes from which', () => {
    const tools = [drawnTool('c', [need(['b']), need(['a'])]), drawnTool('b', [need(['a'])]), drawnTool('a')]
    expect(plansFor(tools).of('c')).toEqual([
      { tool: 'a', uses: [] },
      { tool: 'b', uses: [{ need: 0, steps: [0] }] },
      {
        tool: 'c',
        uses: [
          { need: 0, steps: [1] },
          { need: 1, steps: [0] },
        ],
      },
    ])
  })

  it('takes the shorter alternative', () => {
    const tools = [
      drawnTool('a'),
      drawnTool('b', [need(['a'])]),
      drawnTool('short'),
      drawnTool('c', [need(['b'], ['short'])]),
    ]
    expect(callsTo('c', tools)).toEqual(['short', 'c'])
  })

  it('takes a longer way to one thing when another needs it anyway', () => {
    const tools = [
      drawnTool('login'),
      drawnTool('search'),
      drawnTool('history', [need(['login'])]),
      drawnTool('buy', [need(['search'], ['history']), need(['history'])]),
    ]
    expect(callsTo('buy', tools)).toEqual(['login', 'history', 'buy'])
  })

  it('makes all calls of an alternative that takes several', () => {
    const tools = [drawnTool('doors'), drawnTool('brake'), drawnTool('engine', [need(['doors', 'brake'])])]
    expect(callsTo('engine', tools)).toEqual(['doors', 'brake', 'engine'])
  })

  it('prefers to look up rather than to write, at equal length', () => {
    const tools = [
      { ...drawnTool('create'), effect: 'write' as const },
      drawnTool('find'),
      drawnTool('show', [need(['create'], ['find'])]),
    ]
    expect(callsTo('show', tools)).toEqual(['find', 'show'])
  })

  it('prefers what needs nothing itself, at equal length', () => {
    const tools = [
      drawnTool('find'),
      drawnTool('get', [need(['find'])]),
      drawnTool('list'),
      drawnTool('send', [need(['find']), need(['get'], ['list'])]),
    ]
    expect(callsTo('send', tools)).toEqual(['find', 'list', 'send'])
  })

  it('never rests on itself', () => {
    const tools = [drawnTool('a', [need(['b'])]), drawnTool('b', [need(['a'])]), drawnTool('c', [need(['c'])])]
    const plans = plansFor(tools)
    expect(tools.map(({ name }) => [plans.of(name), plans.depth(name)])).toEqual(
      tools.map(() => [undefined, undefined]),
    )
  })

  it('does not lead through tools that never succeed', () => {
    const tools = [
      { ...drawnTool('a'), deadEnd: 'always refused' },
      drawnTool('b'),
      drawnTool('c', [need(['a'], ['b'])]),
      drawnTool('d', [need(['a'])]),
    ]
    expect(callsTo('c', tools)).toEqual(['b', 'c'])
    expect(plansFor(tools).of('d')).toBeUndefined()
  })

  it('knows how deep a tool lies', () => {
    const tools = [drawnTool('c', [need(['b'])]), drawnTool('b', [need(['a'])]), drawnTool('a')]
    const plans = plansFor(tools)
    expect(['a', 'b', 'c'].map(plans.depth)).toEqual([0, 1, 2])
  })
})
