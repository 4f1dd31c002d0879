import { lemmas, unsupportedNamed } from '../../language/index.js'
import { readNext } from '../reading.js'
import { type FamilyVerifier, unless } from './family.js'

/** What is wished is a near miss: about things of an environment on offer, and no tool on offer has a word of it. */
export const verifyIrrelevant: FamilyVerifier = ({ turn, lexicon, messages, query, task, tools, start }) => {
  const { expected, offered } = task
  const [pseudo = ''] = expected.kind === 'decline' && expected.because === 'out-of-scope' ? expected.wanted : []
  const wording = unsupportedNamed(lexicon, pseudo)
  const { requests, ambiguous } = readNext(lexicon, messages, query.text)
  const words = new Set((wording?.definition.words ?? []).flatMap(lemmas))
  const supporting = tools.filter(
    ({ function: { name, description, parameters } }) =>
      offered.includes(name) &&
      lemmas(`${name} ${description} ${JSON.stringify(parameters)}`.replaceAll('_', ' ')).some((word) =>
        words.has(word),
      ),
  )
  return unless('irrelevant', turn, [
    ['it is declined as out of scope', wording !== undefined],
    [
      'the message asks for that and nothing else',
      query.writer === 'model' || (!ambiguous && requests.length === 1 && requests[0]?.tool === pseudo),
    ],
    ['no tool on offer has a word of it', words.size > 0 && supporting.length === 0],
    [
      'tools for the same things are on offer',
      start.tools.some(({ name, environment }) => environment === wording?.environment && offered.includes(name)),
    ],
  ])
}
