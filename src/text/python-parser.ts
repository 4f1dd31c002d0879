import type { Json } from '../core/json.js'
import { isFloatTag, isIntTag } from '../core/number.js'
import { ParseError, type SyntaxProblem, type UnsupportedForm } from './parse-error.js'
import type { BinaryOperator, Expression, KeywordArgument } from './python-expression.js'
import { endOfName, KEYWORDS, lineAt, skipBlanks, syntaxError } from './python-lexis.js'
import { readNumber } from './python-number-literal.js'
import { floatValue, intValue } from './python-number.js'
import { isStringStart, readString } from './python-string-literal.js'
import { dictOf } from './python-value.js'

const ASCII = /^[\x00-\x7f]*$/
const MAX_BRACKETS = 200
const MAX_OPERATIONS = 1000
const CONSTANTS: { readonly [word: string]: boolean | null } = { True: true, False: false, None: null }
const UNREAD_WORDS: { readonly [word: string]: UnsupportedForm } = {
  if: 'conditional expression',
  and: 'boolean operator',
  or: 'boolean operator',
  in: 'comparison',
  is: 'comparison',
  not: 'comparison',
  for: 'comprehension',
  async: 'comprehension',
}

/** Recursive descent over one text, left to right, no look-back; see `python-call.ts` for the entry points. */
export class Parser {
  /** Repeated keywords, by where their argument list opens. */
  readonly repeated: { readonly opens: number; readonly at: number; readonly keyword: string }[] = []
  at = 0
  private brackets = 0
  private operations = 0
  private readonly text: string
  private readonly ascii: boolean

  constructor(text: string) {
    this.text = text
    this.ascii = ASCII.test(text)
  }

  /** Expressions separated by commas, as a tuple, or a single one. */
  expressions(): Expression {
    const first = this.expression()
    if (this.peek() !== 44) return first
    return sequence('tuple', this.moreItems([first], -1))
  }

  private expression(): Expression {
    const lone = this.loneString()
    if (lone) return lone
    const value = this.sum()
    this.refuseUnreadOperator()
    return value
  }

  /** The commonest argument, one string with nothing behind it, without going through all levels. */
  private loneString(): Expression | undefined {
    const code = this.peek()
    if (code !== 39 && code !== 34) return undefined
    const start = this.at
    const { value, end } = readString(this.text, start, 0)
    this.at = end
    const next = this.peek()
    if (next === 44 || next === 41 || next === 93 || next === 125) return { kind: 'literal', value }
    this.at = start
    return undefined
  }

  private sum(): Expression {
    let left = this.product()
    for (;;) {
      const code = this.peek()
      if (code !== 43 && code !== 45) return left
      this.at += 1
      left = this.operation({ kind: 'binary', operator: code === 43 ? '+' : '-', left, right: this.product() })
    }
  }

  private product(): Expression {
    let left = this.signed()
    for (;;) {
      const operator = this.productOperator()
      if (!operator) return left
      this.at += operator.length
      left = this.operation({ kind: 'binary', operator, left, right: this.signed() })
    }
  }

  private productOperator(): BinaryOperator | undefined {
    const code = this.peek()
    const next = this.text.charCodeAt(this.at + 1)
    if (code === 42) return next === 42 ? this.unsupported('power operator') : '*'
    if (code === 47) return next === 47 ? '//' : '/'
    return code === 37 ? '%' : undefined
  }

  private signed(): Expression {
    let code = this.peek()
    if (code !== 43 && code !== 45) return this.primary()
    const signs: ('-' | '+')[] = []
    for (; code === 43 || code === 45; code = this.peek()) {
      signs.push(code === 45 ? '-' : '+')
      this.at += 1
    }
    let value = this.primary()
    for (const operator of signs.toReversed())
      value = signedLiteral(operator, value) ?? this.operation({ kind: 'unary', operator, operand: value })
    return value
  }

