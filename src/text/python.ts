import { isObject, type Json } from '../core/json.js'
import { formatJsonTagged } from './python-json.js'
import { formatRepr } from './python-repr.js'
import { isDictTag, tagOf } from './python-value.js'

export { formatRepr } from './python-repr.js'

/** What the BFCL executor shows of a result: strings as they are, dicts as JSON where JSON can hold them, else `str` (SEMANTICS section 1.1). */
export function formatResult(value: Json): string {
  if (typeof value === 'string') return value
  if (!isObject(value)) return formatRepr(value)
  const tag = tagOf(value)
  return (isDictTag(tag) ? formatJsonTagged(value, tag) : undefined) ?? formatRepr(value)
}

/** The text of a call with keyword arguments, as function-calling handlers build it: `name(a=1,b='x')` (SEMANTICS section 2). */
export function formatCall(name: string, args: { readonly [parameter: string]: Json }): string {
  return `${name}(${Object.entries(args)
    .map(([parameter, value]) => `${parameter}=${formatRepr(value)}`)
    .join(',')})`
}
