import type { Json } from '../core/json.js'
import { withoutSpecialTokens } from '../core/special-tokens.js'
import type { ChatMessage } from '../model/index.js'

/** Data in a prompt, between tags that nothing in it can close. */
export function payload(tag: string, value: Json): string {
  return `<${tag}>\n${withoutSpecialTokens(JSON.stringify(value)).replaceAll('<', '\\u003c')}\n</${tag}>`
}

/** The inverse of `payload`: the data between the last such tags of a prompt. */
export function payloadIn(tag: string, messages: readonly ChatMessage[]): Json | undefined {
  for (const { content } of messages.toReversed()) {
    const from = content.lastIndexOf(`<${tag}>\n`)
    const to = content.indexOf(`\n</${tag}>`, from)
    if (from >= 0 && to >= 0) return JSON.parse(content.slice(from + tag.length + 3, to)) as Json
  }
  return undefined
}

/** A text in a prompt, between tags that nothing in it can close. */
export function quoted(tag: string, text: string): string {
  return `<${tag}>\n${withoutSpecialTokens(text).replaceAll(`</${tag}`, `< /${tag}`)}\n</${tag}>`
}

/** The inverse of `quoted`. */
export function quotedIn(tag: string, text: string): string | undefined {
  const from = text.indexOf(`<${tag}>\n`)
  const to = text.indexOf(`\n</${tag}>`, from)
  return from < 0 || to < 0 ? undefined : text.slice(from + tag.length + 3, to)
}

/** What was wrong with answers before, where anything was: they are not shown again. */
export function objected(objections: readonly string[] = []): string[] {
  return objections.length === 0
    ? []
    : [
        `What you wrote before was refused. Write it anew, without these faults:\n${payload('objections', [...objections])}`,
      ]
}