  private primary(): Expression {
    let value = this.atom()
    for (;;) {
      const code = this.peek()
      if (code === 40) value = this.operation(this.call(value))
      else if (code === 46 && !/[.\d]/.test(this.text.charAt(this.at + 1)))
        value = this.operation(this.attribute(value))
      else if (code === 91) value = this.operation(this.subscript(value))
      else return value
    }
  }

  private attribute(of: Expression): Expression {
    this.at += 1
    this.peek()
    const end = endOfName(this.text, this.at)
    const name = this.text.slice(this.at, end)
    if (end === this.at || KEYWORDS.has(name)) throw this.invalid()
    this.at = end
    return { kind: 'attribute', of, name: this.normalized(name) }
  }

  private subscript(of: Expression): Expression {
    this.open()
    if (this.peek() === 58) this.unsupported('slice')
    const start = this.at
    const first = this.expression()
    if (this.peek() === 58) this.unsupported('slice')
    const items = this.moreItems([first], 93, start)
    const index = items.length === 1 && !this.trailingComma ? items[0] : sequence('tuple', items)
    this.close()
    return { kind: 'subscript', of, index: index as Expression }
  }

  private call(callee: Expression): Expression {
    const opens = this.at
    this.open()
    const positional: Expression[] = []
    const keywords: KeywordArgument[] = []
    while (this.peek() !== 41) {
      if (this.text.charCodeAt(this.at) === 42) this.unsupported('unpacking')
      const keyword = this.keywordName()
      const start = this.at
      if (keyword === undefined) this.positionalArgument(positional, keywords.length > 0)
      else {
        if (keywords.some(({ name }) => name === keyword)) this.repeated.push({ opens, at: this.at, keyword })
        keywords.push({ name: keyword, value: this.expression() })
      }
      if (this.peek() === 44) this.at += 1
      else if (this.text.charCodeAt(this.at) !== 41) throw this.afterItem(start)
    }
    this.close()
    return { kind: 'call', callee, positional, keywords }
  }

  private positionalArgument(positional: Expression[], late: boolean): void {
    const start = this.at
    const value = this.expression()
    if (this.peek() === 61) {
      const constant = value.kind === 'literal' ? this.text.slice(start, endOfName(this.text, start)) : ''
      throw Object.hasOwn(CONSTANTS, constant)
        ? this.error({ kind: 'keyword-is-constant', keyword: constant })
        : this.error({ kind: 'keyword-not-a-name' })
    }
    if (late) throw this.error({ kind: 'positional-after-keyword' })
    positional.push(value)
  }

  /** The name of a keyword argument that begins here, moving behind its `=`; otherwise stays. */
  private keywordName(): string | undefined {
    const end = endOfName(this.text, this.at)
    if (end === this.at) return undefined
    const equals = skipBlanks(this.text, end, true)
    if (this.text.charCodeAt(equals) !== 61 || this.text.charCodeAt(equals + 1) === 61) return undefined
    const name = this.text.slice(this.at, end)
    if (KEYWORDS.has(name)) return undefined
    this.at = equals + 1
    return this.normalized(name)
  }

  private atom(): Expression {
    const code = this.peek()
    if (code === 39 || code === 34) return this.strings()
    if (code >= 48 && code <= 57) return this.number()
    if (code === 91) return this.list()
    if (code === 40) return this.group()
    if (code === 123) return this.braces()
    if (code === 46) return this.dots()
    if (code === 126) return this.unsupported('bitwise operator')
    return this.word()
  }

  /** Python compares names in this form, so that ligatures and the like are the plain letters. */
  private normalized(name: string): string {
    return this.ascii ? name : name.normalize('NFKC')
  }

  private number(): Expression {
    const { value, end } = readNumber(this.text, this.at)
    this.at = end
    return { kind: 'literal', value }
  }

  private dots(): Expression {
    if (this.text.startsWith('...', this.at)) {
      this.at += 3
      return { kind: 'literal', value: { $ellipsis: true } }
    }
    const code = this.text.charCodeAt(this.at + 1)
    if (code >= 48 && code <= 57) return this.number()
    throw this.invalid()
  }

