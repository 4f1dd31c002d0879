import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ResponseKey, WorkResult } from '../../src/core/run.js'

const text = new TextEncoder()

/** An accepted item whose row is an object with its index. */
export function accepted(index: number, row: object = { index }): WorkResult {
  return {
    index,
    status: 'accepted',
    row: text.encode(JSON.stringify(row)),
    preferences: new Uint8Array(),
    rejections: [{ index, candidate: 0, turn: 1, phase: 'verifiers', cause: 'mutant' }],
    spent: [],
    stats: { turns: 3, calls: 7 },
  }
}

/** An item that was given up. */
export function exhausted(index: number): WorkResult {
  return { index, status: 'exhausted', rejections: [], spent: [], stats: {} }
}

/** Which question, of run `run`. */
export function keyOf(change: Partial<ResponseKey> = {}): ResponseKey {
  return { run: 'run', index: 3, candidate: 0, turn: 1, role: 'querying', attempt: 0, step: 0, request: 'r', ...change }
}

export const OWNER = { pid: 1, host: 'here', since: '2026-11-22T00:00:00.000Z' }

/** A maker of directories that go when the tests of the file are done. */
export function temporaryDirectories(): () => string {
  const root = mkdtempSync(join(tmpdir(), 'turnsmith-test-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  return () => mkdtempSync(join(root, 'd-'))
}
