import { between, chance, pick, pickWeighted, type Rng, sampleOf } from '../../core/random.js'
import type { Cast } from '../../environment/index.js'
import type { Kind, WritingContext } from './contents/kind.js'
import { addDirectory, addFile, emptyState } from './edit.js'
import { freshName, pickStyle, type Style } from './naming.js'
import { entriesOf, objectOf, type State } from './state.js'
import { COMMON_SUBFOLDERS, HIDDEN_FILES, ROOTS, type Theme, THEMES } from './themes.js'

export interface TreeContext {
  readonly random: Rng
  readonly cast: Cast
  readonly today: string
  readonly size: number
}

interface Growth extends TreeContext {
  readonly state: State
  readonly style: Style
  readonly taken: string[]
}

/** A tree two to four folders deep with 8 to 25 files at size 1. No name in it contains another. */
export function growTree(context: TreeContext): State {
  const { random, cast, size } = context
  const name = pick(random.fork('root'), [...ROOTS, cast.user.account, cast.user.first.toLowerCase()])
  const growth: Growth = { ...context, state: emptyState(name), style: pickStyle(random.fork('style')), taken: [name] }
  const { state } = growth
  const themes = sampleOf(
    random.fork('themes'),
    THEMES,
    Math.round(between(random.fork('branches'), 2, 4) * Math.sqrt(size)),
  )
  const perBranch = Math.ceil((between(random.fork('files'), 8, 20) * size) / themes.length)
  const folders = themes.flatMap((theme, i) =>
    growBranch({ ...growth, random: random.fork(`branch${i}`) }, theme, perBranch),
  )
  const loose = random.fork('loose')
  if (chance(loose, 1, 2)) growFile({ ...growth, random: loose }, state.root, pick(loose, pick(loose, themes).kinds))
  hideFile({ ...growth, random: random.fork('hidden') }, [state.root, ...folders])
  state.cwd = startOf(random.fork('start'), state, folders)
  return state
}

/** A theme's folder with folders inside, and so many files, or one more, spread over them; returns the folders. */
function growBranch(growth: Growth, theme: Theme, wanted: number): number[] {
  const { random, state } = growth
  const main = growFolder(growth, state.root, theme.folders)
  const inside = Array.from({ length: between(random, 1, 3) }, () =>
    growFolder(growth, main, [...theme.subfolders, ...COMMON_SUBFOLDERS]),
  )
  const deeper = chance(random, 1, 2) ? [growFolder(growth, pick(random, inside), COMMON_SUBFOLDERS)] : []
  const folders = [main, ...inside, ...deeper]
  const empty = chance(random, 1, 2) ? folders.at(-1) : undefined
  const places = folders.filter((folder) => folder !== empty)
  const grown = (): number => places.reduce((sum, id) => sum + filesIn(state, id), 0)
  for (let i = 0; grown() < wanted; i++) {
    const draw = { ...growth, random: random.fork(`file${i}`) }
    growFile(
      draw,
      pickWeighted(draw.random, places, (id) => (id === main ? 3 : 2)),
      pick(draw.random, theme.kinds),
    )
  }
  return folders
}

function filesIn(state: State, folder: number): number {
  return entriesOf(state, folder).filter(([, id]) => objectOf(state, id).type === 'file').length
}

function growFolder({ random, state, style, taken }: Growth, parent: number, names: readonly string[]): number {
  const name = freshName(random, taken, (draw) => [style([pick(draw, names)]), ''])
  return addDirectory(state, parent, name)
}

/** A file of a kind, or two versions of one that differ in a few lines. */
function growFile(growth: Growth, folder: number, kind: Kind): void {
  const { random, state, style, taken } = growth
  const extension = `.${pick(random, kind.extensions)}`
  const parts = (draw: Rng): [string, string] => [pick(draw, kind.stems), pick(draw, kind.qualifiers)]
  const versions = kind.versions && chance(random, 1, 4) ? pick(random, kind.versions) : [undefined]
  let [stem, qualifier] = parts(random)
  const [first, ...others] = versions.map((version, i) =>
    freshName(random, taken, (draw) => {
      if (i === 0) [stem, qualifier] = parts(draw)
      return [style(version === undefined ? [stem, qualifier] : [stem, qualifier, version]), extension]
    }),
  )
  const writing: WritingContext = { ...growth, stem, qualifier }
  const lines = kind.write(writing)
  addFile(state, folder, first ?? '', lines.join('\n'))
  for (const other of others) addFile(state, folder, other, reviseLines(random, lines, kind.write(writing)).join('\n'))
}

/** One to three lines replaced by others; the first stays where there are enough, since it is often a heading. */
function reviseLines(random: Rng, lines: readonly string[], others: readonly string[]): string[] {
  const replaceable = lines.map((_, i) => i).filter((i) => i > 0 && others[i] !== undefined && others[i] !== lines[i])
  const replaced = new Set(sampleOf(random, replaceable, between(random, 1, 3)))
  return lines.map((line, i) => (replaced.has(i) ? (others[i] ?? line) : line))
}

function hideFile({ random, state, taken }: Growth, folders: readonly number[]): void {
  if (!chance(random, 1, 3)) return
  const [name, content] = pick(random, HIDDEN_FILES)
  if (taken.includes(name)) return
  taken.push(name)
  addFile(
    state,
    pickWeighted(random, folders, (id) => (id === state.root ? 4 : 1)),
    name,
    content,
  )
}

/** People start at the root as often as in a folder that holds something. */
function startOf(random: Rng, state: State, folders: readonly number[]): number {
  return chance(random, 1, 2)
    ? state.root
    : pick(
        random,
        folders.filter((folder) => entriesOf(state, folder).length > 0),
      )
}
