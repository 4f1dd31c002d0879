import { ToolError } from '../../core/errors.js'

/** A refusal that the tool reports itself. */
export function refused(text: string, code = 'invalid-value'): ToolError {
  return new ToolError(code, { error: text })
}

/** An exception that ends the call. */
export function raised(text: string, code = 'invalid-value'): ToolError {
  return new ToolError(code, `Error during execution: ${text}`)
}

export const tooLarge = (text = "(34, 'Numerical result out of range')"): ToolError => raised(text, 'out-of-range')

export const tooManyDigits = (): ToolError =>
  tooLarge(
    'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  )
