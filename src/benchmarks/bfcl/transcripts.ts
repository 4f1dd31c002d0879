import { join } from 'node:path'
import type { ChatUsage } from '../../model/index.js'
import { AppendedLines, keepSettings, type Settings } from '../../store/index.js'
import type { BfclVerdict } from './checker.js'
import type { Category } from './cases.js'
import type { PlayedTurn } from './protocol.js'
import type { Unsupported } from './unsupported.js'

/** A finished case: what was said, called and answered, and the verdict. */
export interface Transcript {
  readonly schema: 1
  readonly id: string
  readonly category: Category
  readonly turns: readonly PlayedTurn[]
  readonly forced: boolean
  readonly verdict: BfclVerdict
  readonly unsupported: readonly Unsupported[]
  readonly usage: ChatUsage
  readonly requests: number
}

/** The transcripts of an evaluation: one line a case in one file a category, appended as cases finish. */
export class TranscriptFolder {
  private readonly directory: string

  /** Opens or makes the folder; refuses one that holds an evaluation with other settings. */
  constructor(directory: string, settings: Settings) {
    this.directory = directory
    keepSettings(directory, 'evaluation.json', settings)
  }

  /** Finished cases by id. */
  read(category: Category): Map<string, Transcript> {
    return new Map(
      this.linesOf(category)
        .read()
        .map((transcript) => [transcript.id, transcript]),
    )
  }

  append(transcript: Transcript): void {
    this.linesOf(transcript.category).append(transcript)
  }

  private linesOf(category: Category): AppendedLines<Transcript> {
    return new AppendedLines(join(this.directory, `multi_turn_${category}.jsonl`))
  }
}
