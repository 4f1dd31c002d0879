/**
 * Lets those who wait go on one at a time, each when everything that has come over the wires meanwhile is taken in and sent on:
 * what one of them works out keeps nobody's answer waiting longer than that.
 */
export function inTurn(): () => Promise<void> {
  const waiting: (() => void)[] = []
  const next = (): void => {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(next)
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next)
    })
}
