import * as character from './python-characters.js'
import { CONSTANTS } from './python-cursor.js'
import type { BinaryOperator, Expression, KeywordArgument } from './python-expression.js'
import { dictionary, sequence, signedLiteral } from './python-folding.js'
import { endOfName, KEYWORDS, skipBlanks } from './python-lexis.js'
import { LiteralReader } from './python-literals.js'
import { isStringStart } from './python-string-literal.js'
import { unreadForm } from './python-unread.js'

const MAX_OPERATIONS = 1000
interface Items {
  readonly items: Expression[]
  readonly trailingComma: boolean
}

/** Recursive descent over one text, left to right, no look-back; see `python-call.ts` for the entry points. */
export class Parser extends LiteralReader {
  /** Repeated keywords, by where their argument list opens. */
  readonly repeated: { readonly opens: number; readonly at: number; readonly keyword: string }[] = []
  private operations = 0

  /** Expressions separated by commas, as a tuple, or a single one. */
  expressions(): Expression {
    const first = this.expression()
    if (this.peek() !== character.COMMA) return first
    return sequence('tuple', this.moreItems([first], character.END).items)
  }

  private expression(): Expression {
    const lone = this.loneString()
    if (lone) return lone
    const value = this.sum()
    this.refuseUnreadOperator()
    return value
  }

