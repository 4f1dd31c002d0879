import type { JsonObject } from '../../core/json.js'
import {
  type Conversation,
  type Incomplete,
  type Limit,
  type Revision,
  type RuleDefinition,
  type Sibling,
  sibling,
  type Unsupported,
} from '../../environment/index.js'
import { conditionalsOf } from './conditionals.js'
import type { Operation } from './operations.js'
import { calledIn, changesSaid, isCondition, label, named, slotOf, told, withValues } from './phrases/index.js'
import type { Resource, Resources } from './resources.js'
import type { Field } from './field.js'
import type { State } from './state.js'
import { identifier, joined, upperFirst, withArticle, wordsOf } from './words.js'

/** What conversations about an interface hold beside requests that are complete and possible. */
export function conversationOf(operations: readonly Operation[], resources: Resources): Conversation<State> {
  const asked = operations.filter(({ resource }) => resource.findable)
  return {
    incomplete: operations.flatMap((operation) => incomplete(operation, resources)),
    unsupported: [...new Set(asked.map(({ resource }) => resource))].flatMap(unsupported),
    limits: operations.flatMap(limits),
    rules: operations.flatMap(rules),
    siblings: [...resources.values()].flatMap(siblings),
    conditionals: conditionalsOf(operations),
    revisions: operations.flatMap((operation) => revisions(operation, operations)),
  }
}

function incomplete(operation: Operation, resources: Resources): Incomplete[] {
  if (operation.does === 'create') return unfinished(operation, resources)
  if (operation.does !== 'update' && operation.does !== 'replace') return []
  // Where any of several fields may change, a tool could be called without the one whose value is left open.
  return changesSaid(operation)
    .flatMap((fields) => (fields.length === 1 ? fields : []))
    .filter((field) => field.required && !isCondition(field))
    .map((field) => ({
      tool: operation.tool,
      parameter: field.name,
      asks: [
        `(change|set|update) the ${label(field)} of ${told(operation)}`,
        `I want to change the ${label(field)} of ${told(operation)}.`,
      ],
      questions: questionsFor(operation.resource, resources, field),
    }))
}

/** Something new of which one thing was not said: what it is called, or something else that it cannot do without. */
function unfinished(operation: Operation, resources: Resources): Incomplete[] {
  const { resource, said, title, owner, tool } = operation
  const [one] = resource.noun
  const called = calledIn(operation)
  if (called === undefined) return []
  const whose = owner ? ` for ${named(owner.resource, `<${owner.parameter.name}>`)}` : ''
  return [...(title ? [title] : []), ...said]
    .filter(({ required }) => required)
    .flatMap((open) => {
      const values = said.filter((field) => field !== open).map((field) => withValues(resource, resources, field))
      if (values.some((value) => value === undefined) || slotOf(resource, open) === undefined) return []
      const name = open === title ? '' : called
      const tail = values.length === 0 ? '' : ` with ${joined(values.flatMap((value) => value ?? []))}`
      return [
        {
          tool,
          parameter: open.name,
          asks: [
            `(add|create|set up) a new ${one}${name}${whose}${tail}`,
            `I need a new ${one}${name}${whose}${tail}.`,
          ],
          questions:
            open === title
              ? [`What should the new ${one} be called?`, `What is the new ${one} called?`]
              : questionsFor(resource, resources, open),
        },
      ]
    })
}

function questionsFor({ links }: Resource, resources: Resources, field: Field): readonly string[] {
  const target = resources.get(links.get(field.name) ?? '')
  const words = target ? target.noun[0] : label(field)
  return [
    ...(field.shape.is === 'choice' ? [`Which ${words} should it be: <options>?`] : []),
    `Which ${words} should it be?`,
    target ? `For which ${words}?` : `What should the ${words} be?`,
  ]
}

/** Things that offices do with what they keep, and that no operation is about. */
function unsupported({ noun: [one, many], entity, name }: Resource): Unsupported[] {
  const kind = identifier(name, '-')
  return [
    {
      name: `print-${kind}`,
      asks: ['print a label for <thing>', 'I need a printed label for <thing>.', 'Can you print a label for <thing>?'],
      entities: { thing: entity },
      what: `print labels for ${many}`,
      words: ['print', 'label'],
    },
    {
      name: `translate-${kind}`,
      asks: ['translate the record of <thing> into French', 'I need the record of <thing> in French.'],
      entities: { thing: entity },
      what: `translate the record of ${withArticle(one)}`,
      words: ['translate', 'French'],
    },
  ]
}

