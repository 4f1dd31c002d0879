import { markup, type Markup, type Part } from '../markup.js'

/** A part of the page: a heading and its cards. */
export function section(title: string, cards: readonly Markup[], lead: Part = ''): Markup {
  return markup`<h2>${title}</h2>${lead}<div class="grid">${cards}</div>\n`
}

/** A titled box. */
export function card(title: string, ...body: readonly Part[]): Markup {
  return markup`<section class="card"><h3>${title}</h3>${body}</section>\n`
}

/** A titled box over the whole width. */
export function wideCard(title: string, ...body: readonly Part[]): Markup {
  return markup`<section class="card wide"><h3>${title}</h3>${body}</section>\n`
}

/** A line under a chart. */
export function note(text: string): Markup {
  return markup`<p class="under">${text}</p>`
}

/** What a reader opens when it matters. */
export function folded(summary: string, body: Part): Markup {
  return markup`<details><summary>${summary}</summary>${body}</details>`
}

/** A table whose columns of numbers stand to the right. */
export function table(rows: readonly (readonly (string | number)[])[], heads: readonly string[] = []): Markup {
  const isNumber = (column: number): boolean => rows.every((row) => /^[\d.,]+(?: %)?$/.test(String(row[column])))
  const look = (column: number): string => (isNumber(column) ? 'number' : 'data')
  const head =
    heads.length === 0 ? '' : markup`<tr>${heads.map((name, i) => markup`<th class="${look(i)}">${name}</th>`)}</tr>`
  return markup`<table>${head}${rows.map((row) => markup`<tr>${row.map((cell, i) => markup`<td class="${look(i)}">${cell}</td>`)}</tr>`)}</table>`
}
