/** A share as a percentage with one decimal, none where it is whole. */
export function percent(part: number): string {
  const text = (part * 100).toFixed(1)
  return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`
}

/** A number with a comma between thousands. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** "1 row", "2 rows". */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}