/** A thing that is what an action would make of it: the server refuses. */
function limits(operation: Operation): Limit<State>[] {
  const { does, to, id, resource, tool } = operation
  if (does !== 'transition' || !to || !id) return []
  const [one] = resource.noun
  const value = wordsOf(to.value)
  return [
    {
      tool,
      code: 'http-409',
      reads: 'is .* already',
      candidates: ({ state: { things } }): readonly JsonObject[] =>
        Object.values(things[resource.name] ?? {}).flatMap((thing) =>
          thing[to.field.name] === to.value ? [{ [id.name]: thing[resource.id.name] ?? null }] : [],
        ),
      says: [`${told(operation)} is ${value} already`, `${told(operation)} was already marked as ${value}`],
      undone: ['Nothing was changed', `That ${one} stays as it is`],
    },
  ]
}

/** Rules that those who run such a service lay down: what is not done, and how far a figure may go. */
function rules({ does, tool, resource, to, body }: Operation): RuleDefinition[] {
  const [, many] = resource.noun
  const forbidden = (done: string): RuleDefinition => ({
    name: tool,
    tool,
    test: 'any',
    limits: [],
    line: `${upperFirst(many)} must not be ${done}.`,
    says: `${many} must not be ${done}`,
    permits: `${upperFirst(many)} may be ${done} when somebody asks for it.`,
  })
  if (does === 'remove') return [forbidden('deleted')]
  if (does === 'transition' && to) return [forbidden(wordsOf(to.value))]
  return does === 'create' ? body.flatMap((field) => figureRules(tool, resource, field)) : []
}

/** How far a figure of something new may go: a half and three quarters of the way to its bound. */
function figureRules(
  tool: string,
  { noun: [, many], links }: Resource,
  { name, shape, required }: Field,
): RuleDefinition[] {
  if (!required || shape.is !== 'number' || links.has(name) || shape.low === undefined || shape.high === undefined)
    return []
  const { low, high } = shape
  const words = wordsOf(name)
  return [
    {
      name: `${tool}-${identifier(name, '-')}`,
      tool,
      parameter: name,
      test: 'above',
      limits: [0.5, 0.75].map((part) => Math.round(low + part * (high - low))),
      line: `The ${words} of new ${many} must not be above <limit:number>.`,
      says: `the ${words} of new ${many} must not be above <limit:number>`,
    },
  ]
}

/** Tools for the same things that stand in other people's lists. */
function siblings({ noun: [one, many], name }: Resource): Sibling[] {
  const kind = identifier(name, '_')
  return [
    sibling(`export_${kind}_to_spreadsheet`, `Export ${many} to a spreadsheet.`, { format: 'string' }, [
      'export',
      'spreadsheet',
    ]),
    sibling(`print_${kind}_label`, `Print a label for a ${one}.`, { number: 'string' }, ['print', 'label']),
  ]
}

/** How people correct what they have just had changed or made. */
function revisions(operation: Operation, operations: readonly Operation[]): Revision[] {
  const { does, tool, resource, id, body, title } = operation
  const asksFor = (field: Field): string[] => {
    const slot = slotOf(resource, field) ?? ''
    return [`make it ${slot} instead`, `sorry, I meant ${slot}`, `make that ${slot}`]
  }
  if (does === 'update' || does === 'replace') {
    return changesSaid(operation).flatMap((fields) =>
      fields.map((field) => ({ tool, parameter: field.name, asks: asksFor(field) })),
    )
  }
  const removal = operations.find((other) => other.does === 'remove' && other.resource === resource && !other.owner)
  if (does !== 'create' || !removal?.id || id) return []
  return body
    .filter((field) => field.required && field !== title && slotOf(resource, field) !== undefined)
    .map((field) => ({
      tool,
      parameter: field.name,
      undo: { tool: removal.tool, arguments: { [removal.id?.name ?? '']: 'earlier' as const } },
      asks: asksFor(field),
    }))
}
