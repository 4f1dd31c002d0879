interface Item {
  /** The least it takes. */
  readonly width: number
  readonly heightAt: (width: number) => number
}

interface Placed<T> {
  readonly item: T
  readonly width: number
}

/** Items may grow by this factor to fill their row. */
const MOST_STRETCH = 1.9

/** Breaks items, in order, into rows of about equal width so that the whole is as low as can be; each row is filled. */
export function rowsOf<T extends Item>(items: readonly T[], width: number, between: number): Placed<T>[][] {
  const wide = (row: readonly T[]): number =>
    row.reduce((sum, item) => sum + item.width, 0) + between * Math.max(0, row.length - 1)
  const one = items.length > 0 && wide(items) <= width
  const full = one ? wide(items) : Math.max(width, ...items.map((item) => item.width))
  /** The best way to break the first n items. */
  const best: { readonly cost: number; readonly rows: Placed<T>[][] }[] = [{ cost: 0, rows: [] }]
  for (let end = 1; end <= items.length; end++) {
    const options = Array.from({ length: end }, (_, start) => {
      const row = items.slice(start, end)
      if (row.length > 1 && wide(row) > full) return undefined
      const placed = filled(row, full - between * (row.length - 1))
      const before = best[start]
      return (
        before && {
          cost: before.cost + Math.max(...placed.map((each) => each.item.heightAt(each.width))) + between,
          rows: [...before.rows, placed],
        }
      )
    }).filter((option) => option !== undefined)
    best.push(options.reduce((a, b) => (b.cost < a.cost ? b : a)))
  }
  return best.at(-1)?.rows ?? []
}

function filled<T extends Item>(row: readonly T[], width: number): Placed<T>[] {
  const natural = row.reduce((sum, item) => sum + item.width, 0)
  const stretch = Math.min(MOST_STRETCH, width / natural)
  return row.map((item) => ({ item, width: Math.floor(item.width * stretch) }))
}
