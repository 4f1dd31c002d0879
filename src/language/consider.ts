import { pick, type Rng } from '../core/random.js'

/** Why a question is asked instead of a call made. */
export function considerAsking(noun: string, options: number, random: Rng): string {
  const missing = `the ${noun}`
  return pick(
    random,
    options > 1
      ? [
          `There is more than one choice for ${missing}, and the user has not said which. I ask, with what there is to choose from.`,
          `The message leaves ${missing} open. It is not mine to pick, but I can name the choices.`,
          `Everything is there but ${missing}; no tool knows which one the user prefers, so one question.`,
        ]
      : [
          `The message does not say ${missing}, and no tool can know it. A guess would be wrong, so I ask.`,
          `I still need ${missing}. Nothing in the conversation gives it and looking it up is not possible: one question.`,
          `Without ${missing} this cannot go through, and only the user knows it.`,
        ],
  )
}

/** Why nothing is called. */
export function considerDeclining(because: 'missing-tool' | 'out-of-scope' | 'policy', random: Rng): string {
  return pick(
    random,
    because === 'policy'
      ? [
          'The rules in my instructions forbid exactly this. I say so and do nothing.',
          'I could make this call, but the instructions rule it out, so I stop here and explain.',
          'This falls under a rule I was given. No call; the user should hear which rule.',
        ]
      : because === 'out-of-scope'
        ? [
            'No tool in the list does this, and something that merely sounds close would change what the user did not ask about.',
            'I go through the tools: related ones, yes, but none for this. Better to say so than to improvise.',
            'This is outside what the tools can do. I change nothing and say what is not possible.',
          ]
        : [
            'The tool that this takes is not in the list, and no other way leads to the same result. I say what is missing.',
            'Something I would need for this is not on offer. I had better not try a detour.',
            'With the tools at hand this cannot be reached; the step that is missing has no substitute.',
          ],
  )
}

/** Why the answer needs no call. */
export function considerRecalling(label: string, random: Rng): string {
  return pick(random, [
    `The ${label} is in a result further up; calling again would add nothing.`,
    `I have already seen the ${label} in this conversation, so no call is needed.`,
    `That was answered before: the ${label} stands in an earlier result.`,
  ])
}

/** Why a call that failed for the moment is made again. */
export function considerRetrying(tool: string, random: Rng): string {
  const name = tool.replaceAll('_', ' ')
  return pick(random, [
    `The error speaks of a passing problem, not of my arguments. I try the same call once more.`,
    `Nothing was wrong with the request; ${name} was only unavailable for a moment. Again.`,
    `A temporary failure: the call did not go through, so repeating it does no harm.`,
  ])
}