  private strings(): Expression {
    let value = ''
    let kinds = 0
    for (;;) {
      const code = this.peek()
      const length = code === 39 || code === 34 ? 0 : endOfName(this.text, this.at) - this.at
      if (!isStringStart(this.text, this.at, length)) break
      const literal = readString(this.text, this.at, length)
      if (literal.formatted) this.unsupported('formatted string')
      kinds |= literal.bytes ? 1 : 2
      if (kinds === 3) throw this.error({ kind: 'mixed-bytes' })
      value += literal.value
      this.at = literal.end
    }
    return kinds === 1 ? this.unsupported('bytes literal') : { kind: 'literal', value }
  }

  private word(): Expression {
    const end = endOfName(this.text, this.at)
    if (isStringStart(this.text, this.at, end - this.at)) return this.strings()
    const word = this.text.slice(this.at, end)
    if (end === this.at) throw this.invalid()
    if (!KEYWORDS.has(word)) {
      this.at = end
      if (this.peek() === 58 && this.text.charCodeAt(this.at + 1) === 61) this.unsupported('assignment expression')
      return { kind: 'name', name: this.normalized(word) }
    }
    if (word === 'lambda') return this.unsupported('lambda')
    if (word === 'not') return this.unsupported('boolean operator')
    if (word === 'await' || word === 'yield') return this.unsupported('await or yield')
    if (!Object.hasOwn(CONSTANTS, word)) throw this.invalid()
    this.at = end
    return { kind: 'literal', value: CONSTANTS[word] ?? null }
  }

  private list(): Expression {
    this.open()
    const items = this.moreItems([], 93)
    this.close()
    return sequence('list', items)
  }

  private group(): Expression {
    this.open()
    if (this.peek() === 42) this.unsupported('unpacking')
    const items = this.moreItems([], 41)
    this.close()
    const [only] = items
    return only !== undefined && items.length === 1 && !this.trailingComma ? only : sequence('tuple', items)
  }

  private braces(): Expression {
    this.open()
    const entries: (readonly [Expression, Expression])[] = []
    while (this.peek() !== 125) {
      if (this.text.charCodeAt(this.at) === 42) this.unsupported('unpacking')
      const key = this.expression()
      if (this.peek() !== 58) {
        if (entries.length > 0) throw this.invalid()
        return this.set(key)
      }
      this.at += 1
      if (this.peek() === 125 || this.text.charCodeAt(this.at) === 44) throw this.error({ kind: 'missing-dict-value' })
      const start = this.at
      entries.push([key, this.expression()])
      if (this.peek() === 44) this.at += 1
      else if (this.text.charCodeAt(this.at) !== 125) throw this.afterItem(start)
    }
    this.close()
    return dictionary(entries)
  }

  private set(first: Expression): Expression {
    const items = this.moreItems([first], 125)
    this.close()
    return { kind: 'set', items }
  }

  private trailingComma = false

  /** Items up to the closing character (-1: the end of the line), commas between them; `items` holds those already read. */
  private moreItems(items: Expression[], closing: number, firstAt = this.at): Expression[] {
    let comma = items.length === 0
    let start = firstAt
    for (;;) {
      if (items.length > 0) {
        comma = this.peek() === 44
        if (comma) this.at += 1
      }
      if (this.atClosing(closing)) break
      if (!comma) throw closing === -1 ? this.invalid() : this.afterItem(start)
      if (this.peek() === 42) this.unsupported('unpacking')
      start = this.at
      items.push(this.expression())
    }
    this.trailingComma = comma && items.length > 0
    return items
  }

  private atClosing(closing: number): boolean {
    const code = this.peek()
    return closing === -1 ? this.at >= this.text.length || code === 10 : code === closing
  }

  /** The code of the next significant character, NaN at the end. */
  private peek(): number {
    const code = this.text.charCodeAt(this.at)
    if (code > 35 && code !== 92) return code
    this.at = skipBlanks(this.text, this.at, this.brackets > 0)
    return this.text.charCodeAt(this.at)
  }

