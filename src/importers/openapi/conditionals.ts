import type { Conditional } from '../../environment/index.js'
import { saidAs } from './entities.js'
import type { Operation } from './operations.js'
import { type Fact, factsTold } from './phrases/index.js'
import { wordsOf } from './words.js'

/** Wishes that hang on what a look at the same thing finds out: "Check rental 12. If it is active, cancel it." */
export function conditionalsOf(operations: readonly Operation[]): Conditional[] {
  return operations.flatMap((ending) => {
    const words = wordsFor(ending)
    const look = operations.find(
      ({ does, resource, id, owner }) =>
        does === 'get' && resource === ending.resource && id?.name === ending.id?.name && !owner,
    )
    if (!words || !look || ending.owner) return []
    return factsTold(look).flatMap((fact) =>
      conditionsOn(fact).flatMap((condition) => hanging(look, ending, words, condition)),
    )
  })
}

interface Hanging {
  readonly asks: readonly string[]
  readonly undone: readonly string[]
}

/** What may hang on something: what needs nothing said but the thing itself. */
function wordsFor({ does, endpoint, to, resource }: Operation): Hanging | undefined {
  const stays = `that ${resource.noun[0]} stays as it is`
  if (does === 'remove') return { asks: ['delete it', 'remove it'], undone: ["I haven't deleted it", stays] }
  if (does !== 'transition' || !to) return undefined
  const [verb, state] = [wordsOf(endpoint.segments.at(-1) ?? ''), wordsOf(to.value)]
  return { asks: [`${verb} it`, `mark it as ${state}`], undone: [`I haven't marked it as ${state}`, stays] }
}

type Deciding = Pick<Conditional, 'test' | 'says' | 'at' | 'noun' | 'limit' | 'others' | 'words'> & {
  readonly name: string
}

/** What may be so about a leaf: that it is this word, or below or above a figure. */
function conditionsOn({ words, be, at, field: { shape } }: Fact): Deciding[] {
  if (shape.is === 'choice')
    return shape.of.map((value) => ({
      name: saidAs(value).replaceAll(' ', '-'),
      at,
      noun: words,
      test: 'is',
      limit: value,
      others: shape.of.filter((other) => other !== value),
      words: Object.fromEntries(shape.of.map((one) => [one, saidAs(one)])),
      says: [`the ${words} ${be} ${saidAs(value)}`, `its ${words} ${be} ${saidAs(value)}`],
    }))
  if (shape.is !== 'number') return []
  return [
    {
      name: `low-${words.replaceAll(' ', '-')}`,
      at,
      noun: words,
      test: 'below',
      says: [`the ${words} ${be} below <limit:number>`, `its ${words} ${be} less than <limit:number>`],
    },
    {
      name: `high-${words.replaceAll(' ', '-')}`,
      at,
      noun: words,
      test: 'above',
      says: [`the ${words} ${be} above <limit:number>`, `its ${words} ${be} more than <limit:number>`],
    },
  ]
}

function hanging(look: Operation, ending: Operation, words: Hanging, { name, ...condition }: Deciding): Conditional[] {
  const { id } = ending
  // What is so already cannot be made so.
  if (!id || (condition.limit !== undefined && condition.limit === ending.to?.value)) return []
  return [
    {
      name: `${ending.tool}-if-${name}`,
      tool: look.tool,
      ...condition,
      does: ending.tool,
      same: { [id.name]: id.name },
      ...words,
    },
  ]
}
