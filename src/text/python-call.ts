import { ParseError, type SyntaxProblem } from './parse-error.js'
import type { CallExpression, Expression } from './python-expression.js'
import { lineAt, skipBlanks, syntaxError } from './python-lexis.js'
import { Parser } from './python-parser.js'
import { tokenize } from './python-tokens.js'

/**
 * Parses one Python expression as `eval` would read it, leading blanks and trailing line ends allowed. Nothing is ever
 * executed. Throws `ParseError` for every text it does not read, and nothing else (SEMANTICS section 2).
 */
export function parseExpression(text: string): Expression {
  const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const parser = new Parser(source)
  try {
    return parseSource(source, parser)
  } catch (error) {
    throw error instanceof ParseError && error.problem ? diagnose(source, error, error.problem, parser.at) : error
  }
}

/** The same for a text that must be a call. */
export function parseCall(text: string): CallExpression {
  const expression = parseExpression(text)
  if (expression.kind !== 'call') throw new ParseError({ kind: 'invalid-syntax' }, 1)
  return expression
}

function parseSource(source: string, parser: Parser): Expression {
  if (source.includes('\0')) throw new ParseError({ kind: 'null-byte' }, 1)
  parser.at = startOf(source)
  const expression = parser.expressions()
  if (parser.at < source.length && skipBlanks(source, parser.at, true) < source.length) throw trailing(source, parser)
  if (parser.repeated.length === 0) return expression
  const first = parser.repeated.toSorted((a, b) => a.opens - b.opens)[0]
  if (first) throw syntaxError({ kind: 'keyword-repeated', keyword: first.keyword }, source, first.at)
  return expression
}

/** Where the expression begins: `eval` strips blanks before it, empty lines may precede it, but then it must not be indented. */
function startOf(source: string): number {
  const first = source.charCodeAt(0)
  if (first > 35 && first !== 92) return 0
  const stripped = source.search(/[^ \t]/)
  if (stripped < 0) throw new ParseError({ kind: 'invalid-syntax' }, 0)
  const start = skipBlanks(source, stripped, true)
  if (start >= source.length) throw new ParseError({ kind: 'invalid-syntax' }, lineAt(source, source.length - 1))
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  if (lineStart > 0 && /[ \t]/.test(source.slice(lineStart, start)))
    throw syntaxError({ kind: 'unexpected-indent' }, source, start)
  return start
}

/** What follows the expression on the same line, or on a later one. */
function trailing(source: string, parser: Parser): ParseError {
  const next = skipBlanks(source, parser.at, true)
  const indented = source.slice(parser.at, next).includes('\n') && /[ \t]/.test(source.charAt(next - 1))
  parser.at = next
  return indented ? syntaxError({ kind: 'unexpected-indent' }, source, next) : parser.invalid()
}

/**
 * What CPython reports for a text whose grammar failed at `position`: errors of tokens and brackets anywhere in the text
 * come first, then a bracket still open where the text ends too early, then the grammar's error.
 */
function diagnose(source: string, error: ParseError, problem: SyntaxProblem, position: number): ParseError {
  if (problem.kind === 'null-byte' || problem.kind === 'keyword-repeated' || error.line === 0) return error
  const tokens = attempt(() => tokenize(source))
  if (tokens instanceof ParseError) return tokens.problem?.kind === 'bad-continuation' ? error : tokens
  if (problem.kind !== 'invalid-syntax') return error
  const next = problem.hint ? skipExpression(source, position) : position
  if (next instanceof ParseError) return next
  const last = tokens.open.at(-1)
  return last && next >= source.length
    ? syntaxError({ kind: 'never-closed', bracket: last.bracket }, source, last.at)
    : error
}

/** Where the expression at `position` and the blanks behind it end, or why there is none. */
function skipExpression(source: string, position: number): number | ParseError {
  const parser = new Parser(source)
  parser.at = position
  const next = attempt(() => parser.expressions())
  if (next instanceof ParseError && next.problem?.kind === 'bad-continuation') return next
  const end = skipBlanks(source, parser.at, true)
  return next instanceof ParseError && end < source.length
    ? syntaxError({ kind: 'invalid-syntax' }, source, position)
    : end
}

function attempt<T>(action: () => T): T | ParseError {
  try {
    return action()
  } catch (error) {
    if (error instanceof ParseError) return error
    throw error
  }
}
