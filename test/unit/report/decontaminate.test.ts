import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../../src/core/errors.js'
import { collectOverlap, readBfcl } from '../../../src/report/index.js'
import { BFCL_DIR } from '../../support/golden.js'
import { figureOf, makeRow, MOVE, WEIGH } from './rows.js'

const directory = mkdtempSync(join(tmpdir(), 'turnsmith-overlap-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const QUESTION = 'Could you tell me how heavy the blue box of Ada is before the courier comes at noon today'
const records = (...all: readonly unknown[]): string => all.map((record) => `${JSON.stringify(record)}\n`).join('')

mkdirSync(join(directory, 'possible_answer'))
mkdirSync(join(directory, 'multi_turn_func_doc'))
writeFileSync(
  join(directory, 'BFCL_v4_multi_turn_base.json'),
  records({
    id: 'q0',
    question: [[{ role: 'user', content: QUESTION }]],
    initial_config: { Desk: { boxes: { 'B-771-long': { note: 'third shelf from below' } } } },
  }),
)
writeFileSync(
  join(directory, 'possible_answer', 'BFCL_v4_multi_turn_base.json'),
  records({ id: 'q0', ground_truth: [["find_box(owner='Ada')", "weigh_box('the north shelf')"], ['sign_in()']] }),
)
writeFileSync(
  join(directory, 'multi_turn_func_doc', 'desk.json'),
  records({ name: 'weigh_box', description: 'x', parameters: { properties: { box_id: {} } } }),
)

describe('overlap with a benchmark', () => {
  it('finds shared runs of words, plans, tools and telling values', async () => {
    const tools = [
      {
        type: 'function' as const,
        function: { name: 'weigh_box', description: '', parameters: { type: 'object', properties: { box_id: {} } } },
      },
    ]
    const copied = { ...makeRow(0, [{ ...WEIGH, text: `Well: ${QUESTION.toUpperCase()}?` }]), tools }
    const partly = makeRow(1, [{ ...MOVE, text: 'Now how heavy the blue box of Ada is I already know.' }])
    const figure = figureOf(collectOverlap(await readBfcl(directory)), [
      copied,
      partly,
      makeRow(2, [{ text: 'Something else.' }]),
    ])
    expect(figure).toMatchObject({
      benchmark: 'bfcl',
      rows: 3,
      queries: {
        questions: 1,
        messages: 3,
        shared13: { messages: 1, rows: 1 },
        shared8: { messages: 2, rows: 2 },
        rows13: ['r0'],
      },
      plans: { known: 1, turns: 2, shared: 1, commonest: [{ name: 'find_box > weigh_box', count: 1 }] },
      schemas: { known: 1, offered: 1, sameName: 1, sameParameters: 1, rows: 1 },
      values: { known: 3, shared: 0 },
      absent: [],
    })
  })

  it('says which levels it could not compare', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'turnsmith-overlap-'))
    writeFileSync(
      join(bare, 'BFCL_v4_multi_turn_base.json'),
      records({ id: 'q0', question: [[{ role: 'user', content: QUESTION }]] }),
    )
    expect((await readBfcl(bare)).absent).toEqual(['plans: no possible_answer/', 'schemas: no multi_turn_func_doc/'])
    rmSync(bare, { recursive: true })
  })

  it('refuses a folder without questions, with the remedy', async () => {
    await expect(readBfcl(join(directory, 'nowhere'))).rejects.toThrow(UsageError)
    await expect(readBfcl(join(directory, 'possible_answer', '..', 'multi_turn_func_doc'))).rejects.toThrow(
      'Point it at the folder',
    )
  })

  it('reads the published files', async ({ skip }) => {
    const data = join(BFCL_DIR, 'data')
    if (!existsSync(data)) {
      console.log('not run: overlap with the published BFCL questions, which are not here')
      skip()
    }
    const benchmark = await readBfcl(data)
    expect(benchmark.questions.size).toBeGreaterThan(300)
    expect(benchmark.plans.size).toBeGreaterThan(50)
    expect(benchmark.tools.get('estimate_distance')).toBe('cityA, cityB')
    expect(benchmark.absent).toEqual([])
  })
})
