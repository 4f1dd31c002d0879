import type { DistributionFigure } from '../../distribution.js'
import type { Figures } from '../../figures/figures.js'
import type { LengthFigure } from '../../figures/lengths.js'
import { grouped } from '../../numbers.js'
import type { Markup } from '../markup.js'
import { card, note, section } from './card.js'
import { histogram } from './histogram.js'

/** How long what is said is. */
export function lengthSection({ lengths }: Figures): Markup {
  return section('Lengths', [
    lengthCard('User messages', lengths.userMessages),
    lengthCard('Chains of thought', lengths.reasoning),
    lengthCard('Final answers', lengths.answers),
    lengthCard('Whole rows', lengths.rows),
  ])
}

function lengthCard(title: string, { words, characters, tokens }: LengthFigure): Markup {
  const range = (noun: string, { median, max }: DistributionFigure): string =>
    `${noun}: median ${grouped(median)}, longest ${grouped(max)}.`
  return card(
    title,
    histogram(words, 'words'),
    note([range('Characters', characters), ...(tokens ? [range('Tokens', tokens)] : [])].join(' ')),
  )
}
