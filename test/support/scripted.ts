import type { CritiquingAgent, ReasonedStep, ReasoningAgent, ReasoningInput } from '../../src/agents/index.js'
import type { Discrepancy } from '../../src/core/verdict.js'

/** A reasoning agent that plays these attempts step by step, and notes what it was given; the last one is played again. */
export function scriptedReasoning(
  attempts: readonly (readonly ReasonedStep[])[],
): ReasoningAgent & { readonly inputs: ReasoningInput[] } {
  const inputs: ReasoningInput[] = []
  let [current, step] = [-1, 0]
  return {
    inputs,
    step(input) {
      if (input.attempt !== current) [current, step] = [input.attempt, 0]
      inputs.push({ ...input, messages: [...input.messages], hints: [...input.hints] })
      const script = attempts[Math.min(current, attempts.length - 1)] ?? []
      return Promise.resolve(script[Math.min(step++, script.length - 1)] ?? { content: '', calls: [] })
    },
  }
}

/** A critiquing agent whose nth hint is `hint n`, and that notes what was wrong. */
export function scriptedCritiquing(): CritiquingAgent & { readonly seen: (readonly Discrepancy[])[] } {
  const seen: (readonly Discrepancy[])[] = []
  return {
    seen,
    critique({ reasons }) {
      seen.push(reasons)
      return Promise.resolve(`hint ${seen.length}`)
    },
  }
}
