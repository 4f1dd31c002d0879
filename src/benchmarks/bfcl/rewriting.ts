const NAME_BEFORE_BRACKET = /(?<![\p{L}\p{N}_])([A-Za-z_][\p{L}\p{N}_]*)[\s\x1c-\x1f\x85]*(?=\()/gu
const BLOCKED: ReadonlySet<string> = new Set(['kill', 'exit', 'quit', 'remove', 'unlink', 'popen', 'Popen', 'run'])

/**
 * What the executor makes of a call text before reading it: every word before an opening bracket loses the blanks between
 * them, and a tool's name gets its instance's name in front, inside string literals too (SEMANTICS section 2).
 */
export function rewriteCalls(text: string, instanceOf: (name: string) => string | undefined): string {
  return text.replace(NAME_BEFORE_BRACKET, (_, name: string) => {
    const instance = instanceOf(name)
    return instance === undefined ? name : `${instance}.${name}`
  })
}

/** The refused name a rewritten text begins with, if it does (SEMANTICS section 2). */
export function blockedName(text: string): string | undefined {
  const bracket = text.indexOf('(')
  const before = bracket < 0 ? text : text.slice(0, bracket)
  const name = before.includes('.') ? (before.split('.')[1] ?? '') : before
  return BLOCKED.has(name) ? name : undefined
}
