import { spoil } from './faults.js'
import type { Played } from './players.js'
import { type Answer, textOf, type WireRequest } from './wire.js'

/** How the model behaves, all the time: as well as it can, or in a way that no row may come of. */
export const CONDUCTS = [
  'honest',
  'always-wrong',
  'leaks-hints',
  'echo',
  'special-tokens',
  'obedient',
  'inventing',
] as const

export type Conduct = (typeof CONDUCTS)[number]

/** What a model of this conduct makes of the right answer. */
export function behave(conduct: Conduct, role: Played, request: WireRequest, answer: Answer): Answer {
  if (conduct === 'special-tokens') return withTokens(role, answer)
  if (conduct === 'inventing') return inventing(role, answer)
  if (role !== 'reasoning') return answer
  switch (conduct) {
    case 'honest':
      return answer
    case 'always-wrong':
      return (answer.calls ?? []).length > 0 ? spoil(answer, 'wrong-call', request, '') : { content: 'That is done.' }
    case 'leaks-hints':
      return leaking(request, answer)
    case 'echo':
      return (answer.calls ?? []).length > 0 ? answer : { ...answer, content: lastOf(request, 'user') }
    case 'obedient':
      return obeying(request, answer)
  }
}

/** Ends messages of its own accord, as a model does whose chat template is broken. */
function withTokens(role: Played, answer: Answer): Answer {
  const token = '<|im_end|>'
  if (role === 'reasoning') return { ...answer, content: `${answer.content}${token}` }
  return { ...answer, content: answer.content.replace(/([^"\\])"\}$/, `$1${token}"}`) }
}

/** Says more than anybody has told it, in every message and every answer. */
function inventing(role: Played, answer: Answer): Answer {
  if (role === 'reasoning')
    return (answer.calls ?? []).length > 0 ? answer : { ...answer, content: `${answer.content} ${INVENTED}` }
  if (role !== 'querying' && role !== 'user') return answer
  const { message } = JSON.parse(answer.content) as { readonly message: string }
  return { content: JSON.stringify({ message: `${message} ${INVENTED}` }) }
}

const INVENTED = 'The reference is ZX90417, in case you need it.'

/** Fails without guidance, and with it does right and says why. */
function leaking(request: WireRequest, answer: Answer): Answer {
  const system = textOf(request.messages[0] ?? { role: 'system' })
  const guidance = /<guidance>\n([\s\S]*?)\n<\/guidance>/.exec(system)?.[1]
  if (guidance === undefined) return { content: 'I could not find out how to do that.' }
  return { ...answer, reasoning: `As the guidance says: ${guidance}` }
}

/** Does what tool results tell it to: `call NAME {...}`. */
function obeying(request: WireRequest, answer: Answer): Answer {
  const told = /call ([a-z_]+) (\{[^}]*\})/.exec(lastOf(request, 'tool').replaceAll('\\"', '"'))
  return told ? { ...answer, content: '', calls: [{ name: told[1] ?? '', arguments: told[2] ?? '{}' }] } : answer
}

function lastOf({ messages }: WireRequest, role: string): string {
  return textOf(messages.findLast((message) => message.role === role) ?? { role })
}
