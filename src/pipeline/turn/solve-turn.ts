import type { HardQuery } from '../../core/hard-query.js'
import { messagesOf, type Step } from '../../core/trajectory.js'
import type { Discrepancy } from '../../core/verdict.js'
import { refine, type Refined, type RefineInput } from '../../phases/guided-chain/index.js'
import { actingOf, verifyGrounding, verifySpeech } from '../../verifiers/index.js'
import { listed } from '../draft.js'
import { FALLIBLE } from '../operators/operators.js'
import type { Recipe, Roles } from '../recipe.js'
import { type Refused, unlessRefused } from './refusal.js'
import type { UnmadeTurn } from './unmade-turn.js'
import type { Worded } from './word-turn.js'

/** Phase III of a turn: reason, validate, critique, until a try passes or there were enough. */
export async function solveTurn(
  recipe: Pick<Recipe, 'kmax' | 'operators'> & { readonly roles: Roles },
  unmade: UnmadeTurn,
  worded: Worded,
): Promise<Refined | Refused> {
  return await unlessRefused('guided-chain', () => refine(recipe.roles, refineInput(recipe, unmade, worded)))
}

function refineInput(
  { kmax, operators }: Pick<Recipe, 'kmax' | 'operators'>,
  unmade: UnmadeTurn,
  { advancedTool, hardQuery: query }: Worded,
): RefineInput {
  const { draft, task, trace, manner, turnWith } = unmade
  const { kind, system, turns, siblings, world: start } = draft
  return {
    start,
    messages: [...messagesOf(system, turns), { role: 'user', content: query.text }],
    turn: task.turn,
    ...(trace ? { trace } : {}),
    expecting: {
      task,
      query,
      semantics: kind.semantics,
      tools: listed(start.tools, siblings).filter(({ name }) => task.offered.includes(name)),
    },
    // Told what can be done, nobody would ask back or decline.
    ...(advancedTool && actingOf(turnWith(query, [])) ? { capability: advancedTool.hint } : {}),
    kmax,
    fallible: operators?.has('slips') ? FALLIBLE : 0,
    label: manner.label,
    random: manner.random.fork('refine'),
    ...(query.writer === 'model' ? { blind: true, ...unhindered(unmade, query) } : {}),
    check: (steps) => misspoken(unmade, query, steps),
  }
}

/** What an answer that reached the outcome says and must not say. */
function misspoken({ turnWith }: UnmadeTurn, query: HardQuery, steps: readonly Step[]): Discrepancy[] {
  const context = turnWith(query, steps)
  const acting = actingOf(context)
  return [...verifySpeech(context), ...(acting ? verifyGrounding(acting) : [])]
}

/** Where something stands in the way of what the words ask for: the conversation and the tools as they would be without it. */
function unhindered(
  { draft: { unruled, turns, siblings, world }, task: { expected } }: UnmadeTurn,
  query: HardQuery,
): Pick<RefineInput, 'unhindered'> {
  if (expected.kind !== 'decline' || !expected.trace) return {}
  const messages = [...messagesOf(unruled, turns), { role: 'user' as const, content: query.text }]
  return { unhindered: { messages, tools: listed(world.tools, siblings) } }
}
