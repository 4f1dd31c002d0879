import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, readText } from './support/sources.js'

const method = readText('docs/method.md')

/** Ids of terms and claims: the first cell of a row, in backticks. */
const ids = [...method.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, id = '']) => id)

/** Where tests name them: in a title, in square brackets at its end. */
const named = filesBelow('test', '.test.ts').flatMap((file) =>
  [...readText(file).matchAll(/\[([a-z-]+)\]['"`]/g)].map(([, id = '']) => ({ file, id })),
)

describe('docs/method.md', () => {
  it('has terms and claims, each once', () => {
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it('names a test for each, and that test names it', () => {
    const untested = ids.filter((id) => {
      const [, test] = new RegExp(`^\\| \`${id}\` .*\`(test/[^\`]+)\` +\\|$`, 'm').exec(method) ?? []
      return !named.some((name) => name.id === id && name.file === test)
    })
    expect(untested).toEqual([])
  })

  it('knows every id that a test names', () => {
    expect(named.filter(({ id }) => !ids.includes(id))).toEqual([])
  })

  it('names only files and folders that exist', () => {
    const paths = [...method.matchAll(/`((?:src|test|docs|bench|examples)\/[^`]+)`/g)].map(([, path = '']) => path)
    expect(paths.filter((path) => !existsSync(resolve(import.meta.dirname, '..', path)))).toEqual([])
  })
})
