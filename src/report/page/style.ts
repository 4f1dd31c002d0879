/** The page's whole look: light and dark by the reader's setting, no font, script or image from anywhere. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --ink: #1b2129; --soft: #5c6773; --faint: #e4e8ed;
  --bar: #3b6fd4; --limit: #c0392b; --good: #1d7a46; --bad: #b3261e; --open: #8a6100; --code: #f1f3f6; --user: #e9f0fd; }
@media (prefers-color-scheme: dark) { :root { --page: #10141a; --card: #181e26; --ink: #e4e9ef; --soft: #98a4b1; --faint: #2a323c;
  --bar: #7aa5f5; --limit: #ff8a7a; --good: #5fce90; --bad: #ff8a80; --open: #e5b95c; --code: #131920; --user: #1c2a44; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; margin: 0; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 19px; margin: 40px 0 12px; font-weight: 620; }
h3 { font-size: 14px; margin: 0 0 10px; font-weight: 620; }
p { margin: 0 0 8px; } .soft, .under { color: var(--soft); } p.under { font-size: 13px; margin: 4px 0 0; }
.none { color: var(--soft); font-style: italic; margin: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; margin: 20px 0 0; }
.tile, .card { background: var(--card); border: 1px solid var(--faint); border-radius: 10px; padding: 16px 18px; }
.tile b { display: block; font-size: 24px; font-weight: 640; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: 13px; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(430px, 1fr)); gap: 16px; align-items: stretch; }
.wide { grid-column: 1 / -1; } .card > p:last-child { margin-bottom: 0; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, th.data { text-align: left; color: var(--soft); font-weight: 500; font-size: 13px; padding: 4px 12px 6px 0; }
td { border-top: 1px solid var(--faint); padding: 7px 12px 7px 0; vertical-align: top; }
td.number, th.number { width: 1%; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.note, .note { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.quality th:nth-child(1) { width: 84px; } .quality th:nth-child(2) { width: 34%; } .quality th:nth-child(3) { width: 12%; } .quality th:nth-child(4) { width: 18%; }
.mark { font-weight: 650; white-space: nowrap; } .good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font-size: 12px; fill: var(--ink); font-family: inherit; } svg .label { text-anchor: end; }
svg .value, svg .over, svg .limit-label { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
svg .value { fill: var(--soft); } svg .over, svg text.under { text-anchor: middle; fill: var(--soft); }
svg .bar, svg .cell { fill: var(--bar); } svg .hit { fill: transparent; } svg g:hover .bar { opacity: .75; }
svg .axis { stroke: var(--faint); } svg .limit { stroke: var(--limit); stroke-dasharray: 4 3; } svg .limit-label { fill: var(--limit); text-anchor: end; }
svg .missing { fill: none; stroke: var(--limit); stroke-width: 1.5; } svg .outside { fill: var(--faint); opacity: .6; } svg .empty { fill: var(--faint); opacity: .35; }
.key { display: inline-block; width: 12px; height: 12px; border-radius: 3px; vertical-align: -1px; margin: 0 4px 0 10px; background: var(--bar); }
.key.missing { background: none; border: 1.5px solid var(--limit); } .key.outside { background: var(--faint); }
code, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 12.5px; }
details { margin-top: 8px; } summary { cursor: pointer; color: var(--soft); font-size: 13px; }
.data { unicode-bidi: isolate; overflow-wrap: anywhere; white-space: pre-wrap; }
.say { border-radius: 10px; padding: 9px 13px; margin: 10px 0 0; max-width: 78ch; }
.user { background: var(--user); margin-left: auto; width: fit-content; } .answer { border: 1px solid var(--faint); width: fit-content; }
.think { color: var(--soft); font-style: italic; margin: 10px 0 0; max-width: 84ch; padding-left: 13px; }
.call, .result { background: var(--code); border-radius: 6px; padding: 6px 10px; margin: 6px 0 0 13px; max-width: 100ch; }
.result { color: var(--soft); margin-top: 2px; } .turn { color: var(--soft); font-size: 12.5px; margin: 22px 0 0; text-align: center; }
@media (max-width: 520px) { .grid { grid-template-columns: 1fr; } main { padding: 20px 14px 40px; } }
`
