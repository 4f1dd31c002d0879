/** What is wrong with a text that should be a Python expression; closed list, worded as CPython 3.11 words it (SEMANTICS section 2). */
export type SyntaxProblem =
  | { readonly kind: 'invalid-syntax'; readonly hint?: 'comma' }
  | { readonly kind: 'never-closed'; readonly bracket: string }
  | { readonly kind: 'unmatched'; readonly bracket: string }
  | { readonly kind: 'mismatched'; readonly bracket: string; readonly opening: string; readonly openingLine: number }
  | { readonly kind: 'too-many-brackets' }
  | { readonly kind: 'unexpected-indent' }
  | { readonly kind: 'unterminated-string'; readonly triple: boolean; readonly detectedAt: number }
  | { readonly kind: 'bad-escape'; readonly from: number; readonly to: number; readonly what: string }
  | { readonly kind: 'bad-number'; readonly what: string }
  | { readonly kind: 'bad-character'; readonly character: string; readonly printable: boolean }
  | { readonly kind: 'bad-continuation' }
  | { readonly kind: 'keyword-repeated'; readonly keyword: string }
  | { readonly kind: 'positional-after-keyword' }
  | { readonly kind: 'keyword-not-a-name' }
  | { readonly kind: 'keyword-is-constant'; readonly keyword: string }
  | { readonly kind: 'missing-dict-value' }
  | { readonly kind: 'mixed-bytes' }
  | { readonly kind: 'null-byte' }

/** Valid Python that this parser knows but does not read. */
export type UnsupportedForm =
  | 'comparison'
  | 'boolean operator'
  | 'bitwise operator'
  | 'power operator'
  | 'conditional expression'
  | 'comprehension'
  | 'lambda'
  | 'assignment expression'
  | 'unpacking'
  | 'slice'
  | 'bytes literal'
  | 'formatted string'
  | 'named character'
  | 'await or yield'
  | 'deep nesting'

/** A text is not a Python expression that this parser reads: `problem` says why, or `unsupported` which valid form it met. */
export class ParseError extends Error {
  override readonly name = 'ParseError'
  readonly line: number
  readonly problem: SyntaxProblem | undefined
  readonly unsupported: UnsupportedForm | undefined

  constructor(why: SyntaxProblem | { readonly unsupported: UnsupportedForm }, line: number) {
    super('unsupported' in why ? `${why.unsupported} is not read here (line ${line})` : messageOf(why, line))
    this.line = line
    this.problem = 'unsupported' in why ? undefined : why
    this.unsupported = 'unsupported' in why ? why.unsupported : undefined
  }
}

function messageOf(problem: SyntaxProblem, line: number): string {
  if (problem.kind === 'null-byte') return 'source code string cannot contain null bytes'
  return `${wordsOf(problem, line)} (<string>, line ${line})`
}

function wordsOf(problem: SyntaxProblem, line: number): string {
  switch (problem.kind) {
    case 'invalid-syntax':
      return problem.hint === 'comma' ? 'invalid syntax. Perhaps you forgot a comma?' : 'invalid syntax'
    case 'never-closed':
      return `'${problem.bracket}' was never closed`
    case 'unmatched':
      return `unmatched '${problem.bracket}'`
    case 'mismatched': {
      const where = problem.openingLine === line ? '' : ` on line ${problem.openingLine}`
      return `closing parenthesis '${problem.bracket}' does not match opening parenthesis '${problem.opening}'${where}`
    }
    case 'too-many-brackets':
      return 'too many nested parentheses'
    case 'unexpected-indent':
      return 'unexpected indent'
    case 'unterminated-string':
      return `unterminated ${problem.triple ? 'triple-quoted ' : ''}string literal (detected at line ${problem.detectedAt})`
    case 'bad-escape':
      return `(unicode error) 'unicodeescape' codec can't decode bytes in position ${problem.from}-${problem.to}: ${problem.what}`
    case 'bad-number':
      return problem.what
    case 'bad-character': {
      const code = (problem.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return problem.printable
        ? `invalid character '${problem.character}' (U+${code})`
        : `invalid non-printable character U+${code}`
    }
    case 'bad-continuation':
      return 'unexpected character after line continuation character'
    case 'keyword-repeated':
      return `keyword argument repeated: ${problem.keyword}`
    case 'positional-after-keyword':
      return 'positional argument follows keyword argument'
    case 'keyword-not-a-name':
      return 'expression cannot contain assignment, perhaps you meant "=="?'
    case 'keyword-is-constant':
      return `cannot assign to ${problem.keyword}`
    case 'missing-dict-value':
      return "expression expected after dictionary key and ':'"
    case 'mixed-bytes':
      return 'cannot mix bytes and nonbytes literals'
    case 'null-byte':
      return ''
  }
}
