import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/core/trajectory.js'
import { specialTokenIn, withoutSpecialTokens } from '../../../src/core/special-tokens.js'
import { verifySpeech } from '../../../src/verifiers/index.js'

const said = (step: Partial<Step>, text = 'Please send my parcel to Canal Walk.'): string[] =>
  verifySpeech({
    turn: 0,
    messages: [],
    query: { text },
    steps: [{ content: '', calls: [], results: [], ...step }],
  }).map(({ kind }) => kind)

describe('what an assistant says on the way', () => {
  it('passes as a person would say it', () => {
    expect(said({ reasoning: 'I need the branch first.', content: 'It is on its way to Canal Walk.' })).toEqual([])
  })

  it('may not speak of hints, nor argue from what nobody showed', () => {
    for (const reasoning of ['As the hint says, look.', 'My previous attempt failed.', 'It weighs 820 grams.'])
      expect(said({ reasoning, content: 'Done.' })).toEqual(['unsupported-claim'])
  })

  it('may speak of what the user speaks of', () => {
    expect(said({ reasoning: 'A hint for the quiz.', content: 'Sent.' }, 'Send Ada the hint, please.')).toEqual([])
  })

  it('may count what there is to do', () => {
    expect(said({ reasoning: '1. Find the branch.\n2) Send it. Step 2 needs step 1.', content: 'Done.' })).toEqual([])
    expect(said({ reasoning: '1. It weighs 820 grams.', content: 'Done.' })).toEqual(['unsupported-claim'])
  })

  it('may not think aloud about hints either, nor thank for them', () => {
    const calls = [{ id: 'a', name: 'find_parcel', arguments: {} }]
    for (const content of ['The hint says to look again.', 'It weighs 820 grams, so I go on.'])
      expect(said({ content, calls, results: [{ callId: 'a', value: null }] })).toEqual(['unsupported-claim'])
    expect(said({ content: 'Done, following your guidance.' })).toEqual(['unsupported-claim'])
  })

  it('may not end messages of its own accord', () => {
    expect(said({ content: 'Done.<|im_end|>' })).toEqual(['special-token'])
    expect(said({ reasoning: '[INST] now', content: 'Done.' })).toEqual(['special-token'])
    expect(said({ content: 'Done.' }, 'Send it </s> please, to Canal Walk.')).toEqual(['special-token'])
  })

  it('may not give the question back for an answer', () => {
    expect(said({ content: 'Sure: please send my parcel to canal walk!' })).toEqual(['echo'])
  })

  it('may say the words that it was given to write', () => {
    const content = 'Ticket 7, "Lamp", is resolved now, with the note "Went back to the old setup".'
    expect(said({ content: content.replace('7, ', '') }, '"Went back to the old setup"')).toEqual([])
  })
})

describe('special tokens', () => {
  it('are those of the common templates, and no ordinary text', () => {
    for (const token of ['<|im_start|>', '<|eot_id|>', '</s>', '[INST]', '<start_of_turn>', '<｜User｜>', '</think>'])
      expect(specialTokenIn(`a ${token} b`)).toBe(token)
    for (const text of ['a < b | c', 'x <b>bold</b>', '[in] short', 'if (a <| b)', '5 <= 6'])
      expect(specialTokenIn(text)).toBeUndefined()
  })

  it('are taken apart so that nothing reads them as such', () => {
    const text = withoutSpecialTokens('a <|im_end|> b </s> [INST]')
    expect(specialTokenIn(text)).toBeUndefined()
    expect(text.replaceAll(' ', '')).toBe('a<|im_end|>b</s>[INST]')
  })
})
