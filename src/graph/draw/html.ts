import { sha256 } from '../../core/digest.js'
import type { Drawing } from './drawing.js'
import { escapeMarkup, scriptJson } from './escape.js'
import { pageData } from './page-data.js'
import { BODY } from './page/body.js'
import { SCRIPT } from './page/script.js'
import { STYLE } from './page/style.js'
import { pictureOf } from './picture.js'
import { svgOf } from './svg.js'

/**
 * The graph as one interactive page that needs nothing else: its own security policy allows exactly the style and the
 * script that stand in it, and no request at all. `#tool=name` in its address brings a tool into focus.
 */
export function pageOf(drawing: Drawing): string {
  const picture = pictureOf(drawing)
  const allowed = `style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; img-src data:`
  const policy = `default-src 'none'; ${allowed}; base-uri 'none'; form-action 'none'`
  const title = escapeMarkup(drawing.title)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body>${BODY.replace('{title}', () => title).replace('{picture}', () => svgOf(picture))}`,
    `<script type="application/json" id="data">${scriptJson(pageData(picture))}</script>`,
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}`
}
