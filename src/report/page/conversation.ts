import type { Message, MessageToolCall } from '../../core/message.js'
import type { Trajectory } from '../../core/trajectory.js'
import { shortened } from './charts/bars.js'
import { markup, type Markup } from './markup.js'

const LONGEST_RESULT = 700

/** A whole row as a person reads it: long results are cut, and say so. */
export function conversation(row: Trajectory): Markup {
  let turn = 0
  return markup`${row.messages.map((message) => {
    const head =
      message.role === 'user'
        ? markup`<p class="turn">turn ${(turn += 1)} · ${row.turns[turn - 1]?.task.families.join(', ') ?? ''}</p>`
        : ''
    return markup`${head}${said(message)}`
  })}`
}

function said(message: Message): Markup {
  switch (message.role) {
    case 'system':
      return markup`<details><summary>system prompt</summary><p class="data">${message.content}</p></details>`
    case 'user':
      return markup`<div class="say user data">${message.content}</div>`
    case 'tool':
      return markup`<div class="result mono data">${cut(message.content)}</div>`
    case 'assistant':
      return markup`${thought(message.reasoning_content)}${message.tool_calls?.map(called) ?? ''}${answered(message.content)}`
  }
}

function thought(text: string | undefined): Markup {
  return text === undefined ? markup`` : markup`<p class="think data">${text}</p>`
}

function called({ function: { name, arguments: args } }: MessageToolCall): Markup {
  return markup`<div class="call mono data"><b>${name}</b>(${argumentsText(args)})</div>`
}

function answered(text: string): Markup {
  return text === '' ? markup`` : markup`<div class="say answer data">${text}</div>`
}

function argumentsText(args: object): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ')
}

function cut(text: string): string {
  return text.length > LONGEST_RESULT ? `${shortened(text, LONGEST_RESULT)} (${text.length} characters)` : text
}
