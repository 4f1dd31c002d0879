/** One line of the picture in detail: its relations, their evidence, and the calls of their witnesses. */
export const EVIDENCE_SCRIPT = String.raw`
function facts(list) {
  return list.length === 0
    ? undefined
    : h(
        'dl',
        {},
        list.map(({ label, value }) => [h('dt', {}, label), h('dd', {}, value)]),
      )
}

function toolButton(index, className) {
  return h(
    'button',
    { class: 'plain tool ' + (className || ''), type: 'button', onclick: () => go(index, -1) },
    tools[index].name,
  )
}

function edgePanel(index) {
  const edge = edges[index]
  const order = [...edge.relations].sort((a, b) => KINDS.indexOf(relations[a].kind) - KINDS.indexOf(relations[b].kind))
  const back = state.tool >= 0 ? 'Back to ' + tools[state.tool].name : 'Back to the whole graph'
  return [
    h(
      'div',
      { class: 'where' },
      h('button', { class: 'plain close', type: 'button', onclick: () => go(state.tool, -1) }, '\u2190 ' + back),
    ),
    h('h2', { class: 'tool' }, toolButton(edge.from), ' \u2192 ', toolButton(edge.to)),
    h('p', { class: 'soft' }, count(edge.relations.length, 'relation', 'relations') + ' between these two tools.'),
    ...order.map((relation) => evidence(relations[relation])),
  ]
}

function evidence(relation) {
  const runs = relation.witness ? relation.witness.runs : []
  return h(
    'section',
    { class: 'evidence' },
    h(
      'div',
      { class: 'head' },
      h('span', { class: 'stroke ' + relation.kind }),
      h('span', {}, WORDS[relation.kind] + ' ', h('span', { class: 'tool' }, relation.label)),
    ),
    h('p', { class: 'soft' }, sentence(relation)),
    facts(relation.evidence),
    relation.witness
      ? [h('h3', {}, 'Witness'), facts(relation.witness.facts), runs.map(runOf)]
      : h('p', { class: 'soft' }, 'No witness is stored with this relation.'),
  )
}

function sentence({ kind, from, to, label, path }) {
  const [a, b] = [tools[from].name, tools[to].name]
  const where = path === undefined ? '' : path === '' ? 'its whole result' : path + ' of its result'
  switch (kind) {
    case 'enables':
      return a + ' must be called before ' + b + ' can succeed, unless the start already provides it.'
    case 'provides':
      return a + ' returns what ' + b + ' needs: ' + where + ' goes into ' + label + '.'
    case 'disables':
      return 'After ' + a + ', ' + b + ' can be refused.'
    case 'affects':
      return 'After ' + a + ', ' + b + ' answers differently.'
    default:
      return where + ' of ' + a + ' fits ' + label + ' of ' + b + ', which accepts other values as well.'
  }
}

function runOf({ heading, calls }) {
  return h(
    'div',
    { class: 'run' },
    h('h4', {}, heading),
    h(
      'ol',
      {},
      calls.map((call) => {
        const outcome = call.outcome && h('span', { class: 'outcome ' + call.outcome.split(' ').pop() }, call.outcome)
        return h('li', {}, h('code', {}, call.tool + ' ' + call.arguments), outcome)
      }),
    ),
  )
}
`
