import type { Phrases } from '../../../environment/index.js'
import { placeIn } from '../endpoints.js'
import { type Operation, shownFields } from '../operations.js'
import { isNarrowing, type Resource, type Resources } from '../resources.js'
import type { Field } from '../field.js'
import { factsAmong } from './facts.js'
import { isCondition, withValues } from './fields.js'
import { ownersIn } from './namings.js'

/** Why people want to see a list. */
const REASONS = [
  "I've lost track.",
  'I was away for a few days.',
  "I'm preparing for a meeting.",
  'Somebody asked me for an overview.',
  "I'm new here and still finding my way around.",
  'I want to make sure that nothing is missing.',
]

/** What a list is narrowed by in a wish: one parameter at a time, the one that it cannot do without where there is one. */
export function filtersSaid({ filters, paging, owner }: Operation): readonly Field[] {
  const required = [...filters, ...paging].filter((field) => field.required)
  if (owner || required.length > 1 || paging.some((field) => required.includes(field))) return []
  return required.length > 0 ? required : filters
}

/** Does it list all that there is where nothing is said? */
export function isOpen({ filters, paging }: Operation): boolean {
  return ![...filters, ...paging].some(isNarrowing)
}

/** How people ask for a list: of all there is, of what belongs to something, of what is so. */
export function listing(operation: Operation, resources: Resources): Phrases | undefined {
  const { resource, endpoint, owner } = operation
  const [, many] = resource.noun
  const place = `${placeIn(endpoint.response)}/*`
  const shown = shownFields(operation)
  const named = [resource.key, resource.id].find(
    (field) =>
      field && shown.some(({ name }) => name === field.name && (resource.always.has(name) || field === resource.id)),
  )
  if (!named) return undefined
  const whose = ownersIn(operation)
  const asks = !isOpen(operation)
    ? []
    : owner
      ? whose.flatMap((one) => [
          `(list|show me|pull up) (all |)the ${many} of ${one}`,
          `(What|Which) ${many} does ${one} have?`,
          `I need a list of the ${many} of ${one}.`,
          `(check|look up|find out) (what|which) ${many} ${one} has`,
          `I('d like| want) to see (all |)the ${many} of ${one}.`,
          `Does ${one} have any ${many}?`,
          `(give|get) me the ${many} of ${one}`,
        ])
      : [
          `(list|show me|pull up) all (of |)our ${many}`,
          `(What|Which) ${many} do we have?`,
          `I need a list of (all |)our ${many}.`,
          `go through our ${many} for me`,
          `(give|get) me an overview of (all |)our ${many}`,
          `I('d like| want) to see (all |)our ${many}.`,
          `Can I (see|have) a list of (all |)our ${many}?`,
          `(check|look up|find out) (what|which) ${many} we have`,
          `(What|Which) ${many} are on record?`,
          `tell me (what|which) ${many} there are`,
        ]
  const filtered = filtersSaid(operation).flatMap((field) => filteredBy(resource, resources, field))
  if (asks.length + filtered.length === 0) return undefined
  return {
    asks: [...asks, ...filtered],
    answers: [`${place}/${named.name}`],
    reports: [
      `Here's what I found: </${place.slice(1)}:items>`,
      `These are the ${many}: </${place.slice(1)}:items>`,
      `I found the following ${many}: </${place.slice(1)}:items>`,
    ],
    items: itemsOf(resource, shown, named),
    reasons: REASONS,
    deeds: [`list the ${many}`],
  }
}

function filteredBy(resource: Resource, resources: Resources, field: Field): readonly string[] {
  const [, many] = resource.noun
  if (isCondition(field))
    return [
      `Which (of our |)${many} are <${field.name}>?`,
      `(list|show me|pull up) the ${many} that are <${field.name}>`,
      `I need the ${many} that are <${field.name}>.`,
      `(check|look up|find out|tell me) which (of our |)${many} are <${field.name}>`,
      `Do we have any ${many} that are <${field.name}>?`,
      `I('d like| want) to see the ${many} that are <${field.name}>.`,
    ]
  const [value] = withValues(resource, resources, field) ?? []
  if (value === undefined) return []
  const target = resources.get(resource.links.get(field.name) ?? '')
  const link = target ? 'of' : 'with'
  return [
    `(list|show me|pull up) the ${many} ${link} ${value}`,
    `I need a list of the ${many} ${link} ${value}.`,
    `(give|get) me the ${many} ${link} ${value}`,
    `(check|look up|find out|tell me) which ${many} we have ${link} ${value}`,
    `Do we have any ${many} ${link} ${value}?`,
    `I('d like| want) to see the ${many} ${link} ${value}.`,
  ]
}

/** One line of a list: what the thing is called, and up to two facts. */
function itemsOf(resource: Resource, shown: readonly Field[], named: Field): readonly string[] {
  const facts = factsAmong(resource, shown, '').slice(0, 2)
  const [one] = resource.noun
  const head =
    named === resource.id
      ? `${one} </${named.name}>`
      : resource.isWhose
        ? `${one} of </${named.name}>`
        : `</${named.name}>`
  const tail = facts.map(({ words, slot }) => `${words} ${slot}`)
  return tail.length === 0 ? [head] : [`${head}: ${tail.join(', ')}`]
}
