import { describe, expect, it } from 'vitest'
import { createRng } from '../../../src/core/random.js'
import type { Request } from '../../../src/core/reference.js'
import * as builtIn from '../../../src/environments/index.js'
import { declineMissing, lexiconOf, writeRetry } from '../../../src/language/index.js'
import { LOOK_UPS, RETRIES } from '../../../src/language/conversation.js'

const lexicon = lexiconOf([builtIn.fileSystem, builtIn.ticketing, builtIn.message])

/** Answers to a request for which these tools are missing, in every wording. */
function answersTo(request: Request, missing: readonly string[]): string[] {
  const answers = Array.from({ length: 80 }, (_, seed) =>
    declineMissing(lexicon, request, missing, createRng(`answer ${seed}`)),
  )
  return [...new Set(answers)]
}

/** What users say to an answer, without thanks. */
function repliesTo(answer: string): string[] {
  return Array.from({ length: 20 }, (_, seed) => writeRetry(answer, createRng(seed)).replace(/ Thanks\.$/, ''))
}

const copy: Request = {
  tool: 'cp',
  arguments: { source: { by: 'value', value: 'reply.docx' }, destination: { by: 'value', value: 'older' } },
}

const send: Request = {
  tool: 'send_message',
  arguments: { receiver_id: { by: 'value', value: 'Dana' }, message: { by: 'value', value: 'Can you come?' } },
}

describe('writeRetry', () => {
  it.each([
    ['a folder', copy, ['find']],
    ['a number', send, ['get_user_id']],
  ] as const)('says that the user does not know either, where the answer asks for %s', (_, request, missing) => {
    const answers = answersTo(request, missing)
    expect(answers.length).toBeGreaterThan(3)
    for (const answer of answers) for (const reply of repliesTo(answer)) expect(LOOK_UPS).toContain(reply)
  })

  it.each([
    ['what was asked for', send, ['send_message']],
    ['a step on the way', send, ['message_login']],
    ['two steps', send, ['message_login', 'get_user_id']],
  ] as const)('says that it can be done now, where the answer only says that %s cannot', (_, request, missing) => {
    const answers = answersTo(request, missing)
    expect(answers.length).toBeGreaterThan(3)
    for (const answer of answers) for (const reply of repliesTo(answer)) expect(RETRIES).toContain(reply)
  })
})
