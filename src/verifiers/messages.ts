import { type Json, sameJson } from '../core/json.js'
import type { Message } from '../core/message.js'
import { renameMessage } from '../core/renaming.js'
import { messagesOfStep, type Trajectory } from '../core/trajectory.js'
import type { At, Discrepancy } from '../core/verdict.js'

/** The chat messages say what the turns say, message by message. */
export function verifyMessages(row: Trajectory): Discrepancy[] {
  const expected = locatedMessages(row)
  const length = Math.max(expected.length, row.messages.length)
  for (let i = 0; i < length; i++) {
    const { message, where } = expected[i] ?? { message: undefined, where: { turn: Math.max(0, row.turns.length - 1) } }
    const got = row.messages[i]
    if (sameJson(message as unknown as Json, got as unknown as Json)) continue
    const call = where.call ?? differingCall(message, got)
    return [
      {
        kind: 'message-mismatch',
        ...where,
        ...(call === undefined ? {} : { call }),
        expected: JSON.stringify(message ?? null).slice(0, 160),
        got: JSON.stringify(got ?? null).slice(0, 160),
      },
    ]
  }
  return []
}

function differingCall(expected: Message | undefined, got: Message | undefined): number | undefined {
  if (expected?.role !== 'assistant' || got?.role !== 'assistant') return undefined
  const index =
    expected.tool_calls?.findIndex(
      (call, i) => !sameJson(call as unknown as Json, got.tool_calls?.[i] as unknown as Json),
    ) ?? -1
  return index < 0 ? undefined : index
}

function locatedMessages({ system, turns, renaming = [] }: Trajectory): { message: Message; where: At }[] {
  return [
    { message: { role: 'system', content: system }, where: { turn: 0 } },
    ...turns.flatMap(({ query, steps }, turn) => [
      { message: { role: 'user', content: query.text } as Message, where: { turn } },
      ...steps.flatMap((step, s) =>
        messagesOfStep(step).map((message, m) => ({
          message: renameMessage(message, renaming),
          where: m === 0 ? { turn, step: s } : { turn, step: s, call: m - 1 },
        })),
      ),
    ]),
  ]
}
