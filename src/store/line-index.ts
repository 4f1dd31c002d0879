import { createReadStream, existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { UsageError } from '../core/errors.js'

/** A file of lines that are read one at a time, in any order; only where they begin is kept. */
export interface LineIndex {
  readonly count: number
  /** Line `i`, counted from 0. */
  at(i: number): Promise<string>
}

/** Where a line stands in its file. */
interface Line {
  readonly from: number
  readonly bytes: number
}

const BREAK = 0x0a

/** Reads a file once to find its lines; empty ones are left out. */
export async function indexLines(path: string): Promise<LineIndex> {
  if (!existsSync(path)) throw new UsageError(path, 'there is no such file', 'Check the path.')
  const lines: Line[] = []
  let [begin, read] = [0, 0]
  const end = (at: number): void => {
    if (at > begin) lines.push({ from: begin, bytes: at - begin })
    begin = at + 1
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let i = chunk.indexOf(BREAK); i >= 0; i = chunk.indexOf(BREAK, i + 1)) end(read + i)
    read += chunk.length
  }
  end(read)
  return { count: lines.length, at: (i) => readLine(path, lines[i]) }
}

async function readLine(path: string, line: Line | undefined): Promise<string> {
  if (!line) throw new Error('indexLines: there is no such line.')
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(line.bytes), 0, line.bytes, line.from)
    if (bytesRead < line.bytes) throw new Error(`indexLines: ${path} has become shorter since it was read.`)
    return buffer.toString('utf8').trimEnd()
  } finally {
    await file.close()
  }
}
