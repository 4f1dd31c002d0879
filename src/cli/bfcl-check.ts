import { basename, dirname } from 'node:path'
import {
  casesBeside,
  type Check,
  checkRecords,
  constantsFor,
  loadClasses,
  readCheckerRecords,
} from '../benchmarks/bfcl/index.js'

const SHOWN = 10

/** Judges recorded responses; the exit code is 1 where a verdict differs from the original's. */
export async function checkFiles(
  files: readonly string[],
  options: { readonly constants?: string; readonly json?: boolean },
): Promise<number> {
  const classes = await loadClasses()
  const checks = files.map((file) => {
    const cases = casesBeside(file, classes, constantsFor(dirname(file), options.constants))
    const check = checkRecords(readCheckerRecords(file), cases)
    if (!options.json) console.log(`${basename(file)}: ${check.agree}/${check.records} verdicts agree`)
    return check
  })
  const { records, agree, byMutation, differences } = merged(checks)
  if (options.json)
    console.log(JSON.stringify({ records, agree, byMutation, firstDifferences: differences.slice(0, SHOWN) }))
  else
    for (const { record, mutation, expected, got } of differences.slice(0, SHOWN))
      console.log(`${record} (${mutation})\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`)
  return agree === records ? 0 : 1
}

function merged(checks: readonly Check[]): Check {
  const total: Check = { records: 0, agree: 0, byMutation: {}, differences: [] }
  for (const check of checks) {
    total.records += check.records
    total.agree += check.agree
    total.differences.push(...check.differences)
    for (const [mutation, { records, agree }] of Object.entries(check.byMutation)) {
      const counts = (total.byMutation[mutation] ??= { records: 0, agree: 0 })
      counts.records += records
      counts.agree += agree
    }
  }
  return total
}
