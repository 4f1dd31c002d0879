/** The look of the graph itself. Lines rest unseen unless marked; the script sets `on`, `plan`, `picked` and `dim`. */
export const PICTURE_STYLE = `
svg{display:block;margin:0 auto;font-family:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",
  "Liberation Sans",Arial,sans-serif}
.card rect{fill:var(--card);stroke:var(--faint)}
.card .name{fill:var(--c);font-size:15px;font-weight:600}
.card .count{fill:var(--soft);font-size:12px;text-anchor:end}
.card .caption{fill:var(--soft);font-size:11px;letter-spacing:.03em}
.card.gone{opacity:.25}
.node{cursor:pointer;text-decoration:none;outline:none}
.node rect{fill:var(--node);stroke:color-mix(in srgb,var(--c) 38%,var(--faint));transition:fill .15s}
.node text{fill:var(--ink);font:12px ui-monospace,"SF Mono",SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",
  "Liberation Mono",monospace}
.node:hover rect{fill:color-mix(in srgb,var(--c) 12%,var(--node));stroke:var(--c)}
.node:focus-visible rect{stroke:var(--ink);stroke-width:2}
.node .open{fill:none;stroke:var(--c);stroke-width:1.4}
.node .full{fill:var(--c)}
.node .dots{fill:none;stroke:var(--c);stroke-width:1.4;stroke-dasharray:1.5 1.8}
.node.dead rect{stroke-dasharray:4 3}
.node.dead text{fill:var(--soft)}
.node.dim{opacity:.28}
.node.gone{opacity:.12;pointer-events:none}
.node.near rect,.node.planned rect{stroke:var(--c)}
.node.planned rect{fill:color-mix(in srgb,var(--c) 14%,var(--node))}
.node.focus rect{fill:var(--c);stroke:var(--c)}
.node.focus text{fill:var(--card);font-weight:600}
.node.focus .open,.node.focus .dots{stroke:var(--card)}
.node.focus .full{fill:var(--card)}
.edge{display:none}
.edge.on{display:inline}
.edge .hit,.edge .line{fill:none}
.edge path{pointer-events:none}
.edge .line{stroke:var(--c);stroke-opacity:.34;stroke-width:1.2}
.edge .head{fill:var(--c);fill-opacity:.5}
.edge .hit{stroke:transparent;stroke-width:11;pointer-events:stroke;cursor:pointer}
.edge.enables .line{stroke-width:1.7}
.edge.compatible .line,.edge.disables .line{stroke-dasharray:4 3}
.edge.affects .line{stroke-dasharray:1.5 3}
.edge:hover .line{stroke-opacity:1}
.edge:hover .head{fill-opacity:1}
.edge.near .head,.edge.plan .head,.edge.picked .head{fill:var(--k);fill-opacity:1}
.edge.near .line{stroke:var(--k);stroke-opacity:.6}
.edge.plan .line{stroke:var(--k);stroke-opacity:1;stroke-width:2.2}
.edge.picked .line{stroke:var(--ink);stroke-opacity:1;stroke-width:2.4}
.edge.picked .head{fill:var(--ink)}
.badge circle{fill:var(--badge)}
.badge text{fill:var(--badge-ink);font-size:10.5px;font-weight:600;text-anchor:middle}
`
