import type { Figures } from '../../figures/figures.js'
import type { ReasoningFigure } from '../../figures/reasoning.js'
import type { WordingFigure } from '../../figures/wording.js'
import { grouped, percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import type { Markup } from '../markup.js'
import { card, note, section, table, wideCard } from './card.js'

/** How varied what is said is. */
export function wordingSection({ wording, reasoning }: Figures): Markup {
  const { commonestGrams, sampleWords, messages, polite } = wording
  const sample = `Of ${grouped(sampleWords)} words drawn from ${plural(messages, 'message')}; please or kindly in ${percent(polite)}.`
  const grams = commonestGrams.slice(0, 12).map(({ name, count }) => [count, name])
  return section('Wording, values masked', [
    card('Distinct runs of words in user messages', bars(distinctOf(wording), { full: 1 }), note(sample)),
    card('Commonest 4-grams of that sample', table(grams)),
    wideCard('Commonest sentences of chains of thought', ...sentencesOf(reasoning)),
  ])
}

function distinctOf({ distinct }: WordingFigure): Bar[] {
  return ([1, 2, 3, 4] as const).map((n) => ({
    label: `${n}-grams`,
    value: distinct[n],
    shown: distinct[n].toFixed(2),
  }))
}

function sentencesOf({ top, topShare, sentences, distinct, reasonedSteps, callingSteps }: ReasoningFigure): Markup[] {
  const rows = top.map(({ sentence, count }) => [percent(share(count, sentences)), sentence])
  const thinking = percent(share(reasonedSteps, callingSteps))
  return [
    table(rows),
    note(
      `${percent(topShare)} of ${grouped(sentences)} sentences; ${grouped(distinct)} differ. ${thinking} of the steps that call something think before.`,
    ),
  ]
}
