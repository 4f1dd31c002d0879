import type { NearDuplicatesFigure } from '../../duplicates/near-duplicates.js'
import type { AttemptsFigure } from '../../figures/attempts.js'
import type { Figures } from '../../figures/figures.js'
import type { OperatorsFigure } from '../../figures/operators.js'
import type { PreferencesFigure } from '../../figures/preferences.js'
import { grouped, percent, plural } from '../../numbers.js'
import { share } from '../../tally.js'
import { type Bar, bars } from '../charts/bars.js'
import { markup, type Markup } from '../markup.js'
import { card, folded, note, section, table } from './card.js'

/** What failed on the way, what pairs were made of it, and what is said twice. */
export function attemptSection({ attempts, preferences, operators, nearDuplicates }: Figures): Markup {
  return section('Attempts and duplicates', [
    card('Failed attempts by what was wrong', ...failuresOf(attempts)),
    card('Preference pairs by what is wrong with the rejected step', ...pairsOf(preferences)),
    card('Operators', ...operatorsOf(operators)),
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

function pairsOf({ pairs, errors, failures, origins }: PreferencesFigure): Markup[] {
  const items = errors.map(({ name, count }): Bar => ({ label: name, value: count, shown: grouped(count) }))
  const told = (ranks: PreferencesFigure['errors']): string =>
    ranks.map(({ name, count }) => `${name} ${grouped(count)}`).join(', ')
  if (pairs === 0) return [note('The run has no preference pairs.')]
  return [bars(items), note(`How they are proved to fail: ${told(failures)}. Where they come from: ${told(origins)}.`)]
}

function operatorsOf({ rows, renamed, twins, policyPairs, turns, noisy, noise }: OperatorsFigure): Markup[] {
  const items = noise.map(({ name, count }): Bar => ({ label: name, value: count, shown: grouped(count) }))
  const told = [
    `${percent(share(renamed, rows))} of the rows show their tools under other names.`,
    `${plural(twins, 'row')} of ${grouped(rows)} ${twins === 1 ? 'is a twin' : 'are twins'}, ${grouped(policyPairs)} of them under another policy.`,
    `${percent(share(noisy, turns))} of the user messages have noise.`,
  ]
  return [bars(items), note(told.join(' '))]
}

function duplicatesOf({ dropped, threshold, rows }: NearDuplicatesFigure): Markup[] {
  const some = dropped.length === 0 ? 'No row' : plural(dropped.length, 'row')
  const sentence = markup`<p>${some} of ${grouped(rows)} would be dropped for saying nearly what an earlier one says (likeness of at least ${threshold} over 5-word shingles).</p>`
  const listed = dropped.slice(0, 100).map(({ id, like, likeness }) => [id, like, likeness.toFixed(2)])
  return listed.length === 0 ? [sentence] : [sentence, folded('which', table(listed, ['row', 'like', 'likeness']))]
}
