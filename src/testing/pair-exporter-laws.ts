import { forEachLeaf, type Json } from '../core/json.js'
import type { AssistantMessage } from '../core/preference.js'
import type { PairExporter } from '../exporters/index.js'
import { formatLaws } from './format-laws.js'
import { hold, type Law } from './law.js'
import { deepFreeze } from './plain.js'
import { samplePreferences, type SamplePair } from './sample-preferences.js'

/** The law suite of preference formats, checked on pairs of every shape. */
export function testPairExporter(exporter: PairExporter, samples: readonly SamplePair[] = samplePreferences()): Law[] {
  const records = (): Json[] => samples.flatMap(({ row, pair }) => exporter.records(row, pair))
  return [
    ...formatLaws(exporter, records),
    {
      name: 'the same pair gives the same bytes and is left as it was',
      check() {
        const frozen = deepFreeze(structuredClone(samples))
        const [one, other] = [records(), frozen.flatMap(({ row, pair }) => exporter.records(row, pair))]
        hold(JSON.stringify(one) === JSON.stringify(other), 'two exports differ', () => exporter.name)
      },
    },
    {
      name: 'the records of a pair hold its context, both of its steps and the tools',
      check() {
        for (const sample of samples) checkHeld(exporter, sample)
      },
    },
    {
      name: 'nothing that comes after the step stands in the records of its pair',
      check() {
        for (const sample of samples) checkFuture(exporter, sample)
      },
    },
  ]
}

function checkHeld(exporter: PairExporter, { row, pair }: SamplePair): void {
  const held = leavesOf(exporter.records(row, pair))
  const context = row.messages.slice(0, pair.context).map(({ content }) => content)
  const names = row.tools.flatMap(({ function: { name, description } }) => [name, description])
  const wanted = [...context, ...textsOf(pair.chosen), ...textsOf(pair.rejected), ...names].filter(
    (text) => text !== '',
  )
  const gone = wanted.find((text) => !held.some((leaf) => leaf.includes(text) || leaf.includes(quoted(text))))
  hold(gone === undefined, 'something of the pair is left out', () => gone ?? '')
}

function checkFuture(exporter: PairExporter, { row, pair }: SamplePair): void {
  const visible = leavesOf([row.messages.slice(0, pair.context + 1), pair.rejected] as unknown as Json).join('\n')
  const later = row.messages.slice(pair.context + 1).map(({ content }) => content)
  const hidden = later.filter((text) => text.length > 3 && !visible.includes(text))
  const records = leavesOf(exporter.records(row, pair))
  const told = hidden.find((text) => records.some((leaf) => leaf.includes(text) || leaf.includes(quoted(text))))
  hold(told === undefined, 'a record tells what comes later', () => told ?? '')
}

function textsOf({ content, reasoning_content: thought = '', tool_calls: calls = [] }: AssistantMessage): string[] {
  const made = calls.flatMap(({ function: { name, arguments: args } }) => [name, ...leavesOf(args)])
  return [content, thought, ...made]
}

function leavesOf(value: Json): string[] {
  const texts: string[] = []
  forEachLeaf(value, (leaf) => {
    if (typeof leaf === 'string') texts.push(leaf)
  })
  return texts
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
