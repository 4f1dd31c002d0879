import { UsageError } from '../core/errors.js'
import { type OperatorName, OPERATORS } from '../pipeline/index.js'

/**
 * What is made without a model: a model would have to be paid twice for the row that a twin is the twin of, and both branches
 * of a condition are proved from words that can be read back.
 */
const WITHOUT_MODELS: readonly OperatorName[] = ['twins', 'conditions']

/** The operators that a run uses, of those that were asked for; all that these agents can do where none were. */
export function operatorsFor(
  agents: 'procedural' | 'model',
  operators?: readonly OperatorName[],
): readonly OperatorName[] {
  if (agents === 'procedural') return operators ?? OPERATORS
  const [first] = WITHOUT_MODELS.filter((name) => operators?.includes(name))
  if (first)
    throw new UsageError(
      '--operators',
      `'${first}' need procedural agents`,
      `Leave out ${first}, or use --agents procedural.`,
    )
  return operators ?? OPERATORS.filter((name) => !WITHOUT_MODELS.includes(name))
}
