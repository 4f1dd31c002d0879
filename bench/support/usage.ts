import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** Where a measured process leaves what it used. */
export const USAGE = 'TURNSMITH_BENCH_USAGE'

/** Loaded into a measured process before its program: tells what the whole process used when it ends. */
const path = process.env[USAGE]
if (path !== undefined && isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(
      path,
      JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }),
    )
  })
