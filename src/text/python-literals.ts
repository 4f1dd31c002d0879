import * as character from './python-characters.js'
import { Cursor } from './python-cursor.js'
import type { Expression } from './python-expression.js'
import { endOfName } from './python-lexis.js'
import { readNumber } from './python-number-literal.js'
import { isStringStart, readString } from './python-string-literal.js'

/** Reads literals at the cursor. */
export class LiteralReader extends Cursor {
  /** The commonest argument, one string with nothing behind it, without going through all levels. */
  protected loneString(): Expression | undefined {
    const code = this.peek()
    if (code !== character.QUOTE && code !== character.DOUBLE_QUOTE) return undefined
    const start = this.at
    const { value, end } = readString(this.text, start, 0)
    this.at = end
    const next = this.peek()
    if (
      next === character.COMMA ||
      next === character.CLOSE ||
      next === character.CLOSE_SQUARE ||
      next === character.CLOSE_BRACE
    )
      return { kind: 'literal', value }
    this.at = start
    return undefined
  }

  protected number(): Expression {
    const { value, end } = readNumber(this.text, this.at)
    this.at = end
    return { kind: 'literal', value }
  }

  protected dots(): Expression {
    if (this.text.startsWith('...', this.at)) {
      this.at += 3
      return { kind: 'literal', value: { $ellipsis: true } }
    }
    const code = this.text.charCodeAt(this.at + 1)
    if (code >= character.ZERO && code <= character.NINE) return this.number()
    throw this.invalid()
  }

  protected strings(): Expression {
    let value = ''
    let kinds = 0
    for (;;) {
      const code = this.peek()
      const length =
        code === character.QUOTE || code === character.DOUBLE_QUOTE ? 0 : endOfName(this.text, this.at) - this.at
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
}
