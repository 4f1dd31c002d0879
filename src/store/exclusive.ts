import { accessSync, constants } from 'node:fs'
import { UsageError } from '../core/errors.js'
import { type Database, DatabaseError, openDatabase } from './database.js'
import { nameOf, ownerOf } from './owner.js'
import { storageError, StorageError } from './storage-error.js'

/**
 * Opens a database of a run directory for this process alone. SQLite's exclusive lock keeps every other process out for as
 * long as this one lives, and the system drops it with the process, however that ends: no lock can go stale. It also makes
 * the write-ahead log do without shared memory, so that network file systems will serve.
 */
export function openExclusively(directory: string, path: string): Database {
  try {
    accessSync(directory, constants.W_OK)
  } catch (error) {
    throw storageError(error, directory, `Make the directory writable, then ${goOn(directory)}`)
  }
  return storing(directory, path, () => {
    const database = openDatabase(path)
    try {
      database.exec('PRAGMA busy_timeout = 250')
      database.exec('PRAGMA page_size = 16384')
      database.exec('PRAGMA locking_mode = EXCLUSIVE')
      database.prepare('PRAGMA journal_mode = WAL').get()
      database.exec('PRAGMA synchronous = NORMAL')
      database.exec('BEGIN IMMEDIATE')
      database.exec('COMMIT')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Closes the database and lets go of the lock, which libsql alone would hold until its statements are collected. */
export function closeExclusive(database: Database): void {
  try {
    database.prepare('PRAGMA journal_mode = DELETE').get()
    database.exec('PRAGMA locking_mode = NORMAL')
    database.prepare('PRAGMA user_version').get()
  } catch (error) {
    // A full disk keeps the log from being folded in: it stays beside the file and is read at the next opening.
    if (!(error instanceof DatabaseError)) throw error
  } finally {
    database.close()
  }
}

/** SQLite's refusals in words: who is in the way, or what the disk lacks. */
export function storing<T>(directory: string, path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof DatabaseError ? inWords(error, directory, path) : error
  }
}

const [BUSY, LOCKED, READONLY, IO, CORRUPT, FULL, CANTOPEN, NOTADB] = [5, 6, 8, 10, 11, 13, 14, 26]

function goOn(directory: string): string {
  return `go on with \`turnsmith resume ${directory}\`: every finished item is kept.`
}

function inWords({ code, message }: DatabaseError, directory: string, path: string): Error {
  switch (code) {
    case BUSY:
    case LOCKED:
      return new UsageError(directory, `${nameOf(ownerOf(directory))} works in it`, 'Wait for it, or stop it first.')
    case FULL:
      return new StorageError(path, 'the disk is full', `Free some space, then ${goOn(directory)}`)
    case READONLY:
    case CANTOPEN:
      return new StorageError(path, 'cannot be written', `Make the directory writable, then ${goOn(directory)}`)
    case IO:
      return new StorageError(path, `the disk reports an error (${message})`, `Check the disk, then ${goOn(directory)}`)
    case CORRUPT:
    case NOTADB:
      return new StorageError(
        path,
        `the journal is damaged (${message})`,
        'Keep a copy of the directory and make the run again elsewhere: the same seed gives the same rows.',
      )
    default:
      return new Error(`${path}: SQLite result ${code}, ${message}`)
  }
}
