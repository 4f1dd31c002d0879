import { describe, expect, it } from 'vitest'
import { PAIR_EXPORTERS } from '../../../src/catalog/index.js'
import type { JsonObject } from '../../../src/core/json.js'
import { lfDpo, type PairExporter, trlDpo, trlKto } from '../../../src/exporters/index.js'
import { synthesizeItem } from '../../../src/pipeline/index.js'
import { LawBroken, samplePreferences, testPairExporter } from '../../../src/testing/index.js'
import { deskRecipe, present } from '../../support/rows.js'

const items = await Promise.all([0, 1, 2].map((index) => synthesizeItem(deskRecipe(61), index)))
const made = items.flatMap(({ row, preferences }) => preferences.map((pair) => ({ row: present(row), pair })))

describe.each([...PAIR_EXPORTERS.values()].map((exporter) => [exporter.name, exporter] as const))(
  '%s',
  (_, exporter) => {
    it.each(testPairExporter(exporter))('$name', ({ check }) => expect(check).not.toThrow())

    it.each(testPairExporter(exporter, made))('$name, on pairs of a run', ({ check }) => {
      expect(made.length).toBeGreaterThan(2)
      expect(check).not.toThrow()
    })
  },
)

describe('a format that breaks a promise is found out', () => {
  const changed = (change: (record: JsonObject) => JsonObject): PairExporter => ({
    ...trlDpo,
    records: (row, pair) => trlDpo.records(row, pair).map((record) => change(record as JsonObject)),
  })
  it.each([
    ['records of a pair hold', 'no rejected step', changed((record) => ({ ...record, rejected: [] }))],
    [
      'records of a pair hold',
      'a shorter prompt',
      changed((record) => ({ ...record, prompt: (record['prompt'] as JsonObject[]).slice(1) })),
    ],
    [
      'nothing that comes after',
      'the whole conversation',
      {
        ...trlDpo,
        records: (row, pair) => trlDpo.records(row, { ...pair, context: row.messages.length }),
      },
    ],
    ['no key has the value null', 'null', changed((record) => ({ ...record, note: null }))],
  ])('%s: %s', (law, _, exporter) => {
    const found = present(testPairExporter(exporter).find(({ name }) => name.includes(law)))
    expect(found.check).toThrow(LawBroken)
  })
})

describe('what trainers insist on', () => {
  const samples = samplePreferences()

  it('TRL: the prompt ends with the user or a tool, and each side is one assistant message', () => {
    for (const { row, pair } of samples) {
      const [record] = trlDpo.records(row, pair) as {
        prompt: { role: string }[]
        chosen: { role: string }[]
        rejected: { role: string }[]
      }[]
      expect(['user', 'tool']).toContain(record?.prompt.at(-1)?.role)
      expect([record?.chosen, record?.rejected].map((side) => side?.map(({ role }) => role))).toEqual([
        ['assistant'],
        ['assistant'],
      ])
    }
  })

  it('KTO: a wanted and an unwanted step of each pair', () => {
    const records = samples.flatMap(({ row, pair }) => trlKto.records(row, pair)) as { label: boolean }[]
    expect(records.map(({ label }) => label)).toEqual(samples.flatMap(() => [true, false]))
  })

  it('LLaMA-Factory: an odd number of turns that alternate, and calls that parse', () => {
    for (const { row, pair } of samples) {
      const [record] = lfDpo.records(row, pair) as {
        conversations: { from: string; value: string }[]
        chosen: { from: string; value: string }
      }[]
      const turns = present(record).conversations
      expect(turns.length % 2).toBe(1)
      turns.forEach(({ from }, i) =>
        expect(i % 2 === 0 ? ['human', 'observation'] : ['gpt', 'function_call']).toContain(from),
      )
      for (const { from, value } of [...turns, present(record).chosen])
        if (from === 'function_call')
          expect(() => JSON.parse(value.replace(/^<think>\n[^]*\n<\/think>\n\n/, ''))).not.toThrow()
    }
  })
})
