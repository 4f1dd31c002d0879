import { forEachLeaf, isObject, type Json, sameJson } from '../core/json.js'
import type { Format } from '../exporters/index.js'
import { hold, type Law } from './law.js'
import { notPlain } from './plain.js'

/** What holds for the records of every format, whatever they are made of. */
export function formatLaws(format: Format, rows: () => readonly Json[]): Law[] {
  return [
    {
      name: 'has a name, a description, a file name and a reason for all that it leaves out',
      check() {
        hold(/^[a-z][a-z0-9-]*$/.test(format.name), 'the name is not kebab-case', () => format.name)
        hold(/^[\w.-]+\.\w+$/.test(format.fileName), 'the file name is not one', () => format.fileName)
        hold(/\w.*\.$/.test(format.description), 'the description is not a sentence', () => format.description)
        const [bare] = Object.entries(format.lost).find(([, reason]) => reason.trim() === '') ?? []
        hold(bare === undefined, 'something is left out without a reason', () => bare ?? '')
      },
    },
    {
      name: 'rows are plain JSON that reads back as it was',
      check() {
        for (const row of rows()) {
          hold(notPlain(row) === undefined, 'a row holds what JSON cannot', () => notPlain(row) ?? '')
          hold(sameJson(JSON.parse(JSON.stringify(row)) as Json, row), 'a row reads back as another', () => row)
        }
      },
    },
    {
      // A schema may say that the default of a parameter is none.
      name: 'no key has the value null',
      check() {
        for (const row of rows()) {
          const [key] = nullKeys(row)
          hold(key === undefined, 'a key without a value is there instead of left out', () => key ?? '')
        }
      },
    },
    {
      name: 'all rows have the same keys in the same order',
      check() {
        const shapes = new Set(rows().map((row) => (isObject(row) ? Object.keys(row).join() : '')))
        hold(shapes.size <= 1, 'rows differ in shape', () => [...shapes])
      },
    },
  ]
}

function nullKeys(row: Json): string[] {
  const found: string[] = []
  forEachLeaf(row, (leaf, path) => {
    if (leaf === null && !/^(?:\d+|default)$/.test(path.at(-1) ?? '')) found.push(path.join('/'))
  })
  return found
}
