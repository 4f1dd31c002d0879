/** One line of the quality table. */
export interface QualityLine {
  readonly id: string
  readonly what: string
  /** The measured figure; null where nothing was measured. */
  readonly value: number | null
  readonly shown: string
  readonly bar: string
  /** Does it reach its bar? Null where these rows cannot tell; the note says why. */
  readonly holds: boolean | null
  readonly note?: string
}
