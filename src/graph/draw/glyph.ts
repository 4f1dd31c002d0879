import type { DrawnTool } from './drawing.js'
import type { Box } from './layout.js'
import { element } from './markup.js'

/** What stands before a tool's name: a ring reads, a disc writes, a half disc changes the session, a diamond draws. */
export function effectGlyph(effect: DrawnTool['effect'], { x, y, height }: Box): string {
  const [cx, cy] = [x + 13, y + height / 2]
  const ring = element('circle', { class: 'glyph open', cx, cy, r: 3.6 })
  switch (effect) {
    case 'read':
      return ring
    case 'write':
      return element('circle', { class: 'glyph full', cx, cy, r: 4.2 })
    case 'session':
      return ring + element('path', { class: 'glyph full', d: `M${cx} ${cy - 4.2}a4.2 4.2 0 0 1 0 8.4Z` })
    case 'draws':
      return element('path', { class: 'glyph full', d: `M${cx} ${cy - 5.2}l5.2 5.2l-5.2 5.2l-5.2 -5.2Z` })
    case 'unknown':
      return element('circle', { class: 'glyph dots', cx, cy, r: 3.6 })
  }
}
