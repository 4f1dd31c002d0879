import { appendFileSync, copyFileSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openJournal, StorageError } from '../../../src/store/index.js'
import { openDatabase } from '../../../src/store/database.js'
import { accepted, exhausted, keyOf, OWNER, temporaryDirectories } from '../../support/results.js'

const directory = temporaryDirectories()
const open = (path: string): ReturnType<typeof openJournal> => openJournal(path, 'run', OWNER)

describe('finished items', () => {
  it('are there when the journal is opened again', () => {
    const path = directory()
    const first = open(path)
    const results = [accepted(4), exhausted(0), accepted(2, { text: 'ä\u2028' })]
    for (const result of results) first.finish(result)
    first.close()
    const second = open(path)
    expect([...second.finished()]).toEqual([0, 2, 4])
    expect([...second.results()]).toEqual(results.toSorted((a, b) => a.index - b.index))
    second.close()
  })

  it('keep what failed items and lessons say', () => {
    const journal = open(directory())
    const failed = { index: 1, status: 'failed', cause: 'worker-crash', rejections: [], stats: {} } as const
    const spent = [{ role: 'querying', cause: 'accepted', answers: 1, model: 'm', tokensIn: 3, tokensOut: 4, usd: 0.1 }]
    const results = [
      { ...failed, spent },
      { ...accepted(2), lesson: [{ choices: ['a'], accepted: { signature: 's', difficulty: 0.1 } }] },
    ]
    for (const result of results) journal.finish(result)
    expect([...journal.results()]).toEqual(results)
    journal.close()
  })

  it('count once: the first result of an index stays', () => {
    const journal = open(directory())
    journal.finish(accepted(7, { from: 'first' }))
    journal.finish(exhausted(7))
    expect([...journal.results()]).toEqual([accepted(7, { from: 'first' })])
    journal.close()
  })

  it('are not those that were stopped', () => {
    const journal = open(directory())
    journal.finish({ ...exhausted(1), status: 'stopped' })
    expect([...journal.finished()]).toEqual([])
    journal.close()
  })

  it('come in pages that tell no seams, from any index to any other', () => {
    const journal = open(directory())
    const indices = Array.from({ length: 2100 }, (_, i) => 3 * i)
    for (const index of indices.toReversed()) journal.finish(exhausted(index))
    expect([...journal.finished()]).toEqual(indices)
    expect([...journal.finished(4)]).toEqual(indices.slice(2))
    expect([...journal.results(6, 300)].map(({ index }) => index)).toEqual(indices.slice(2, 100))
    journal.close()
  })
})

describe('responses', () => {
  it('are found by the whole key, also after the journal was opened again', () => {
    const path = directory()
    const first = open(path)
    first.record(keyOf(), { content: 'yes', calls: [1, null] })
    first.close()
    const second = open(path)
    expect(second.response(keyOf())).toEqual({ content: 'yes', calls: [1, null] })
    const others = [
      { index: 4 },
      { candidate: 1 },
      { turn: 0 },
      { role: 'reasoning' },
      { attempt: 1 },
      { step: 2 },
      { request: 'other' },
    ]
    for (const other of others) expect(second.response(keyOf(other))).toBeUndefined()
    second.close()
  })

  it('of null are not mistaken for none', () => {
    const journal = open(directory())
    journal.record(keyOf(), null)
    expect(journal.response(keyOf())).toBeNull()
    journal.close()
  })

  it('stay as they were recorded first: a question is asked once', () => {
    const journal = open(directory())
    journal.record(keyOf(), 'first')
    journal.record(keyOf(), 'second')
    expect(journal.response(keyOf())).toBe('first')
    journal.close()
  })

  it('of another run are a mistake of the program', () => {
    const journal = open(directory())
    expect(() => journal.response(keyOf({ run: 'another' }))).toThrow(/run another/)
    expect(() => journal.record(keyOf({ run: 'another' }), 1)).toThrow(RangeError)
    journal.close()
  })

  it('are durable when `record` returns: a copy of the files taken then holds them', () => {
    const [path, copy] = [directory(), directory()]
    const journal = open(path)
    journal.record(keyOf(), 'paid for')
    copyTo(path, copy)
    const copied = open(copy)
    expect(copied.response(keyOf())).toBe('paid for')
    copied.close()
    journal.close()
  })
})

/** The files as a process that is killed now would leave them. */
function copyTo(from: string, to: string): void {
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name))
}

