/** One thing that goes wrong: how a ticket about it is titled, explained and solved. `{place}` stands for where it is. */
export interface Case {
  readonly title: string
  readonly detail: string
  readonly fix: string
}

/** A kind of trouble people open tickets about. */
export interface Topic {
  /** Nouns that people tell such a ticket by; which of them a title holds varies. */
  readonly words: readonly string[]
  readonly cases: readonly Case[]
}

/** Cases are written as `title | detail | fix`. */
export function topic(words: string, ...cases: readonly string[]): Topic {
  return {
    words: words.split(' '),
    cases: cases.map((each) => {
      const [title = '', detail = '', fix = ''] = each.split(' | ')
      return { title, detail, fix }
    }),
  }
}
