import type { OverlapFigure } from '../../decontaminate/overlap.js'
import { grouped, plural } from '../../numbers.js'
import type { Ranked } from '../../tally.js'
import { markup, type Markup } from '../markup.js'
import { card, folded, note, section, table } from './card.js'

const BOUND =
  'An upper bound: published answers do not tell where values come from, so plan signatures cannot be compared.'

/** What rows share with a benchmark. */
export function overlapSection(overlap: OverlapFigure): Markup {
  const { benchmark, rows, plans, schemas, values, absent } = overlap
  const sequences = `${grouped(plans.shared)} of ${plural(plans.turns, 'multi-call turn')} call the tools of a published answer in its order.`
  const tools = `${grouped(schemas.sameName)} of ${plural(schemas.offered, 'tool')} on offer have the name of a benchmark tool, ${grouped(schemas.sameParameters)} its parameters too; ${grouped(schemas.rows)} of ${plural(rows, 'row')} offer one.`
  const telling = `${grouped(values.shared)} of ${grouped(values.known)} telling values of the benchmark occur, in ${plural(values.rows, 'row')}.`
  const cards = [
    queryCard(overlap),
    card('Plans', markup`<p>${sequences}</p>`, listing('shared sequences', plans.commonest), note(BOUND)),
    card('Schemas', markup`<p>${tools}</p>`),
    card('Values', markup`<p>${telling}</p>`, listing('shared values, by rows', values.commonest)),
  ]
  const lead = absent.length === 0 ? '' : note(`Not compared, since the folder lacks it: ${absent.join('; ')}.`)
  return section(`Overlap with ${benchmark}`, cards, lead)
}

function queryCard({ queries: { messages, shared13, shared8, grams8, questions } }: OverlapFigure): Markup {
  const found = (shared: { readonly messages: number; readonly rows: number }): string =>
    `${grouped(shared.messages)} of ${grouped(messages)}, in ${plural(shared.rows, 'row')}`
  const rows = [
    ['user messages that share 13 words in a row', found(shared13)],
    ['user messages that share 8 words in a row', found(shared8)],
  ]
  return card(
    'Queries',
    table(rows),
    listing('shared runs of 8 words', grams8),
    note(`Compared with ${plural(questions, 'different question')}.`),
  )
}

function listing(title: string, items: readonly Ranked[]): Markup {
  return items.length === 0 ? markup`` : folded(title, table(items.map(({ name, count }) => [grouped(count), name])))
}
