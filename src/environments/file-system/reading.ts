import * as z from 'zod'
import { defineTool, entity } from '../../environment/index.js'
import { byCodePoint, countCharacters, countWords, differences, lastLines, linesOf } from './lines.js'
import { phrases } from './phrases/reading.js'
import { hasInvalidCharacter, nameOf, refused, textOf, wholeNumberOf } from './refusals.js'
import { entryOf, objectOf, type State } from './state.js'
import { filesAtHand } from './survey.js'
import { comparable, countable, searchable, sortable, tailable } from './wishes.js'

const tool = defineTool<State>()
const fileName = entity('file', z.string()).describe('Name of a file in the working directory.')

/** Tools that look into files of the working directory and change nothing (SEMANTICS.md section 5). */
export const reading = {
  cat: tool({
    description: 'Show the whole content of a file in the working directory.',
    effect: 'read',
    parameters: z.object({ file_name: fileName }),
    returns: z.object({ file_content: entity('text', z.string()) }),
    phrases: phrases.cat,
    candidates: ({ state }) =>
      filesAtHand(state)
        .filter(({ file }) => file.content !== '')
        .map(({ name }) => ({ file_name: name })),
    run({ state, args }) {
      const name = nameOf(args.file_name)
      if (hasInvalidCharacter(name)) throw refused('invalid-name', `cat: '${name}': Invalid character`)
      const id = entryOf(state, state.cwd, name)
      if (id === undefined) throw refused('not-found', `cat: '${name}': No such file or directory`)
      const found = objectOf(state, id)
      if (found.type === 'directory') throw refused('is-directory', `cat: '${name}': Is a directory`)
      return { file_content: found.content }
    },
  }),
  wc: tool({
    description: 'Count the lines, words or characters of a file in the working directory.',
    effect: 'read',
    parameters: z.object({
      file_name: fileName,
      mode: entity('text-unit', z.enum(['l', 'w', 'c']))
        .default('l')
        .describe("What to count: 'l' lines, 'w' words, 'c' characters."),
    }),
    returns: z.object({ count: z.number().int(), type: z.enum(['lines', 'words', 'characters']) }),
    phrases: phrases.wc,
    candidates: ({ state, random }) => countable(state, random),
    run({ state, args: { file_name, mode } }) {
      if (mode !== 'l' && mode !== 'w' && mode !== 'c')
        throw refused('invalid-value', `wc: invalid mode '${String(mode)}'`)
      const content = contentOf(state, 'wc', file_name)
      if (mode === 'l') return { count: linesOf(content).length, type: 'lines' }
      return mode === 'w'
        ? { count: countWords(content), type: 'words' }
        : { count: countCharacters(content), type: 'characters' }
    },
  }),
  sort: tool({
    description: 'Show the lines of a file in the working directory in sorted order; the file itself stays as it is.',
    effect: 'read',
    parameters: z.object({ file_name: fileName }),
    returns: z.object({ sorted_content: entity('text', z.string()) }),
    phrases: phrases.sort,
    candidates: ({ state }) => sortable(state),
    run: ({ state, args }) => ({
      sorted_content: linesOf(contentOf(state, 'sort', args.file_name))
        .toSorted(byCodePoint)
        .join('\n'),
    }),
  }),
  grep: tool({
    description:
      'Show the lines of a file in the working directory that contain a text, upper and lower case told apart.',
    effect: 'read',
    parameters: z.object({ file_name: fileName, pattern: z.string().describe('Text to look for, taken literally.') }),
    returns: z.object({ matching_lines: z.array(z.string()) }),
    phrases: phrases.grep,
    candidates: ({ state, random }) => searchable(state, random),
    run({ state, args: { file_name, pattern } }) {
      const lines = linesOf(contentOf(state, 'grep', file_name))
      const part = textOf(pattern, "'in <string>' requires string as left operand, not {type}")
      return { matching_lines: lines.filter((line) => line.includes(part)) }
    },
  }),
  tail: tool({
    description: 'Show the last lines of a file in the working directory.',
    effect: 'read',
    parameters: z.object({
      file_name: fileName,
      lines: z.number().int().default(10).describe('How many lines; all of them where there are fewer.'),
    }),
    returns: z.object({ last_lines: entity('text', z.string()) }),
    phrases: phrases.tail,
    candidates: ({ state, random }) => tailable(state, random),
    run({ state, args: { file_name, lines } }) {
      const all = linesOf(contentOf(state, 'tail', file_name))
      return { last_lines: lastLines(all, wholeNumberOf(lines, all.length)).join('\n') }
    },
  }),
  diff: tool({
    description: 'Compare two files in the working directory line by line, up to the end of the shorter one.',
    effect: 'read',
    parameters: z.object({
      file_name1: fileName,
      file_name2: entity('file', z.string()).describe('Name of the other file, in the same directory.'),
    }),
    returns: z.object({
      diff_lines: z.string().describe("Each differing pair as '- first' and '+ second'; empty if none differs."),
    }),
    phrases: phrases.diff,
    candidates: ({ state }) => comparable(state),
    run({ state, args: { file_name1, file_name2 } }) {
      const [first, second] = [nameOf(file_name1), nameOf(file_name2)]
      const [a, b] = [fileContent(state, first), fileContent(state, second)]
      if (a === undefined || b === undefined)
        throw refused('not-found', `diff: ${first} or ${second}: No such file or directory`)
      return { diff_lines: differences(a, b).join('\n') }
    },
  }),
}

function contentOf(state: State, command: string, given: unknown): string {
  const name = nameOf(given)
  const content = fileContent(state, name)
  if (content === undefined) throw refused('not-found', `${command}: ${name}: No such file or directory`)
  return content
}

function fileContent(state: State, name: string): string | undefined {
  const id = entryOf(state, state.cwd, name)
  const found = id === undefined ? undefined : objectOf(state, id)
  return found?.type === 'file' ? found.content : undefined
}
