/** The look of the details beside the graph. */
export const PANEL_STYLE = `
#panel h2{font-size:18px;line-height:1.3;font-weight:600;margin:2px 0 6px;overflow-wrap:anywhere}
#panel h2:focus{outline:none}
#panel h2.tool{font-size:17px}
#panel h3{font-size:12px;font-weight:600;color:var(--soft);margin:24px 0 8px;display:flex;gap:8px;
  align-items:baseline}
#panel h3 span{font-weight:400}
#panel p{margin:0 0 10px}
#panel .soft{color:var(--soft)}
#panel .where{display:flex;align-items:center;gap:7px;color:var(--soft);font-size:12.5px}
#panel .where button{margin-left:auto}
#panel .where button:only-child{margin-left:0}
.plain{border:0;background:none;padding:0;cursor:pointer;text-align:left;overflow-wrap:anywhere}
.plain:hover{text-decoration:underline;text-underline-offset:3px}
.close{color:var(--soft)}
.tags{display:flex;flex-wrap:wrap;gap:6px;margin:10px 0 0}
.tags span{border:1px solid var(--faint);border-radius:999px;padding:0 9px;font-size:12px;color:var(--soft)}
.warning{border-left:3px solid var(--bad);padding:4px 0 4px 10px;margin:12px 0}
ol.steps{list-style:none;margin:0;padding:0}
ol.steps li{display:grid;grid-template-columns:22px minmax(0,1fr);gap:0 9px;padding:3px 0}
ol.steps .number{width:20px;height:20px;border-radius:50%;background:var(--badge);color:var(--badge-ink);
  font-size:11px;font-weight:600;line-height:20px;text-align:center}
ol.steps small{grid-column:2;color:var(--soft);font-size:12px}
.tree,.tree ul{list-style:none;margin:0;padding:0}
.tree ul{padding-left:15px;border-left:1px solid var(--faint);margin-left:4px}
.tree li{padding:2px 0}
.tree .need{display:flex;align-items:center;gap:8px;flex-wrap:wrap}
.tree .need small{color:var(--soft);font-size:12px}
.tree .chosen>.plain{font-weight:600}
.tree .chosen>.plain::before{content:"\\2713\\00a0";color:var(--good)}
.tree .plain-list{padding:0;border:0;margin:0}
.tree details summary{color:var(--soft);font-size:12.5px;cursor:pointer}
.list{list-style:none;margin:0;padding:0}
.list li{padding:1px 0}
.relation{display:flex;flex-wrap:wrap;align-items:center;gap:0 9px;width:calc(100% + 12px);padding:3px 6px;
  margin:0 -6px;border-radius:6px}
.relation:hover{background:var(--hover);text-decoration:none}
.relation .tool{max-width:calc(100% - 34px);overflow-wrap:anywhere}
.relation small{color:var(--soft);margin-left:auto;overflow-wrap:anywhere;text-align:right}
details.more{margin-top:6px}
details.more>summary{color:var(--soft);font-size:12.5px;cursor:pointer;padding:2px 0}
dl{display:grid;grid-template-columns:minmax(76px,max-content) minmax(0,1fr);gap:2px 14px;margin:0 0 8px;
  font-size:13px}
dt{color:var(--soft);max-width:150px;overflow-wrap:anywhere}
dd{margin:0;overflow-wrap:anywhere}
.parameter{padding:4px 0 2px}
.parameter dl{font-size:12.5px;margin:2px 0 4px 12px}
.evidence{border-top:1px solid var(--faint);padding:12px 0 4px;margin-top:12px}
.evidence .head{display:flex;align-items:center;gap:9px;margin-bottom:8px;font-weight:600;overflow-wrap:anywhere}
.run{margin:10px 0 0}
.run h4{font-size:12px;font-weight:600;color:var(--soft);margin:0 0 4px}
.run ol{list-style:none;margin:0;padding:0;counter-reset:call}
.run li{counter-increment:call;position:relative;background:var(--page);border-radius:6px;padding:5px 9px 5px 30px;
  margin-bottom:3px;overflow-wrap:anywhere}
.run li::before{content:counter(call);position:absolute;left:10px;color:var(--soft);font-size:12px}
.run code{font-size:12px;line-height:1.5}
.outcome{display:block;font-size:12px}
.outcome.answered,.outcome.otherwise{color:var(--good)}
.outcome.refused{color:var(--bad)}
table{border-collapse:collapse;width:100%;font-size:13px}
th{font-weight:400;color:var(--soft);text-align:right;padding:2px 0 4px 10px}
th:first-child,td:first-child{text-align:left;padding-left:0}
td{text-align:right;padding:3px 0 3px 10px;border-top:1px solid var(--faint);font-variant-numeric:tabular-nums}
td .dot{margin-right:8px}
.legend{display:grid;grid-template-columns:24px 1fr;gap:5px 10px;align-items:center;font-size:13px}
.legend svg{--c:var(--soft)}
.legend .open{fill:none;stroke:var(--c);stroke-width:1.4}
.legend .full{fill:var(--c)}
.legend .dots{fill:none;stroke:var(--c);stroke-width:1.4;stroke-dasharray:1.5 1.8}
`
