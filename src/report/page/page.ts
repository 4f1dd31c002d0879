import { grouped } from '../numbers.js'
import type { QualityLine } from '../quality/line.js'
import type { Report } from '../report.js'
import { conversation } from './conversation.js'
import { markup, Markup } from './markup.js'
import { attemptSection } from './sections/attempts.js'
import { wideCard } from './sections/card.js'
import { coverageSection } from './sections/coverage.js'
import { familySection } from './sections/families.js'
import { lengthSection } from './sections/lengths.js'
import { overlapSection } from './sections/overlap.js'
import { planSection } from './sections/plans.js'
import { shapeSection } from './sections/shape.js'
import { wordingSection } from './sections/wording.js'
import { STYLE } from './style.js'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

const SECTIONS = [
  shapeSection,
  familySection,
  planSection,
  coverageSection,
  wordingSection,
  lengthSection,
  attemptSection,
]

/** The report as one HTML file that asks nothing of the network and runs no script. */
export function pageOf(report: Report, about: { readonly title: string; readonly facts: readonly string[] }): string {
  const { figures } = report
  const body = markup`<main>
    <h1>${about.title}</h1>
    <p class="soft">${about.facts.join(' · ')}</p>
    ${tilesOf(report)}
    <h2>Quality</h2>
    ${wideCard('Bars of the design', qualityTable(report.quality))}
    ${SECTIONS.map((section) => section(figures))}
    ${report.overlaps.map(overlapSection)}
    <h2>Three conversations</h2>
    ${report.examples.map(
      ({ why, row }, i) =>
        markup`<details class="card" ${i === 0 ? 'open' : ''}>
          <summary>${row.id} · ${row.initial.environments.map(({ name }) => name).join(' + ')} · ${why}</summary>
          ${conversation(row)}
        </details>`,
    )}
  </main>`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${about.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`.text
}

function tilesOf({ figures: { shape, hidden, signatures, nearDuplicates }, quality }: Report): Markup {
  const judged = quality.filter(({ holds }) => holds !== null)
  const tiles: [string, string][] = [
    [`${judged.filter(({ holds }) => holds).length} of ${judged.length}`, 'bars reached'],
    [grouped(shape.rows), 'trajectories'],
    [grouped(shape.turns), 'turns'],
    [grouped(shape.calls), 'tool calls'],
    [grouped(hidden.total), 'hidden steps'],
    [grouped(signatures.distinct), 'plan signatures'],
    [grouped(nearDuplicates.dropped.length), 'near-duplicates'],
  ]
  return markup`<div class="tiles">
    ${tiles.map(([value, name]) => markup`<div class="tile"><b>${value}</b><span>${name}</span></div>`)}
  </div>`
}

function qualityTable(lines: readonly QualityLine[]): Markup {
  return markup`<table class="quality">
    <tr>
      <th></th>
      <th>what</th>
      <th class="number">measured</th>
      <th>bar</th>
      <th>note</th>
    </tr>
    ${lines.map(
      ({ what, shown, bar, holds, note }) =>
        markup`<tr>
          <td>${markOf(holds)}</td>
          <td>${what}</td>
          <td class="number">${shown}</td>
          <td>${bar}</td>
          <td class="note data">${note ?? ''}</td>
        </tr>`,
    )}
  </table>`
}

function markOf(holds: boolean | null): Markup {
  if (holds === null) return markup`<span class="mark open">open</span>`
  return holds ? markup`<span class="mark good">✓ holds</span>` : markup`<span class="mark bad">✗ misses</span>`
}
