import type { JsonObject } from '../../core/json.js'
import { between, chance, pick, type Rng, sampleOf } from '../../core/random.js'
import { byCodePoint, differences, linesOf } from './lines.js'
import { freshName } from './naming.js'
import {
  COPY_WORDS,
  NEW_FILE_STEMS,
  NEW_FOLDER_STEMS,
  NEW_QUALIFIERS,
  RENAME_WORDS,
  isNotes,
  textFor,
} from './sentences.js'
import { entriesOf, objectOf, type State } from './state.js'
import { type ListedFile, filesAtHand, subfoldersOf, takenNames } from './survey.js'

/*
 * What people could want of files anywhere in the tree: each assignment succeeds when the file's folder is the working
 * directory. New names neither contain a taken one nor are contained in one, so that they can be searched for.
 */

export function countable(state: State, random: Rng): JsonObject[] {
  return filesAtHand(state)
    .filter(({ file }) => file.content !== '')
    .map(({ name }) => ({ file_name: name, mode: pick(random.fork(name), ['l', 'w', 'c']) }))
}

export function sortable(state: State): JsonObject[] {
  return filesAtHand(state)
    .filter(({ file }) => {
      const lines = linesOf(file.content)
      return lines.length > 2 && lines.some((line, i) => i > 0 && byCodePoint(lines[i - 1] ?? '', line) > 0)
    })
    .map(({ name }) => ({ file_name: name }))
}

/** Words that some lines of the file have and others have not. */
export function searchable(state: State, random: Rng): JsonObject[] {
  return filesAtHand(state).flatMap(({ name, file }) => {
    const lines = linesOf(file.content)
    const words = [...new Set(file.content.match(/[A-Za-z]{4,}/g))].filter((word) => {
      const found = lines.filter((line) => line.includes(word)).length
      return found > 0 && found < lines.length && found <= 5
    })
    return sampleOf(random.fork(name), words, 2).map((pattern) => ({ file_name: name, pattern }))
  })
}

export function tailable(state: State, random: Rng): JsonObject[] {
  return filesAtHand(state).flatMap(({ name, file }) => {
    const count = linesOf(file.content).length
    return count > 2 ? [{ file_name: name, lines: between(random.fork(name), 2, Math.min(count - 1, 6)) }] : []
  })
}

/** Pairs of files of one folder and ending that are alike but not the same. */
export function comparable(state: State): JsonObject[] {
  const files = filesAtHand(state)
  return files.flatMap((first, i) =>
    files
      .slice(i + 1)
      .filter(
        (second) =>
          first.folder === second.folder &&
          endingOf(first.name) === endingOf(second.name) &&
          areVersions(first, second),
      )
      .map((second) => ({ file_name1: first.name, file_name2: second.name })),
  )
}

function areVersions({ file: first }: ListedFile, { file: second }: ListedFile): boolean {
  const found = differences(first.content, second.content).length
  return found > 0 && found < Math.min(linesOf(first.content).length, linesOf(second.content).length)
}

/** Parts of names below a folder that few names there have. */
export function namePartsBelow(state: State, folder: number, random: Rng): string[] {
  const names = namesBelow(state, folder)
  const parts = [...new Set(names.flatMap((name) => name.match(/[A-Z]?[a-z]{3,}/g) ?? []))].filter(
    (part) => part.length > 3 && names.filter((name) => name.includes(part)).length <= 6,
  )
  return sampleOf(random, parts, 12)
}

function namesBelow(state: State, folder: number): string[] {
  return entriesOf(state, folder).flatMap(([name, id]) => [
    name,
    ...(objectOf(state, id).type === 'directory' ? namesBelow(state, id) : []),
  ])
}

/** Into each folder beside the file, and to one new name. */
export function moves(state: State, random: Rng): JsonObject[] {
  return transfers(state, random, RENAME_WORDS)
}

export function copies(state: State, random: Rng): JsonObject[] {
  return transfers(state, random, COPY_WORDS)
}

function transfers(state: State, random: Rng, words: readonly string[]): JsonObject[] {
  return filesAtHand(state).flatMap(({ name, folder }) => [
    ...subfoldersOf(state, folder).map((destination) => ({ source: name, destination })),
    { source: name, destination: variantOf(state, random.fork(name), name, words) },
  ])
}

/** `report_final.txt` for `report.txt`, in the way the name is written. */
function variantOf(state: State, random: Rng, name: string, words: readonly string[]): string {
  const ending = endingOf(name)
  const stem = name.slice(0, name.length - ending.length)
  return freshName(random, [...takenNames(state)], (draw) => {
    const word = pick(draw, words)
    if (stem.includes('-')) return [`${stem}-${word}`, ending]
    return /[A-Z]/.test(stem)
      ? [`${stem}${word.charAt(0).toUpperCase()}${word.slice(1)}`, ending]
      : [`${stem}_${word}`, ending]
  })
}

export function newFileNames(state: State, random: Rng): string[] {
  const taken = [...takenNames(state)]
  return Array.from({ length: 8 }, () =>
    freshName(random, taken, (draw) => {
      const stem = pick(draw, NEW_FILE_STEMS)
      return [
        chance(draw, 2, 3) ? `${stem}_${pick(draw, NEW_QUALIFIERS)}` : stem,
        `.${pick(draw, ['txt', 'txt', 'md', 'csv', 'log'])}`,
      ]
    }),
  )
}

export function newFolderNames(state: State, random: Rng): string[] {
  const taken = [...takenNames(state)]
  return Array.from({ length: 8 }, () =>
    freshName(random, taken, (draw) => {
      const stem = pick(draw, NEW_FOLDER_STEMS)
      return [chance(draw, 1, 2) ? `${stem}_${pick(draw, NEW_QUALIFIERS)}` : stem, '']
    }),
  )
}

/** New texts for empty files and those that hold notes; where there are none, for any text file. */
export function rewrites(state: State, random: Rng): JsonObject[] {
  const texts = filesAtHand(state).filter(({ name, file }) => file.content === '' || /\.(txt|md|docx)$/.test(name))
  const notes = texts.filter(({ file }) => file.content === '' || isNotes(file.content))
  return (notes.length > 0 ? notes : texts).map(({ name, file }) => ({
    content: textFor(random.fork(name), name, file.content),
    file_name: name,
  }))
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot) : ''
}
