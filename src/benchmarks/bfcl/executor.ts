import type { Json, JsonObject } from '../../core/json.js'
import { runTool } from '../../environment/index.js'
import { type CallExpression, formatResult, parseExpression } from '../../text/index.js'
import { callMethod, evaluate, type Method, type Scope } from './evaluate.js'
import { type Execution, PREFIX, Raised, raisedBy } from './execution.js'
import { PythonError } from './python-error.js'
import { blockedName, rewriteCalls } from './rewriting.js'
import { bindArguments, bindLiterals, bindNamed } from './signature.js'
import type { Owner, Start } from './start.js'

/** Live instances of a case's classes; calls change their states (SEMANTICS section 2). */
export class Executor implements Scope {
  private readonly states: Json[]
  private readonly start: Start
  private readonly name: string
  private instanceNames: readonly string[] | undefined

  /** `name` is what instances are called: `golden_eval_multi_turn_base_0`. */
  constructor(start: Start, name: string) {
    this.start = start
    this.name = name
    this.states = [...start.states]
  }

  /** The whole state of a class. */
  stateOf(className: string): Json {
    return this.states[this.start.classes.findIndex(({ name }) => name === className)] ?? null
  }

  /** Reads a call text as the original would and makes the calls in it. */
  execute(text: string): Execution {
    try {
      return { text: formatResult(this.evaluateText(text)), raised: false }
    } catch (error) {
      return raisedBy(error)
    }
  }

  /** Makes one call whose arguments are known by name. */
  call(name: string, args: JsonObject): Execution {
    try {
      const owner = this.start.owners.get(name)
      if (!owner) throw new PythonError(`name '${name}' is not defined`)
      return { text: formatResult(this.run(owner, bindNamed(owner.signature, args))), raised: false }
    } catch (error) {
      return raisedBy(error)
    }
  }

  /** A tool by the names of its instance and itself. */
  method(instance: string, name: string): Method | null | undefined {
    const index = this.instances.indexOf(instance)
    if (index < 0) return undefined
    const owner = this.start.owners.get(name)
    return owner?.index === index ? this.methodOf(owner) : null
  }

  typeOf(instance: string): string | undefined {
    return this.start.classes[this.instances.indexOf(instance)]?.name
  }

  /** The names of the instances as they show in rewritten texts. */
  private get instances(): readonly string[] {
    return (this.instanceNames ??= this.start.classes.map((one) =>
      `${this.name}_${one.name}_instance`.replace(/[-./:]/g, '_'),
    ))
  }

  private evaluateText(text: string): Json {
    const open = text.indexOf('(')
    const name = text.slice(0, Math.max(open, 0))
    const owner = text.indexOf('(', open + 1) < 0 ? this.start.owners.get(name) : undefined
    const call = owner && parseExpression(text)
    // One call without further brackets: rewriting would only put the instance's name in front.
    if (call?.kind === 'call' && call.callee.kind === 'name') return this.runCall(owner as Owner, call)
    const rewritten = rewriteCalls(text, (word) => this.instances[this.start.owners.get(word)?.index ?? -1])
    const blocked = blockedName(rewritten)
    if (blocked !== undefined) throw new PythonError(`Function call ${blocked} is not allowed.`)
    return evaluate(parseExpression(rewritten), this)
  }

  private runCall(owner: Owner, call: CallExpression): Json {
    const bound = bindLiterals(owner.signature, call)
    return bound ? this.run(owner, bound) : callMethod(this.methodOf(owner), call, this)
  }

  private methodOf(owner: Owner): Method {
    return (positional, keywords) => this.run(owner, bindArguments(owner.signature, positional, keywords))
  }

  private run({ index, tool }: Owner, bound: JsonObject): Json {
    const called = runTool(tool, bound, this.states[index] as Json, this.start.clock)
    this.states[index] = called.state
    if (called.error && typeof called.value === 'string' && called.value.startsWith(PREFIX))
      throw new Raised(called.value, called.error.code)
    return called.value
  }
}
