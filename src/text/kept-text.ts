/** Texts of the parts of states that result after result shares unchanged; a part that is met once is not kept. */
export interface KeptTexts<Part extends object> {
  /** The part's text, made unless it is kept. */
  readonly of: (part: Part, make: (part: Part) => string | undefined) => string | undefined
}

export function keptTexts<Part extends object>(): KeptTexts<Part> {
  const texts = new WeakMap<Part, string>()
  return {
    of(part, make) {
      const kept = texts.get(part)
      if (kept) return kept
      const text = make(part)
      if (text !== undefined) texts.set(part, kept === undefined ? '' : text)
      return text
    },
  }
}

/** Items from which on a list's text is worth keeping. */
export const LONG = 64
