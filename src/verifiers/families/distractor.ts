import { type Json, sameJson } from '../../core/json.js'
import { lemmas } from '../../language/index.js'
import { usersOf } from '../reading.js'
import { type FamilyVerifier, unless } from './family.js'

/** The tool list has siblings: named like real tools, for something that nobody in this conversation asks for, never called. */
export const verifyDistractor: FamilyVerifier = ({ turn, start, lexicon, messages, query, task, tools, steps }) => {
  const real = new Set(start.tools.map(({ name }) => name))
  const listed = tools.filter(({ function: { name } }) => !real.has(name))
  const declared = lexicon.environments.flatMap(({ definition }) => definition.conversation?.siblings ?? [])
  const siblings = listed.map(({ function: listing }) => ({
    listing,
    declaration: declared.find(({ name }) => name === listing.name),
  }))
  const asked = new Set([...usersOf(messages), query.text].flatMap(lemmas))
  const nameWords = (name: string): string[] => lemmas(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '))
  const offeredWords = new Set(task.offered.filter((name) => real.has(name)).flatMap(nameWords))
  const called = new Set(steps.flatMap(({ calls }) => calls.map(({ name }) => name)))
  return unless('distractor', turn, [
    ['siblings are listed', listed.length > 0 && listed.every(({ function: { name } }) => task.offered.includes(name))],
    [
      'each is declared as what it is listed as',
      siblings.every(
        ({ listing, declaration }) =>
          declaration !== undefined &&
          declaration.description === listing.description &&
          sameJson(declaration.parameters as Json, listing.parameters as Json),
      ),
    ],
    [
      'one is named like a real tool',
      listed.some(({ function: { name } }) => nameWords(name).some((word) => offeredWords.has(word))),
    ],
    [
      'nobody asks for what sets one apart',
      siblings.every(
        ({ declaration }) =>
          declaration?.apart.every((word) => lemmas(word).every((lemma) => !asked.has(lemma))) ?? true,
      ),
    ],
    ['none is called', listed.every(({ function: { name } }) => !called.has(name))],
  ])
}
