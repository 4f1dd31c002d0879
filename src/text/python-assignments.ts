import type { Json } from '../core/json.js'
import { endOfName, skipBlanks, syntaxError } from './python-lexis.js'
import { Parser } from './python-parser.js'

/**
 * The constants of a Python file that does nothing but assign literals to names. Throws `ParseError` at the first
 * statement that is something else; nothing is executed.
 */
export function parseAssignments(text: string): { readonly [name: string]: Json } {
  const source = text.replace(/\r\n?/g, '\n')
  const parser = new Parser(source)
  const constants: { [name: string]: Json } = {}
  for (let at = skipBlanks(source, 0, true); at < source.length; at = skipBlanks(source, parser.at, true)) {
    const end = endOfName(source, at)
    const equals = skipBlanks(source, end, false)
    parser.at = equals + 1
    if (end === at || source[equals] !== '=') throw syntaxError({ kind: 'invalid-syntax' }, source, at)
    const value = parser.expressions()
    if (value.kind !== 'literal') throw syntaxError({ kind: 'invalid-syntax' }, source, equals + 1)
    constants[source.slice(at, end)] = value.value
  }
  return constants
}
