import { readdirSync, readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

/** Files below a folder that end so, as paths with `/` from the repository's root. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .toSorted()
}

export function readText(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8')
}

const IMPORT = /^(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

/** Files of this repository that a source text imports, for types too. */
export function importsOf(path: string, text = readText(path)): string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'))
}

/** What a token is, longest first; a `/` starts a regular expression only where no value stands before it. */
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=(?:^|[=(,:;!&|?{}[>]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|[\s\S]/y

/** The code of a source text: comments, quoted texts and regular expressions blanked, line breaks kept. */
export function codeOf(text: string): string {
  let code = ''
  /** Open braces of each `${` we are inside of; the last one is ours. */
  const nesting: number[] = []
  let at = 0
  const template = (): void => {
    const [piece = ''] = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y.exec(text.slice(at)) ?? [text.slice(at)]
    at += piece.length
    code += blank(piece)
    if (piece.endsWith('${')) nesting.push(0)
  }
  while (at < text.length) {
    TOKEN.lastIndex = at
    const [token = ''] = TOKEN.exec(text) ?? []
    at += token.length
    const depth = nesting.at(-1)
    if (token === '}' && depth === 0) {
      nesting.pop()
      template()
    } else if (token === '`') template()
    else {
      if (depth !== undefined && (token === '{' || token === '}'))
        nesting.push((nesting.pop() ?? 0) + (token === '{' ? 1 : -1))
      code += token.length === 1 ? token : blank(token)
    }
  }
  return code
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
