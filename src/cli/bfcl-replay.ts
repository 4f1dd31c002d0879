import { basename, dirname } from 'node:path'
import {
  constantsFor,
  loadClasses,
  type Replay,
  type ReplayDifference,
  readGoldenRecords,
  replayRecords,
} from '../benchmarks/bfcl/index.js'

const SHOWN = 10

/** Replays golden transcripts file by file; the exit code is 1 where anything differs. */
export async function replayFiles(
  files: readonly string[],
  options: { readonly constants?: string; readonly json?: boolean },
): Promise<number> {
  const classes = await loadClasses()
  const replays = files.map((file) => {
    const replay = replayRecords(readGoldenRecords(file), classes, constantsFor(dirname(file), options.constants))
    if (!options.json) console.log(lineOf(basename(file), replay))
    return { name: basename(file), replay }
  })
  const total = sumOf(replays.map(({ replay }) => replay))
  const differences = replays.flatMap(({ name, replay }) =>
    replay.differences.map((difference) => ({ file: name, ...difference })),
  )
  if (options.json) {
    const byFile = Object.fromEntries(
      replays.map(({ name, replay }) => [name, { ...countsOf(replay), unsupportedByName: replay.unsupportedByName }]),
    )
    console.log(JSON.stringify({ ...countsOf(total), byFile, firstDifferences: differences.slice(0, SHOWN) }))
  } else {
    console.log(lineOf('total', total))
    for (const difference of differences.slice(0, SHOWN)) console.log(describe(difference))
  }
  return differences.length === 0 ? 0 : 1
}

type Counts = Pick<Replay, 'records' | 'calls' | 'equal' | 'states' | 'statesEqual' | 'unsupported'>

const countsOf = ({ records, calls, equal, states, statesEqual, unsupported }: Counts): Counts => ({
  records,
  calls,
  equal,
  states,
  statesEqual,
  unsupported,
})

function sumOf(replays: readonly Counts[]): Counts {
  const sum = (field: keyof Counts): number => replays.reduce((total, replay) => total + replay[field], 0)
  return {
    records: sum('records'),
    calls: sum('calls'),
    equal: sum('equal'),
    states: sum('states'),
    statesEqual: sum('statesEqual'),
    unsupported: sum('unsupported'),
  }
}

function lineOf(name: string, { records, calls, equal, states, statesEqual, unsupported }: Counts): string {
  return `${name}: ${records} records, ${equal}/${calls} calls equal, ${statesEqual}/${states} states equal, ${unsupported} unsupported`
}

function describe({ file, record, turn, what, expected, got }: ReplayDifference & { readonly file: string }): string {
  return `${file} ${record} turn ${turn} ${what}\n  expected ${expected}\n  got      ${got}`
}
