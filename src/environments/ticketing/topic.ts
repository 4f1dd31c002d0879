/** One thing that goes wrong: how a ticket about it is titled and explained, what its solution can be, and how it stands later. `{place}` stands for where it is. */
export interface Case {
  readonly title: string
  readonly detail: string
  readonly fixes: readonly string[]
  readonly later: string
}

/** A kind of trouble people open tickets about. */
export interface Topic {
  /** Nouns that people tell such a ticket by; which of them a title holds varies. */
  readonly words: readonly string[]
  readonly cases: readonly Case[]
}

/** Cases are written as `title | detail | fix | another fix | how it stands later`. */
export function topic(words: string, ...cases: readonly string[]): Topic {
  return {
    words: words.split(' '),
    cases: cases.map((each) => {
      const [title = '', detail = '', fix = '', otherFix = '', later = ''] = each.split(' | ')
      return { title, detail, fixes: [fix, otherFix], later }
    }),
  }
}