  private open(): void {
    this.at += 1
    this.brackets += 1
    if (this.brackets > MAX_BRACKETS) throw this.error({ kind: 'too-many-brackets' })
  }

  private close(): void {
    this.at += 1
    this.brackets -= 1
  }

  private operation(made: Expression): Expression {
    this.operations += 1
    return this.operations > MAX_OPERATIONS ? this.unsupported('deep nesting') : made
  }

  private refuseUnreadOperator(): void {
    const code = this.peek()
    if (code === 44 || code === 41 || code === 93 || code !== code) return
    const next = this.text.charCodeAt(this.at + 1)
    if (code === 60 || code === 62) this.unsupported(next === code ? 'bitwise operator' : 'comparison')
    if ((code === 61 || code === 33) && next === 61) this.unsupported('comparison')
    if (code === 124 || code === 38 || code === 94 || code === 64) this.unsupported('bitwise operator')
    const word = this.text.slice(this.at, endOfName(this.text, this.at))
    const form = Object.hasOwn(UNREAD_WORDS, word) ? UNREAD_WORDS[word] : undefined
    if (form) this.unsupported(form)
  }

  private unsupported(form: UnsupportedForm): never {
    throw new ParseError({ unsupported: form }, lineAt(this.text, this.at))
  }

  private error(problem: SyntaxProblem): ParseError {
    return syntaxError(problem, this.text, this.at)
  }

  /** Something that cannot stand here. */
  invalid(): ParseError {
    return this.error({ kind: 'invalid-syntax' })
  }

  /** Something that cannot follow the item at `start`: CPython suggests a comma where another expression begins. */
  private afterItem(start: number): ParseError {
    const end = endOfName(this.text, this.at)
    const word = this.text.slice(this.at, end)
    const begins =
      /^(["'\d([{]|\.\.\.|\.\d)/.test(this.text.slice(this.at, this.at + 3)) ||
      (word !== '' && (!KEYWORDS.has(word) || Object.hasOwn(CONSTANTS, word)))
    const item = this.text.slice(start, endOfName(this.text, start))
    const named =
      item !== '' &&
      !KEYWORDS.has(item) &&
      isStringStart(this.text, skipBlanks(this.text, start + item.length, true), 0)
    return begins && !named ? syntaxError({ kind: 'invalid-syntax', hint: 'comma' }, this.text, start) : this.invalid()
  }
}

function sequence(kind: 'list' | 'tuple', items: readonly Expression[]): Expression {
  const values: Json[] = []
  for (const item of items) {
    if (item.kind !== 'literal') return { kind, items }
    values.push(item.value)
  }
  return { kind: 'literal', value: kind === 'list' ? values : { $tuple: values } }
}

function dictionary(entries: readonly (readonly [Expression, Expression])[]): Expression {
  const values: (readonly [Json, Json])[] = []
  for (const [key, value] of entries) {
    if (key.kind !== 'literal' || value.kind !== 'literal' || Array.isArray(key.value)) return { kind: 'dict', entries }
    values.push([key.value, value.value])
  }
  return { kind: 'literal', value: dictOf(values) }
}

/** A signed number literal as a literal; undefined for anything else. */
function signedLiteral(operator: '-' | '+', operand: Expression): Expression | undefined {
  if (operand.kind !== 'literal') return undefined
  const value = signed(operator, operand.value)
  return value === undefined ? undefined : { kind: 'literal', value }
}

function signed(operator: '-' | '+', value: Json): Json | undefined {
  if (typeof value === 'number') return operator === '+' ? value : 0 - value
  if (typeof value !== 'object' || value === null) return undefined
  if (isIntTag(value)) return operator === '+' ? value : intValue(-BigInt(value.$int))
  if (isFloatTag(value)) return operator === '+' ? value : floatValue(-value.$float)
  const float = (value as { readonly [key: string]: Json })['$float']
  if (float === 'inf' || float === '-inf')
    return operator === '+' ? value : floatValue(float === 'inf' ? -Infinity : Infinity)
  return undefined
}
