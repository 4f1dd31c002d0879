import { parseExpression } from './python-call.js'
import type { CallExpression, Expression } from './python-expression.js'
import { ParseError } from './parse-error.js'

/**
 * The calls in a prompted model's answer, `[f(a=1), g()]`: code quotes around it are dropped, the brackets may be missing
 * (SEMANTICS section 2). Throws `ParseError` for anything that is not a list of calls.
 */
export function parseBracketedCalls(answer: string): CallExpression[] {
  const bare = answer.replace(/^[`\s]+|[`\s]+$/g, '').replace(/^[[\]']+|[[\]']+$/g, '')
  const parsed = parseExpression(bare)
  if (parsed.kind === 'call') return [parsed]
  if (parsed.kind !== 'tuple') throw notCalls()
  return parsed.items.map(asCall)
}

function asCall(item: Expression): CallExpression {
  if (item.kind !== 'call') throw notCalls()
  return item
}

const notCalls = (): ParseError => new ParseError({ kind: 'invalid-syntax' }, 1)
