import type { AssistantMessage, ChatMessage, ChatModel, ChatTool, ChatUsage } from '../../model/index.js'
import type { BfclCase } from './cases.js'
import { toolOf, type FunctionDocument } from './documents.js'
import { Executor } from './executor.js'
import type { Start } from './start.js'
import type { CallStyle } from './style.js'

/** One executed answer of the model. */
export interface PlayedStep {
  readonly content: string
  readonly reasoning?: string
  readonly calls: readonly string[]
  readonly results: readonly string[]
}

export interface PlayedTurn {
  readonly steps: readonly PlayedStep[]
  /** The answer in words that ended the turn. */
  readonly answer?: string
}

export interface PlayedCase {
  readonly turns: readonly PlayedTurn[]
  /** The model went on calling beyond the step limit and the case was ended. */
  readonly forced: boolean
  readonly usage: ChatUsage
  readonly requests: number
}

export interface Play {
  readonly model: ChatModel
  readonly style: CallStyle
  readonly documents: readonly FunctionDocument[]
  readonly start: Start
  readonly temperature?: number
  readonly signal?: AbortSignal
}

const STEP_LIMIT = 20
const RELEASED = 'I have updated some more functions you can choose from. What about now?'

/** Plays a case against a model, turn by turn and step by step (SEMANTICS section 14). */
export async function playCase(one: BfclCase, play: Play): Promise<PlayedCase> {
  return new Conversation(one, play).play()
}

class Conversation {
  private readonly messages: ChatMessage[]
  private tools: readonly ChatTool[]
  private readonly executor: Executor
  private readonly one: BfclCase
  private readonly options: Play
  private readonly spent = { tokensIn: 0, tokensOut: 0, requests: 0 }

  constructor(one: BfclCase, play: Play) {
    const heldOut = new Set(Object.values(one.heldOut).flat())
    this.one = one
    this.options = play
    this.tools = play.documents.filter(({ name }) => !heldOut.has(name)).map(toolOf)
    this.messages = [...play.style.opening(this.tools)]
    this.executor = new Executor(play.start, `${play.model.name}_${one.id}`)
  }

  async play(): Promise<PlayedCase> {
    const turns: PlayedTurn[] = []
    let forced = false
    for (let turn = 0; turn < this.one.turns.length && !forced; turn++) {
      this.open(turn)
      const played = await this.playTurn()
      turns.push(played)
      forced = played.steps.length > STEP_LIMIT
    }
    const { tokensIn, tokensOut, requests } = this.spent
    return { turns, forced, usage: { tokensIn, tokensOut }, requests }
  }

  private open(turn: number): void {
    const released = this.one.heldOut[String(turn)]
    if (released === undefined) {
      this.messages.push(...(this.one.turns[turn] ?? []))
      return
    }
    const tools = this.options.documents.filter(({ name }) => released.includes(name)).map(toolOf)
    this.tools = [...this.tools, ...tools]
    this.messages.push({ role: 'user', content: this.options.style.release(tools) + RELEASED })
  }

  private async playTurn(): Promise<PlayedTurn> {
    const steps: PlayedStep[] = []
    while (steps.length <= STEP_LIMIT) {
      const answer = await this.ask()
      const { style } = this.options
      const calls = style.decode(answer)
      this.messages.push(style.remember(answer, calls !== undefined))
      if (calls === undefined || calls.length === 0) return { steps, answer: answer.content }
      const results = calls.map((call) => this.executor.execute(call).text)
      this.messages.push(...style.results(answer, calls, results))
      steps.push({
        content: answer.content,
        ...(answer.reasoning ? { reasoning: answer.reasoning } : {}),
        calls,
        results,
      })
    }
    return { steps }
  }

  private async ask(): Promise<AssistantMessage> {
    const { model, style, temperature, signal } = this.options
    const { message, usage } = await model.answer({
      messages: this.messages,
      ...(style.offersTools ? { tools: this.tools } : {}),
      ...(temperature === undefined ? {} : { temperature }),
      ...(signal ? { signal } : {}),
    })
    this.spent.tokensIn += usage.tokensIn
    this.spent.tokensOut += usage.tokensOut
    this.spent.requests += 1
    return message
  }
}
