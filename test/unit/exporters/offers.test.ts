import { expect, it } from 'vitest'
import { offersOf } from '../../../src/exporters/offers.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { kind } from '../../support/desk.js'
import { present } from '../../support/rows.js'

it('what was said without a tool is learned without it, and what was said with it, with it', async () => {
  const recipe = { seed: 4, worlds: [kind], turns: [2, 3] as const, kmax: 3, families: ['missing-tool'] as const }
  const items = await Promise.all([0, 1, 2].map((index) => synthesizeItem(recipe, index)))
  const row = present(items.find((item) => item.row)?.row)
  const lacking = row.turns.findIndex(({ task }) => task.expected.kind === 'decline')
  const expected = present(row.turns[lacking]).task.expected
  const wanted = expected.kind === 'decline' ? expected.wanted : []
  const offers = offersOf(row)
  expect(offers.length).toBeGreaterThan(1)
  const without = present(
    offers.find(({ tools }) => wanted.every((name) => tools.every((tool) => tool.function.name !== name))),
  )
  const whole = present(offers.at(-1))
  expect(without.messages.filter(({ message }) => message.role === 'user')).toHaveLength(lacking + 1)
  expect(without.messages.at(-1)).toMatchObject({ learned: true })
  expect(whole.messages.map(({ message }) => message)).toEqual(row.messages)
  expect(whole.messages[without.messages.length - 1]).toMatchObject({ learned: false })
  expect(whole.messages.at(-1)).toMatchObject({ learned: true })
})
