import cliProgress from 'cli-progress'

/** How far long work is: a bar on a terminal, a JSON line per tenth otherwise; on stderr, so that rows keep stdout. */
export interface Progress {
  advance(): void
  finish(): void
}

export function createProgress(what: string, total: number): Progress {
  return process.stderr.isTTY ? bar(what, total) : lines(what, total)
}

function bar(what: string, total: number): Progress {
  const display = new cliProgress.SingleBar(
    {
      format: `{bar} {value}/{total} ${what} · {duration_formatted} · ETA {eta_formatted}`,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  )
  display.start(total, 0)
  return { advance: () => display.increment(), finish: () => display.stop() }
}

function lines(what: string, total: number): Progress {
  let done = 0
  return {
    advance() {
      done += 1
      if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total))
        process.stderr.write(`${JSON.stringify({ progress: what, done, total })}\n`)
    },
    finish: () => undefined,
  }
}
