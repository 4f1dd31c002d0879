import type { Message } from '../../core/message.js'
import type { Trajectory } from '../../core/trajectory.js'
import { shortened } from './charts/bars.js'
import { html, type Markup } from './markup.js'

const LONGEST_RESULT = 700

/** A whole row as a person reads it: long results are cut, and say so. */
export function conversation(row: Trajectory): Markup {
  let turn = 0
  return html`${row.messages.map((message) => {
    const head =
      message.role === 'user'
        ? html`<p class="turn">turn ${(turn += 1)} · ${row.turns[turn - 1]?.task.families.join(', ') ?? ''}</p>`
        : ''
    return html`${head}${said(message)}`
  })}`
}

function said(message: Message): Markup {
  switch (message.role) {
    case 'system':
      return html`<details>
        <summary>system prompt</summary>
        <p class="data">${message.content}</p>
      </details>`
    case 'user':
      return html`<div class="say user data">${message.content}</div>`
    case 'tool':
      return html`<div class="result mono data">${cut(message.content)}</div>`
    case 'assistant':
      return html`${message.reasoning_content === undefined ? '' : html`<p class="think data">${message.reasoning_content}</p>`}${(
        message.tool_calls ?? []
      ).map(
        ({ function: call }) =>
          html`<div class="call mono data"><b>${call.name}</b>(${argumentsText(call.arguments)})</div>`,
      )}${message.content === '' ? '' : html`<div class="say answer data">${message.content}</div>`}`
  }
}

function argumentsText(args: object): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ')
}

function cut(text: string): string {
  return text.length > LONGEST_RESULT ? `${shortened(text, LONGEST_RESULT)} (${text.length} characters)` : text
}
