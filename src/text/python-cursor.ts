import { ParseError, type SyntaxProblem, type UnsupportedForm } from './parse-error.js'
import { endOfName, KEYWORDS, lineAt, skipBlanks, syntaxError } from './python-lexis.js'
import { isStringStart } from './python-string-literal.js'

const ASCII = /^[\x00-\x7f]*$/
const MAX_BRACKETS = 200
const BEGINS_EXPRESSION = /^(["'\d([{]|\.\.\.|\.\d)/

/** The words that are values. */
export const CONSTANTS: { readonly [word: string]: boolean | null } = { True: true, False: false, None: null }

/** A place in a text and how deep in brackets it is, and the ways to say that something is wrong there. */
export class Cursor {
  at = 0
  protected readonly text: string
  private readonly ascii: boolean
  private brackets = 0

  constructor(text: string) {
    this.text = text
    this.ascii = ASCII.test(text)
  }

  /** The code of the next significant character, NaN at the end. */
  protected peek(): number {
    const code = this.text.charCodeAt(this.at)
    if (code > 35 && code !== 92) return code
    this.at = skipBlanks(this.text, this.at, this.brackets > 0)
    return this.text.charCodeAt(this.at)
  }

  protected open(): void {
    this.at += 1
    this.brackets += 1
    if (this.brackets > MAX_BRACKETS) throw this.error({ kind: 'too-many-brackets' })
  }

  protected close(): void {
    this.at += 1
    this.brackets -= 1
  }

  /** Python compares names in this form, so that ligatures and the like are the plain letters. */
  protected normalized(name: string): string {
    return this.ascii ? name : name.normalize('NFKC')
  }

  protected unsupported(form: UnsupportedForm): never {
    throw new ParseError({ unsupported: form }, lineAt(this.text, this.at))
  }

  protected error(problem: SyntaxProblem): ParseError {
    return syntaxError(problem, this.text, this.at)
  }

  /** Something that cannot stand here. */
  invalid(): ParseError {
    return this.error({ kind: 'invalid-syntax' })
  }

  /** Something that cannot follow the item at `start`: CPython suggests a comma where another expression begins. */
  protected afterItem(start: number): ParseError {
    const end = endOfName(this.text, this.at)
    const word = this.text.slice(this.at, end)
    const begins =
      BEGINS_EXPRESSION.test(this.text.slice(this.at, this.at + 3)) ||
      (word !== '' && (!KEYWORDS.has(word) || Object.hasOwn(CONSTANTS, word)))
    const item = this.text.slice(start, endOfName(this.text, start))
    const named =
      item !== '' &&
      !KEYWORDS.has(item) &&
      isStringStart(this.text, skipBlanks(this.text, start + item.length, true), 0)
    return begins && !named ? syntaxError({ kind: 'invalid-syntax', hint: 'comma' }, this.text, start) : this.invalid()
  }
}
