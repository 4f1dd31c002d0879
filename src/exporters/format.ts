import type { Json } from '../core/json.js'

/** What all formats say of themselves. */
export interface Format {
  readonly name: string
  /** One sentence: which trainer reads it. */
  readonly description: string
  readonly fileName: string
  /** What the format cannot carry, by name, with the reason. */
  readonly lost: { readonly [what: string]: string }
  /** Entries of LLaMA-Factory's `dataset_info.json`, where that is who reads the file. */
  readonly datasetInfo?: { readonly [name: string]: Json }
}
