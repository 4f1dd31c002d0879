import type { HardQuery } from '../../core/hard-query.js'
import { untag } from '../../core/number.js'
import { messagesOf } from '../../core/trajectory.js'
import type { Discrepancy } from '../../core/verdict.js'
import { synthesize, type Synthesis } from '../../phases/tool-query-synthesis/index.js'
import { wrongWaysThatPass } from '../../verifiers/index.js'
import type { Recipe, Roles } from '../recipe.js'
import { objectionsTo } from './objections.js'
import { type Refused, refused, unlessRefused } from './refusal.js'
import type { UnmadeTurn } from './unmade-turn.js'

/** The advanced tool, where there is one, and words that nothing is to be said against. */
export type Worded = Omit<Synthesis, 'objection'>

const PHASE = 'tool-query-synthesis'

/** Phase II of a turn: trace -> advanced tool -> hard query. */
export async function wordTurn(
  { roles, rolesAt }: Pick<Recipe, 'rolesAt'> & { readonly roles: Roles },
  unmade: UnmadeTurn,
): Promise<Worded | Refused> {
  const [hopeless] = rolesAt ? hopelessWays(unmade) : []
  if (hopeless) return { refusal: refused('verifiers', hopeless.kind, JSON.stringify(hopeless)) }
  const synthesis = await unlessRefused(PHASE, () => write(roles, unmade))
  if (!synthesis) {
    const unsayable = unmade.trace?.requests ?? unmade.subject
    return { refusal: refused(PHASE, 'ambiguous', JSON.stringify(unsayable)) }
  }
  if ('refusal' in synthesis) return synthesis
  const { objection, ...worded } = synthesis
  return objection ? { refusal: refused(PHASE, objection.kind, JSON.stringify(objection)) } : worded
}

/** Wrong ways through a turn that would pass whatever its words are: nobody is paid for words then. */
function hopelessWays({ task: { expected }, turnWith }: UnmadeTurn): readonly Discrepancy[] {
  if (expected.kind !== 'act') return []
  const values = expected.trace.requests.flatMap(({ arguments: args }) =>
    Object.values(args).flatMap((said) => (said.by === 'earlier' ? [] : [untag(said.value)].flat().map(String))),
  )
  const bare: HardQuery = { text: values.join('\n'), easy: '', mentions: [], spans: [], noise: [], writer: 'model' }
  const context = turnWith(bare, [])
  return wrongWaysThatPass({ ...context, trace: expected.trace }, context.before.at(-1)?.steps)
}

/** The message, and what is wrong with a model's wording of it. */
async function write(roles: Roles, unmade: UnmadeTurn): Promise<Synthesis | undefined> {
  const { draft, task, subject, trace, manner, turnWith } = unmade
  return synthesize(roles, {
    trace,
    subject,
    turn: task.turn,
    messages: messagesOf(draft.system, draft.turns),
    situations: draft.scenario.situations[environmentOf(unmade)] ?? [],
    register: manner.register,
    noisy: manner.noisy ?? false,
    objections: (query) => objectionsTo(turnWith(query, []), subject),
    random: manner.random.fork('synthesize'),
  })
}

/** The environment that a message is about: that of its first wish. */
function environmentOf({ draft: { kind }, subject, trace }: UnmadeTurn): string {
  const unsupported = subject.kind === 'unsupported' ? /^@(.*)\//.exec(subject.request.tool)?.[1] : undefined
  const wished = kind.semantics.graph.tools.get(trace?.requests[0]?.tool ?? '')?.spec.environment
  return unsupported ?? wished ?? kind.environments[0]?.ref.name ?? ''
}
