import type { Json, JsonObject } from '../../core/json.js'
import { callTool } from '../../environment/index.js'
import { DigitLimitError, formatResult, ParseError, parseExpression } from '../../text/index.js'
import type { BenchmarkClass, BenchmarkClasses } from './classes.js'
import { callMethod, evaluate, type Method, type Scope } from './evaluate.js'
import { PythonError } from './python-error.js'
import { blockedName, rewriteCalls } from './rewriting.js'
import { bindArguments, bindNamed, type Signature, signatureOf } from './signature.js'
import { type Unsupported, UnsupportedError, unsupportedOf } from './unsupported.js'

/** Where a case starts: the states of its classes, which executors share until they write. */
export interface Start {
  readonly classes: readonly BenchmarkClass[]
  readonly states: readonly Json[]
  /** ISO 8601 without zone. */
  readonly clock: string
}

export interface StartOptions {
  readonly involved: readonly string[]
  readonly configuration: { readonly [className: string]: JsonObject }
  readonly longContext: boolean
  readonly extension: JsonObject
  readonly clock: string
}

/** The state of every involved class as the original constructs it; classes without configuration start from their defaults. */
export function createStart(
  classes: BenchmarkClasses,
  { involved, configuration, longContext, extension, clock }: StartOptions,
): Start {
  const used = involved.flatMap((name) => classes.get(name) ?? [])
  return {
    classes: used,
    states: used.map(({ name, load }) => load(configuration[name] ?? {}, { longContext, extension })),
    clock,
  }
}

/** What one call text came to. */
export interface Execution {
  /** What the caller sees. */
  readonly text: string
  /** An exception ended the call. */
  readonly raised: boolean
  /** Set where the original's text may be another. */
  readonly unsupported?: Unsupported
}

const PREFIX = 'Error during execution: '
const WHOLE_CALL = /^([A-Za-z_][A-Za-z0-9_]*)\(/

interface Owner {
  readonly index: number
  readonly benchmarkClass: BenchmarkClass
  readonly signature: Signature
}

/** Ends a call whose tool raised: the tool's value is the whole text. */
class Raised extends Error {
  override readonly name = 'Raised'
  readonly code: string

  constructor(text: string, code: string) {
    super(text)
    this.code = code
  }
}

/** Live instances of a case's classes; calls change their states (SEMANTICS section 2). */
export class Executor {
  private readonly states: Json[]
  private readonly start: Start
  private readonly owners: ReadonlyMap<string, Owner>
  private readonly name: string
  private instanceNames: readonly string[] | undefined

  /** `name` is what instances are called: `golden_eval_multi_turn_base_0`. */
  constructor(start: Start, name: string) {
    this.start = start
    this.name = name
    this.states = [...start.states]
    this.owners = ownersOf(start.classes)
  }

  /** The names of the instances as they show in rewritten texts. */
  private get instances(): readonly string[] {
    return (this.instanceNames ??= this.start.classes.map((one) =>
      `${this.name}_${one.name}_instance`.replace(/[-./:]/g, '_'),
    ))
  }

  /** The whole state of a class. */
  stateOf(className: string): Json {
    return this.states[this.start.classes.findIndex(({ name }) => name === className)] ?? null
  }

  /** Reads a call text as the original would and makes the calls in it. */
  execute(text: string): Execution {
    return this.guarded(() => this.evaluateText(text))
  }

  /** Makes one call whose arguments are known by name. */
  call(name: string, args: JsonObject): Execution {
    return this.guarded(() => {
      const owner = this.owners.get(name)
      if (!owner) throw new PythonError(`name '${name}' is not defined`)
      return this.run(owner, name, bindNamed(owner.signature, args))
    })
  }

  private evaluateText(text: string): Json {
    const callee = this.soleCallee(text)
    if (callee) {
      const call = parseExpression(text)
      if (call.kind === 'call' && call.callee.kind === 'name')
        return callMethod(this.method(callee, call.callee.name), call, this.scope)
    }
    const rewritten = rewriteCalls(text, (name) => this.instances[this.owners.get(name)?.index ?? -1])
    const blocked = blockedName(rewritten)
    if (blocked !== undefined) throw new PythonError(`Function call ${blocked} is not allowed.`)
    return evaluate(parseExpression(rewritten), this.scope)
  }

  /** The tool of a text that is one call and holds no other bracket, so that rewriting would change nothing but its name. */
  private soleCallee(text: string): Owner | undefined {
    if (text.indexOf('(') !== text.lastIndexOf('(')) return undefined
    return this.owners.get(WHOLE_CALL.exec(text)?.[1] ?? '')
  }

  private readonly scope: Scope = {
    method: (instance, name) => {
      const index = this.instances.indexOf(instance)
      if (index < 0) return undefined
      const owner = this.owners.get(name)
      return owner?.index === index ? this.method(owner, name) : null
    },
    typeOf: (instance) => this.start.classes[this.instances.indexOf(instance)]?.name,
  }

  private method(owner: Owner, name: string): Method {
    return (positional, keywords) => this.run(owner, name, bindArguments(owner.signature, positional, keywords))
  }

  private run({ index, benchmarkClass }: Owner, name: string, bound: JsonObject): Json {
    const state = this.states[index] as Json
    const called = callTool(benchmarkClass.environment, name, bound, state, this.start.clock)
    this.states[index] = called.state
    if (called.error && typeof called.value === 'string' && called.value.startsWith(PREFIX))
      throw new Raised(called.value, called.error.code)
    return called.value
  }

  private guarded(action: () => Json): Execution {
    try {
      return { text: formatResult(action()), raised: false }
    } catch (error) {
      return raisedBy(error)
    }
  }
}

/** What the caller sees of an exception; anything that is not one of the original's is a bug and goes on. */
function raisedBy(error: unknown): Execution {
  if (error instanceof Raised) return raisedWith(error.message, unsupportedOf(error.code))
  if (error instanceof PythonError || error instanceof DigitLimitError) return raisedWith(PREFIX + error.message)
  if (error instanceof UnsupportedError) return raisedWith(PREFIX + error.message, error.what)
  if (error instanceof ParseError)
    return raisedWith(PREFIX + error.message, error.unsupported ? 'python-form' : undefined)
  throw error
}

function raisedWith(text: string, unsupported?: Unsupported): Execution {
  return { text, raised: true, ...(unsupported ? { unsupported } : {}) }
}

const ownerTables = new WeakMap<readonly BenchmarkClass[], ReadonlyMap<string, Owner>>()

function ownersOf(classes: readonly BenchmarkClass[]): ReadonlyMap<string, Owner> {
  let owners = ownerTables.get(classes)
  if (!owners) {
    owners = new Map(
      classes.flatMap((benchmarkClass, index) =>
        benchmarkClass.environment.specs.map(
          (spec) => [spec.name, { index, benchmarkClass, signature: signatureOf(benchmarkClass.name, spec) }] as const,
        ),
      ),
    )
    ownerTables.set(classes, owners)
  }
  return owners
}
