import { isArray, isObject, type Json, sameJson } from '../core/json.js'
import { pick, shuffle } from '../core/random.js'
import type { Reference, Request } from '../core/reference.js'
import type { Revision } from '../environment/index.js'
import type { ApiGraph } from '../graph/index.js'
import { actingTrace, type Family, type FamilyContext, type Next } from './family.js'

/** After the turn the user changes their mind about one argument: what was done is undone or amended. */
export const revision: Family = {
  name: 'revision',
  material: 'trace',
  targets: (context) => revisionsIn(context).map(({ tool }) => tool),
  rewrite(task, context) {
    const request = actingTrace(task)?.requests.at(-1)
    const possible = revisionsIn(context).some(
      ({ tool, parameter }) => tool === request?.tool && Object.hasOwn(request.arguments, parameter),
    )
    return possible
      ? { task: { ...task, families: [...task.families, 'base'] }, subject: { kind: 'requests' } }
      : undefined
  },
  next({ task }, context) {
    const request = actingTrace(task)?.requests.at(-1)
    if (!request) return undefined
    for (const declared of shuffle(context.random.fork('revision'), revisionsIn(context))) {
      const next = declared.tool === request.tool ? change(declared, request, context) : undefined
      if (next) return next
    }
    return undefined
  },
}

function revisionsIn({ environments }: FamilyContext): readonly Revision[] {
  return environments.flatMap(({ definition }) => definition.conversation?.revisions ?? [])
}

function change(declared: Revision, request: Request, context: FamilyContext): Next | undefined {
  const { tool, parameter, undo } = declared
  const said = request.arguments[parameter]
  const values = said === undefined ? [] : others(declared, said, context)
  if (values.length === 0) return undefined
  const value = pick(context.random.fork('value'), values)
  const again = { tool, arguments: { ...request.arguments, [parameter]: value } }
  const back = undo && {
    tool: undo.tool,
    arguments: Object.fromEntries(
      Object.entries(undo.arguments).map(([name, from]): [string, Reference] => [
        name,
        from === 'earlier' ? { by: 'earlier' } : (request.arguments[from.same] ?? { by: 'earlier' }),
      ]),
    ),
  }
  return { subject: { kind: 'revision', parameter }, requests: back ? [back, again] : [again] }
}

/** Other values of the parameter that this user could mean: documented ones, known ones, numbers near by. */
function others({ tool, parameter }: Revision, said: Reference, { graph, known }: FamilyContext): Reference[] {
  if (said.by === 'earlier') return []
  const entity = graph.tools.get(tool)?.parameters.find(({ name }) => name === parameter)?.entity
  const schema = schemaOf(graph, tool, parameter)
  const documented = isObject(schema) && isArray(schema['enum']) ? schema['enum'] : []
  const wordKeys = documented.length > 0 ? [] : wordValues(graph, entity)
  const near = wordKeys.length === 0 ? nearTo(said.value, schema, entity) : []
  const values = [...documented, ...wordKeys, ...near].map((value): Reference => ({ by: 'value', value }))
  const facts = known.filter((fact) => entity !== undefined && fact.entity === entity)
  const people = facts.flatMap(({ value, by }): Reference[] =>
    by.length > 0 ? by.map((description): Reference => ({ by: 'field', ...description })) : [{ by: 'value', value }],
  )
  return [...values, ...people].filter(
    (reference) => reference.by === said.by && 'value' in reference && !sameJson(reference.value, said.value),
  )
}

function wordValues(graph: ApiGraph, entity: string | undefined): Json[] {
  const words = entity === undefined ? undefined : graph.entity(entity)?.words
  return Object.keys(words ?? {}).filter((key) => !/^[[{]|^(true|false)$|^[\d.]+$/.test(key))
}

/** Values like one that was said: numbers and days near by, another ending of a name that is still to be given. */
function nearTo(value: Json, schema: Json | undefined, entity: string | undefined): Json[] {
  if (typeof value === 'number') return nearby(value, schema)
  if (typeof value !== 'string') return []
  const [, month, day] = /^(\d{4}-\d{2}-)(\d{2})$/.exec(value) ?? []
  if (month !== undefined && day !== undefined)
    return [1, 2, 3].map((later) => `${month}${String((Number(day) % 25) + later).padStart(2, '0')}`)
  if (!entity?.startsWith('new-')) return []
  const [stem = value, ending] = value.split(/(?=\.\w+$)/)
  return ['_final', '_new', '_draft'].map((suffix) => `${stem}${suffix}${ending ?? ''}`)
}

function nearby(value: number, schema: Json | undefined): number[] {
  const { minimum = -Infinity, maximum = Infinity } = (isObject(schema) ? schema : {}) as {
    minimum?: number
    maximum?: number
  }
  const steps = value >= 100 ? [50, 100, -50] : value >= 20 ? [5, 10, -5] : [1, 2, -1]
  return steps.map((step) => value + step).filter((other) => other > 0 && other >= minimum && other <= maximum)
}

function schemaOf(graph: ApiGraph, tool: string, parameter: string): Json | undefined {
  let schema: Json | undefined = graph.tools.get(tool)?.spec.parameters
  for (const part of parameter.split('/')) {
    const properties: Json | undefined = isObject(schema) ? schema['properties'] : undefined
    schema = isObject(properties) ? properties[part] : undefined
  }
  return schema
}
