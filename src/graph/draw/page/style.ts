import { COLOUR_CLASSES, environmentColour } from '../colours.js'
import { PANEL_STYLE } from './panel-style.js'
import { PICTURE_STYLE } from './picture-style.js'

const LIGHT = `color-scheme:light;--page:#f6f4ef;--card:#fffefb;--node:#ffffff;--ink:#23272e;--soft:#626973;
  --faint:#d9d5cb;--hover:#f0ede5;--enables:#b4531f;--provides:#2b6a9b;--disables:#b3261e;--affects:#85569b;
  --compatible:#7d8590;--good:#35774a;--bad:#b3261e;--badge:#23272e;--badge-ink:#ffffff;`

const DARK = `color-scheme:dark;--page:#15171b;--card:#1c1f24;--node:#23272e;--ink:#e4e6ea;--soft:#9aa3af;
  --faint:#363b44;--hover:#2a2f37;--enables:#e8a06c;--provides:#85b8de;--disables:#f08c84;--affects:#c6a1da;
  --compatible:#8b94a0;--good:#8cc79b;--bad:#f08c84;--badge:#e4e6ea;--badge-ink:#15171b;`

function colours(scheme: 'light' | 'dark'): string {
  return COLOUR_CLASSES.map((index) => `--c${index}:${environmentColour(index, scheme)};`).join('')
}

const [light, dark] = [LIGHT + colours('light'), DARK + colours('dark')]

const FRAME_STYLE = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html,body{height:100%;margin:0}
body{display:grid;grid-template:auto auto minmax(0,1fr) / minmax(0,1fr) 392px;
  grid-template-areas:"header header" "nav panel" "stage panel";background:var(--page);color:var(--ink);
  font:14px/1.5 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,
  sans-serif}
code,.tool{font-family:ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",
  monospace;font-size:.9em}
a{color:inherit}
button,input{font:inherit;color:inherit}
:focus-visible{outline:2px solid var(--provides);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:8px;z-index:9;background:var(--card);padding:4px 8px}
header{grid-area:header;display:flex;align-items:center;gap:20px;padding:12px 20px;
  border-bottom:1px solid var(--faint);background:var(--card)}
h1{font-size:16px;font-weight:600;margin:0;letter-spacing:-.005em;white-space:nowrap;overflow:hidden;
  text-overflow:ellipsis}
#counts{margin:0;color:var(--soft);white-space:nowrap;flex:1;overflow:hidden;text-overflow:ellipsis}
.search{position:relative;flex:0 1 330px}
#search{width:100%;padding:6px 32px 6px 12px;border:1px solid var(--faint);border-radius:8px;background:var(--page)}
#search::-webkit-search-cancel-button{display:none}
.search kbd{position:absolute;right:9px;top:7px;font:11px/18px ui-monospace,monospace;color:var(--soft);
  border:1px solid var(--faint);border-radius:4px;padding:0 5px}
#results{position:absolute;z-index:5;left:0;right:0;top:calc(100% + 6px);margin:0;padding:6px;list-style:none;
  background:var(--card);border:1px solid var(--faint);border-radius:10px;box-shadow:0 10px 30px rgb(0 0 0/.14);
  max-height:60vh;overflow:auto}
#results li{padding:5px 8px;border-radius:6px;cursor:pointer;display:flex;gap:8px;align-items:baseline;
  overflow:hidden}
#results li[aria-selected=true],#results li:hover{background:var(--hover)}
#results .tool{white-space:nowrap}
#results small{color:var(--soft);margin-left:auto;white-space:nowrap}
#results .none{color:var(--soft);cursor:default}
.buttons{display:flex;gap:4px}
.buttons button{border:1px solid var(--faint);background:var(--page);border-radius:8px;min-width:32px;padding:5px 9px;
  cursor:pointer}
.buttons button:hover{background:var(--hover)}
nav{grid-area:nav;display:flex;flex-wrap:wrap;gap:6px 22px;padding:10px 20px 8px}
nav div{display:flex;flex-wrap:wrap;gap:6px}
.chip{display:inline-flex;align-items:center;gap:7px;border:1px solid var(--faint);border-radius:999px;
  background:var(--card);padding:2px 11px 2px 9px;font-size:12.5px;cursor:pointer}
.chip small{color:var(--soft);font-size:11.5px}
.chip:hover{background:var(--hover)}
.chip[aria-pressed=false]{background:none;color:var(--soft)}
.chip[aria-pressed=false] .dot,.chip[aria-pressed=false] .stroke{opacity:.35}
.dot{display:inline-block;flex:none;width:9px;height:9px;border-radius:50%;background:var(--c)}
.stroke{display:inline-block;flex:none;width:18px;height:0;border-top:2px solid var(--k)}
.stroke.enables{border-top-width:3px}
.stroke.affects{border-top-style:dotted}
.stroke.compatible,.stroke.disables{border-top-style:dashed}
#stage{grid-area:stage;overflow:auto;padding:2px 8px 24px;cursor:grab}
#stage.dragging{cursor:grabbing;user-select:none}
#panel{grid-area:panel;overflow:auto;background:var(--card);border-left:1px solid var(--faint);padding:18px 20px 40px}
@media (max-width:900px){body{grid-template:auto auto minmax(0,1fr) minmax(0,42vh) / minmax(0,1fr);
  grid-template-areas:"header" "nav" "stage" "panel"}#panel{border-left:0;border-top:1px solid var(--faint)}#counts{
  display:none}header{flex-wrap:wrap;gap:8px 10px;padding:10px 12px}h1{flex:1 0 100%}.search{flex:1 1 0}nav{
  flex-wrap:nowrap;overflow-x:auto}nav div{flex-wrap:nowrap}}
@media print{body{display:block}header .search,.buttons,nav{display:none}#panel,#stage{overflow:visible}}
`

const COLOUR_STYLE = [
  ...COLOUR_CLASSES.map((index) => `.c${index}{--c:var(--c${index})}`),
  ...['enables', 'provides', 'disables', 'affects', 'compatible'].map((kind) => `.${kind}{--k:var(--${kind})}`),
].join('')

/** The page's style sheet. */
export const STYLE = `
:root{${light}}
@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${dark}}}
:root[data-scheme=dark]{${dark}}
${FRAME_STYLE}${COLOUR_STYLE}${PICTURE_STYLE}${PANEL_STYLE}`
