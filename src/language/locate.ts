import { isArray, type Json, sameJson } from '../core/json.js'
import type { Mention } from '../core/hard-query.js'
import type { Reference, Request } from '../core/reference.js'
import { type Form, formNamed } from './forms.js'
import type { Lexicon } from './lexicon.js'

/** Forms in which people write values whatever they are values of. */
const GENERAL = ['date', 'money', 'number'] as const

/**
 * Where a text that nobody's wordings made says the values of requests, in any form in which people write them. What no words
 * have to spell (truth values, and what points back at the conversation) is left out.
 */
export function locate(lexicon: Lexicon, requests: readonly Request[], text: string): Mention[] {
  return requests.flatMap(({ tool, arguments: args }, i) =>
    Object.entries(args).flatMap(([parameter, reference]): Mention[] => {
      const span = reference.by === 'earlier' ? undefined : spanOf(lexicon, tool, parameter, reference, text)
      return span && reference.by !== 'earlier'
        ? [{ span, input: `${i}/${parameter}`, value: reference.value, form: 'literal', referents: 1 }]
        : []
    }),
  )
}

/** Values of requests that a text should say and does not: `0/travel_date`. */
export function unsaid(lexicon: Lexicon, requests: readonly Request[], text: string): string[] {
  const said = new Set(locate(lexicon, requests, text).map(({ input }) => input))
  return requests.flatMap(({ arguments: args }, i) =>
    Object.entries(args).flatMap(([parameter, reference]) =>
      reference.by === 'earlier' || typeof reference.value === 'boolean' || said.has(`${i}/${parameter}`)
        ? []
        : [`${i}/${parameter}`],
    ),
  )
}

/** Values that a text which nobody's wordings made says, of those that are asked about. */
export function saidIn(lexicon: Lexicon, requests: readonly Request[], text: string): Json[] {
  const located = locate(lexicon, requests, text).map(({ value }) => value)
  const unspelt = requests.flatMap(({ arguments: args }) =>
    Object.values(args).flatMap((reference) =>
      reference.by !== 'earlier' && typeof reference.value === 'boolean' ? [reference.value] : [],
    ),
  )
  return [...located, ...unspelt]
}

type Span = readonly [number, number]

function spanOf(
  lexicon: Lexicon,
  tool: string,
  parameter: string,
  reference: Exclude<Reference, { by: 'earlier' }>,
  text: string,
): Span | undefined {
  const { value } = reference
  const own = lexicon
    .sayings(tool, { slot: parameter })
    .flatMap((saying) => (saying.by === 'value' && reference.by === 'value' ? [saying.form] : []))
  if (isArray(value)) return inForms(own, value, text) ?? spanOfAll(value, text)
  return literally(value, text) ?? inForms([...own, ...GENERAL.map(formNamed)], value, text)
}

/** From the first item to the last, where all of them are said. */
function spanOfAll(items: readonly Json[], text: string): Span | undefined {
  const spans = items.map((item) => literally(item, text) ?? inForms(GENERAL.map(formNamed), item, text))
  const found = spans.flatMap((span) => (span ? [span] : []))
  if (found.length === 0 || found.length < items.length) return undefined
  return [Math.min(...found.map(([from]) => from)), Math.max(...found.map(([, to]) => to))]
}

function literally(value: Json, text: string): Span | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const [said, all] = [String(value).toLowerCase(), text.toLowerCase()]
  for (let at = all.indexOf(said); at >= 0 && said !== ''; at = all.indexOf(said, at + 1)) {
    const before = /[\w.]$/.test(all.slice(0, at)) && /^\w/.test(said)
    const after = /^(?:\w|\.\d)/.test(all.slice(at + said.length)) && /\w$/.test(said)
    if (!before && !after) return [at, at + said.length]
  }
  return undefined
}

function inForms(forms: readonly Form[], value: Json, text: string): Span | undefined {
  for (const form of forms) {
    for (const match of text.matchAll(new RegExp(form.pattern, 'gi'))) {
      const meant = form.parse(match[0])
      if (meant !== undefined && (sameJson(meant, value) || (typeof value === 'string' && String(meant) === value)))
        return [match.index, match.index + match[0].length]
    }
  }
  return undefined
}