  private sum(): Expression {
    let left = this.product()
    for (;;) {
      const code = this.peek()
      if (code !== character.PLUS && code !== character.MINUS) return left
      this.at += 1
      left = this.operation({
        kind: 'binary',
        operator: code === character.PLUS ? '+' : '-',
        left,
        right: this.product(),
      })
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
    if (code === character.STAR) return next === character.STAR ? this.unsupported('power operator') : '*'
    if (code === character.SLASH) return next === character.SLASH ? '//' : '/'
    return code === character.PERCENT ? '%' : undefined
  }

  private signed(): Expression {
    let code = this.peek()
    if (code !== character.PLUS && code !== character.MINUS) return this.primary()
    const signs: ('-' | '+')[] = []
    for (; code === character.PLUS || code === character.MINUS; code = this.peek()) {
      signs.push(code === character.MINUS ? '-' : '+')
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
      if (code === character.OPEN) value = this.operation(this.call(value))
      else if (code === character.DOT && !/[.\d]/.test(this.text.charAt(this.at + 1)))
        value = this.operation(this.attribute(value))
      else if (code === character.OPEN_SQUARE) value = this.operation(this.subscript(value))
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
    if (this.peek() === character.COLON) this.unsupported('slice')
    const start = this.at
    const first = this.expression()
    if (this.peek() === character.COLON) this.unsupported('slice')
    const { items, trailingComma } = this.moreItems([first], character.CLOSE_SQUARE, start)
    this.close()
    return { kind: 'subscript', of, index: items.length === 1 && !trailingComma ? first : sequence('tuple', items) }
  }

  private call(callee: Expression): Expression {
    const opens = this.at
    this.open()
    const positional: Expression[] = []
    const keywords: KeywordArgument[] = []
    while (this.peek() !== character.CLOSE) {
      if (this.text.charCodeAt(this.at) === character.STAR) this.unsupported('unpacking')
      const keyword = this.keywordName()
      const start = this.at
      if (keyword === undefined) this.positionalArgument(positional, keywords.length > 0)
      else {
        if (keywords.some(({ name }) => name === keyword)) this.repeated.push({ opens, at: this.at, keyword })
        keywords.push({ name: keyword, value: this.expression() })
      }
      if (this.peek() === character.COMMA) this.at += 1
      else if (this.text.charCodeAt(this.at) !== character.CLOSE) throw this.afterItem(start)
    }
    this.close()
    return { kind: 'call', callee, positional, keywords }
  }

  private positionalArgument(positional: Expression[], late: boolean): void {
    const start = this.at
    const value = this.expression()
    if (this.peek() === character.EQUALS) {
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
    if (this.text.charCodeAt(equals) !== character.EQUALS || this.text.charCodeAt(equals + 1) === character.EQUALS)
      return undefined
    const name = this.text.slice(this.at, end)
    if (KEYWORDS.has(name)) return undefined
    this.at = equals + 1
    return this.normalized(name)
  }

  private atom(): Expression {
    const code = this.peek()
    if (code === character.QUOTE || code === character.DOUBLE_QUOTE) return this.strings()
    if (code >= character.ZERO && code <= character.NINE) return this.number()
    if (code === character.OPEN_SQUARE) return this.list()
    if (code === character.OPEN) return this.group()
    if (code === character.OPEN_BRACE) return this.braces()
    if (code === character.DOT) return this.dots()
    if (code === character.TILDE) return this.unsupported('bitwise operator')
    return this.word()
  }

  private word(): Expression {
    const end = endOfName(this.text, this.at)
    if (isStringStart(this.text, this.at, end - this.at)) return this.strings()
    const word = this.text.slice(this.at, end)
    if (end === this.at) throw this.invalid()
    if (!KEYWORDS.has(word)) {
      this.at = end
      if (this.peek() === character.COLON && this.text.charCodeAt(this.at + 1) === character.EQUALS)
        this.unsupported('assignment expression')
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
    const { items } = this.moreItems([], character.CLOSE_SQUARE)
    this.close()
    return sequence('list', items)
  }

  private group(): Expression {
    this.open()
    if (this.peek() === character.STAR) this.unsupported('unpacking')
    const { items, trailingComma } = this.moreItems([], character.CLOSE)
    this.close()
    const [only] = items
    return only !== undefined && items.length === 1 && !trailingComma ? only : sequence('tuple', items)
  }

  private braces(): Expression {
    this.open()
    const entries: (readonly [Expression, Expression])[] = []
    while (this.peek() !== character.CLOSE_BRACE) {
      if (this.text.charCodeAt(this.at) === character.STAR) this.unsupported('unpacking')
      const key = this.expression()
      if (this.peek() !== character.COLON) {
        if (entries.length > 0) throw this.invalid()
        return this.set(key)
      }
      this.at += 1
      if (this.peek() === character.CLOSE_BRACE || this.text.charCodeAt(this.at) === character.COMMA)
        throw this.error({ kind: 'missing-dict-value' })
      const start = this.at
      entries.push([key, this.expression()])
      if (this.peek() === character.COMMA) this.at += 1
      else if (this.text.charCodeAt(this.at) !== character.CLOSE_BRACE) throw this.afterItem(start)
    }
    this.close()
    return dictionary(entries)
  }

  private set(first: Expression): Expression {
    const { items } = this.moreItems([first], character.CLOSE_BRACE)
    this.close()
    return { kind: 'set', items }
  }

  /** Items up to the closing character (-1: the end of the line), commas between them; `items` holds those already read. */
  private moreItems(items: Expression[], closing: number, firstAt = this.at): Items {
    let comma = items.length === 0
    let start = firstAt
    for (;;) {
      if (items.length > 0) {
        comma = this.peek() === character.COMMA
        if (comma) this.at += 1
      }
      if (this.atClosing(closing)) break
      if (!comma) throw closing === character.END ? this.invalid() : this.afterItem(start)
      if (this.peek() === character.STAR) this.unsupported('unpacking')
      start = this.at
      items.push(this.expression())
    }
    return { items, trailingComma: comma && items.length > 0 }
  }

  private atClosing(closing: number): boolean {
    const code = this.peek()
    return closing === character.END ? this.at >= this.text.length || code === character.LINE_END : code === closing
  }

  private operation(made: Expression): Expression {
    this.operations += 1
    return this.operations > MAX_OPERATIONS ? this.unsupported('deep nesting') : made
  }

  private refuseUnreadOperator(): void {
    const code = this.peek()
    const form = unreadForm(this.text, this.at, code)
    if (form) this.unsupported(form)
  }
}
