import { EVIDENCE_SCRIPT } from './evidence-script.js'
import { OVERVIEW_SCRIPT } from './overview-script.js'
import { PAINT_SCRIPT } from './paint-script.js'
import { PANEL_SCRIPT } from './panel-script.js'
import { PLAN_SCRIPT } from './plan-script.js'
import { SEARCH_SCRIPT } from './search-script.js'
import { STATE_SCRIPT } from './state-script.js'
import { VIEW_SCRIPT } from './view-script.js'

const SCRIPTS = [
  STATE_SCRIPT,
  PAINT_SCRIPT,
  EVIDENCE_SCRIPT,
  PLAN_SCRIPT,
  PANEL_SCRIPT,
  OVERVIEW_SCRIPT,
  SEARCH_SCRIPT,
  VIEW_SCRIPT,
]

/** The page's script, one closed function. It makes elements and their texts, never markup from data. */
export const SCRIPT = `(function () {
'use strict'
${SCRIPTS.join('')}
start()
})()
`
