import type { Collector } from '../collector.js'
import { createDistribution, type Distribution, type DistributionFigure } from '../distribution.js'

/** Counts the tokens of a text, where a tokenizer is at hand. */
export type CountTokens = (text: string) => number

export interface LengthFigure {
  readonly words: DistributionFigure
  readonly characters: DistributionFigure
  readonly tokens?: DistributionFigure
}

/** How long what is said is: per message, and per row with everything but the tool list. */
export interface LengthsFigure {
  readonly userMessages: LengthFigure
  readonly reasoning: LengthFigure
  readonly answers: LengthFigure
  readonly rows: LengthFigure
}

export function collectLengths(countTokens?: CountTokens): Collector<LengthsFigure> {
  const all = {
    userMessages: createLength(countTokens),
    reasoning: createLength(countTokens),
    answers: createLength(countTokens),
    rows: createLength(countTokens),
  }
  return {
    add({ row, turns }) {
      for (const { turn } of turns) {
        all.userMessages.add(turn.query.text)
        for (const { reasoning } of turn.steps) if (reasoning !== undefined) all.reasoning.add(reasoning)
        all.answers.add(turn.steps.at(-1)?.content ?? '')
      }
      all.rows.add(
        row.messages
          .map((message) =>
            message.role === 'assistant'
              ? `${message.reasoning_content ?? ''} ${message.content} ${JSON.stringify(message.tool_calls ?? '')}`
              : message.content,
          )
          .join('\n'),
      )
    },
    figure: () => ({
      userMessages: all.userMessages.figure(),
      reasoning: all.reasoning.figure(),
      answers: all.answers.figure(),
      rows: all.rows.figure(),
    }),
  }
}

function createLength(countTokens: CountTokens | undefined): { add(text: string): void; figure(): LengthFigure } {
  const [words, characters] = [createDistribution(), createDistribution()]
  const tokens: Distribution | undefined = countTokens && createDistribution()
  return {
    add(text) {
      words.add(text.match(/\S+/g)?.length ?? 0)
      characters.add([...text].length)
      if (countTokens) tokens?.add(countTokens(text))
    },
    figure: () => ({
      words: words.figure(),
      characters: characters.figure(),
      ...(tokens ? { tokens: tokens.figure() } : {}),
    }),
  }
}
