import type { NearDuplicatesFigure } from '../../duplicates/near-duplicates.js'
import type { AttemptsFigure } from '../../figures/attempts.js'
import type { Figures } from '../../figures/figures.js'
import { grouped, percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { markup, type Markup } from '../markup.js'
import { card, folded, note, section, table } from './card.js'

/** What failed on the way, and what is said twice. */
export function attemptSection({ attempts, nearDuplicates }: Figures): Markup {
  return section('Attempts and duplicates', [
    card('Failed attempts by what was wrong', ...failuresOf(attempts)),
    card('Near-duplicates', ...duplicatesOf(nearDuplicates)),
  ])
}

function failuresOf({ kinds, turns, firstTry, failed }: AttemptsFigure): Markup[] {
  const items = kinds.map(({ name, count }): Bar => ({ label: name, value: count, shown: grouped(count) }))
  const first = percent(share(firstTry, turns))
  return [
    bars(items),
    note(`${first} of the turns were solved at the first try; ${plural(failed, 'failed attempt')} in all.`),
  ]
}

function duplicatesOf({ dropped, threshold, rows }: NearDuplicatesFigure): Markup[] {
  const some = dropped.length === 0 ? 'No row' : plural(dropped.length, 'row')
  const sentence = markup`<p>${some} of ${grouped(rows)} would be dropped for saying nearly what an earlier one says (likeness of at least ${threshold} over 5-word shingles).</p>`
  const listed = dropped.slice(0, 100).map(({ id, like, likeness }) => [id, like, likeness.toFixed(2)])
  return listed.length === 0 ? [sentence] : [sentence, folded('which', table(listed, ['row', 'like', 'likeness']))]
}
