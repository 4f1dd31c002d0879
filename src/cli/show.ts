import { styleText } from 'node:util'
import type { Message } from '../core/message.js'
import type { Trajectory } from '../core/trajectory.js'

const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
const style = (format: Parameters<typeof styleText>[0], text: string): string =>
  colour ? styleText(format, text) : text

/** A two-column table. */
export function printTable(title: string, rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  console.log(`\n${style('bold', title)}`)
  for (const [name, value] of rows) console.log(`  ${style('dim', name.padEnd(width))}  ${value}`)
}

/** A whole conversation, as a person reads it. */
export function printConversation(row: Trajectory): void {
  console.log(
    `\n${style('bold', `Conversation ${row.id}`)} ${style('dim', row.initial.environments.map(({ name }) => name).join(' + '))}`,
  )
  for (const message of row.messages) for (const line of linesOf(message)) console.log(line)
  console.log()
}

function linesOf(message: Message): string[] {
  switch (message.role) {
    case 'system':
      return [wrap(style('dim', 'system     '), message.content, 'dim')]
    case 'user':
      return ['', wrap(style('cyan', 'user       '), message.content)]
    case 'tool':
      return [wrap(style('dim', '  result   '), shorten(message.content), 'dim')]
    case 'assistant':
      return [
        ...(message.reasoning_content
          ? [wrap(style('magenta', 'thinks     '), message.reasoning_content, 'italic')]
          : []),
        ...(message.tool_calls ?? []).map(({ function: call }) =>
          wrap(
            style('yellow', '  calls    '),
            `${call.name}(${Object.entries(call.arguments)
              .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
              .join(', ')})`,
          ),
        ),
        ...(message.content ? [wrap(style('green', 'assistant  '), message.content)] : []),
      ]
  }
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)} … (${text.length} characters)` : text
}

function wrap(label: string, text: string, format?: 'dim' | 'italic'): string {
  const width = Math.max(40, Math.min(110, (process.stdout.columns ?? 100) - 12))
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + word.length + 1 > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return label + lines.map((line) => (format ? style(format, line) : line)).join(`\n${' '.repeat(11)}`)
}