describe('a torn tail', () => {
  it('costs at most the items of the tail: what was committed before it is whole', () => {
    const path = directory()
    const journal = open(path)
    const sizes: number[] = []
    for (let index = 0; index < 30; index++) {
      journal.finish(accepted(index, { index, text: 'x'.repeat(3000) }))
      sizes.push(statSync(join(path, 'journal.sqlite-wal')).size)
    }
    const end = sizes.at(-1) ?? 0
    for (const cut of [0, 1, 100, 4096, 16_384, 50_000, 200_000, end - 10]) {
      const copy = directory()
      copyTo(path, copy)
      truncateSync(join(copy, 'journal.sqlite-wal'), end - cut)
      const torn = open(copy)
      const whole = sizes.filter((size) => size <= end - cut).length
      expect([...torn.finished()]).toEqual(Array.from({ length: whole }, (_, index) => index))
      for (const result of torn.results())
        expect(result).toEqual(accepted(result.index, { index: result.index, text: 'x'.repeat(3000) }))
      torn.finish(accepted(99))
      torn.close()
    }
    journal.close()
  })

  it('of rubbish is cut off', () => {
    const [path, copy] = [directory(), directory()]
    const journal = open(path)
    for (let index = 0; index < 5; index++) journal.finish(accepted(index))
    copyTo(path, copy)
    appendFileSync(join(copy, 'journal.sqlite-wal'), Buffer.alloc(40_000, 0xa5))
    const torn = open(copy)
    expect([...torn.finished()]).toEqual([0, 1, 2, 3, 4])
    torn.close()
    journal.close()
  })
})

describe('opening', () => {
  it('is refused while the journal is held, with who holds it', () => {
    const path = directory()
    const journal = open(path)
    expect(() => openJournal(path, 'run', { ...OWNER, pid: 2 })).toThrow(
      /process 1 on here \(since 2026-11-22T00:00:00\.000Z\) works in it/,
    )
    journal.close()
    open(path).close()
  })

  it('tells who held the journal and died; who let go is not told of', () => {
    const [path, copy] = [directory(), directory()]
    const journal = open(path)
    expect(journal.abandonedBy).toBeUndefined()
    copyTo(path, copy)
    const next = open(copy)
    expect(next.abandonedBy).toEqual(OWNER)
    next.close()
    journal.close()
    const last = open(copy)
    expect(last.abandonedBy).toBeUndefined()
    last.close()
  })

  it('survives an owner file that a power cut left empty', () => {
    const path = directory()
    writeFileSync(join(path, 'owner.json'), '')
    open(path).close()
    expect(existsSync(join(path, 'owner.json'))).toBe(false)
  })

  it('is refused for another schema version, and says which', () => {
    const path = directory()
    open(path).close()
    change(path, 'PRAGMA user_version = 7')
    expect(() => open(path)).toThrow(/schema version 7 of the journal is not known here.*Use the version/)
  })

  it('is refused for a database that is not ours, for another run, and for what is no database', () => {
    const [foreign, other, text] = [directory(), directory(), directory()]
    const database = openDatabase(join(foreign, 'journal.sqlite'))
    database.exec('CREATE TABLE mine (x)')
    database.close()
    expect(() => open(foreign)).toThrow(/not a journal of turnsmith/)
    openJournal(other, 'an earlier run', OWNER).close()
    expect(() => open(other)).toThrow(/the journal is of run an earlier r…, the manifest beside it of run run…/)
    writeFileSync(join(text, 'journal.sqlite'), 'not a database, whatever its name says '.repeat(100))
    expect(() => open(text)).toThrow(StorageError)
    expect(() => open(text)).toThrow(/the journal is damaged.*Keep a copy/)
  })

  it('afresh wipes what a start that was cut off left', () => {
    const path = directory()
    const before = openJournal(path, 'another run', OWNER)
    before.finish(accepted(1))
    before.close()
    const fresh = openJournal(path, 'run', OWNER, { fresh: true })
    expect([...fresh.finished()]).toEqual([])
    fresh.finish(accepted(2))
    fresh.close()
    const again = open(path)
    expect([...again.finished()]).toEqual([2])
    again.close()
  })
})

function change(path: string, sql: string): void {
  const database = openDatabase(join(path, 'journal.sqlite'))
  database.exec(sql)
  database.close()
}

describe('a retired journal', () => {
  it('is gone, with every file beside it', () => {
    const path = directory()
    const journal = open(path)
    journal.finish(accepted(1))
    journal.retire()
    expect(readdirSync(path)).toEqual([])
  })

  it('stays where it holds responses that were paid for', () => {
    const path = directory()
    const journal = open(path)
    journal.record(keyOf(), 'paid for')
    journal.retire()
    const again = open(path)
    expect(again.response(keyOf())).toBe('paid for')
    again.close()
  })
})
