import { sha256 } from './digest.js'

/** The id of a call: nine letters and digits of its label, the one form every chat template accepts (formats 0.1 rule 6). */
export function callId(label: string): string {
  return BigInt(`0x${sha256(label).slice(0, 14)}`)
    .toString(36)
    .padStart(9, '0')
    .slice(0, 9)
}
