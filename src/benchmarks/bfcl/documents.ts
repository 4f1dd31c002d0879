import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { UsageError } from '../../core/errors.js'
import { isArray, isObject, type Json, type JsonObject } from '../../core/json.js'
import { untag } from '../../core/number.js'
import type { ChatTool } from '../../model/index.js'
import { readRecords } from './lines.js'

const FILES: { readonly [className: string]: string } = {
  GorillaFileSystem: 'gorilla_file_system',
  MathAPI: 'math_api',
  MessageAPI: 'message_api',
  TwitterAPI: 'posting_api',
  TicketAPI: 'ticket_api',
  TradingBot: 'trading_bot',
  TravelAPI: 'travel_booking',
  VehicleControlAPI: 'vehicle_control',
}
const REMEDY = 'Point --data at the folder that holds multi_turn_func_doc/.'

const functionDocument = z.looseObject({
  name: z.string(),
  description: z.string(),
  parameters: z.looseObject({ type: z.string() }),
})

/** A published function document. */
export interface FunctionDocument {
  readonly name: string
  readonly description: string
  readonly parameters: JsonObject
}

/** The function documents of every class, in file order. */
export function loadDocuments(directory: string): { readonly [className: string]: readonly FunctionDocument[] } {
  return Object.fromEntries(
    Object.entries(FILES).map(([className, name]) => [
      className,
      loadFile(join(directory, 'multi_turn_func_doc', `${name}.json`)),
    ]),
  )
}

function loadFile(file: string): FunctionDocument[] {
  if (!existsSync(file)) throw new UsageError(file, 'no such file', REMEDY)
  return readRecords(file, REMEDY).map((record, i) => {
    const result = functionDocument.safeParse(record)
    if (!result.success)
      throw new UsageError(`${file} line ${i + 1}`, 'is no function document (name, description, parameters)', REMEDY)
    const { name, description, parameters } = result.data
    return { name, description, parameters: untag(parameters as JsonObject) as JsonObject }
  })
}

const TYPES: { readonly [type: string]: string } = {
  dict: 'object',
  float: 'number',
  tuple: 'array',
  list: 'array',
  any: 'string',
}

/** A document as a tool of the chat protocol: the benchmark's type names become JSON Schema's. */
export function toolOf({ name, description, parameters }: FunctionDocument): ChatTool {
  return { name, description, parameters: schemaOf(parameters) as JsonObject }
}

function schemaOf(schema: Json): Json {
  if (isArray(schema)) return schema.map(schemaOf)
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'type' && typeof value === 'string') return [key, TYPES[value] ?? value]
      if (key === 'properties' && isObject(value))
        return [key, Object.fromEntries(Object.entries(value).map(([name, child]) => [name, schemaOf(child)]))]
      return [key, key === 'items' ? schemaOf(value) : value]
    }),
  )
}
