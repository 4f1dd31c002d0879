import { type JsonObject } from '../../core/json.js'
import { pick, type Rng, shuffle } from '../../core/random.js'
import type { RenamedTool, Renaming } from '../../core/renaming.js'
import type { ToolSpec } from '../../core/tool.js'
import type { Wording } from '../../core/wording.js'
import { drawStyle, type NameStyle, restyle, spell, wordsOf } from './names.js'

/** Other names, wordings and another order for all tools of a row: what they do can then only be read in their descriptions. */
export function drawRenaming(tools: readonly ToolSpec[], random: Rng): Renaming {
  const style = drawStyle(random.fork('style'))
  const wording = pick(random.fork('wording'), ['own', 'synonyms', 'synonyms', 'labelled'] as const)
  const parameters = pick(random.fork('parameters'), ['snake', 'camel', 'pascal'] as const)
  const ordered = shuffle(random.fork('order'), tools)
  const taken = new Set(tools.map(({ name }) => name))
  return ordered.map((tool, i): RenamedTool => {
    taken.delete(tool.name)
    const as = freeName(aliasOf(tool, style, i, random), tool.name, taken)
    taken.add(as)
    return {
      name: tool.name,
      as,
      parameters: parametersOf(tool, { ...style, spelling: parameters }, random),
      wording: wordingOf(tool, wording),
    }
  })
}

function aliasOf({ name, environment, description }: ToolSpec, style: NameStyle, i: number, random: Rng): string {
  if (style.numbered && description !== '') return spell(['tool', String(i + 1).padStart(2, '0')], 'snake')
  const own = restyle(name, style, random.fork('words'))
  const words = wordsOf(own)
  const label = wordsOf(environment).filter((word) => !words.includes(word))
  return style.labelled ? spell([...label, ...words], style.spelling) : own
}

/** The first of the wished and the own name that is free, else the wished one with a number. */
function freeName(wished: string, own: string, taken: ReadonlySet<string>): string {
  for (const name of [wished, own]) if (!taken.has(name)) return name
  let n = 2
  while (taken.has(`${wished}_${n}`)) n += 1
  return `${wished}_${n}`
}

function parametersOf({ parameters }: ToolSpec, style: NameStyle, random: Rng): RenamedTool['parameters'] {
  const own = Object.keys((parameters['properties'] ?? {}) as JsonObject)
  const taken = new Set(own)
  return Object.fromEntries(
    own.flatMap((name): [string, string][] => {
      taken.delete(name)
      const as = freeName(restyle(name, style, random.fork('words')), name, taken)
      taken.add(as)
      return as === name ? [] : [[name, as]]
    }),
  )
}

function wordingOf({ description }: ToolSpec, wording: Wording): Wording {
  return description === '' ? 'own' : wording
}
