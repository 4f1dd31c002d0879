/** What stands beside the picture: the whole graph, a tool, or a line. */
export const PANEL_SCRIPT = String.raw`
function paintPanel() {
  const panel = $('panel')
  const content = state.edge >= 0 ? edgePanel(state.edge) : state.tool >= 0 ? toolPanel(state.tool) : overview()
  const inside = panel.contains(document.activeElement)
  panel.replaceChildren(...content.flat(9).filter((each) => each !== undefined && each !== false))
  panel.scrollTop = 0
  const heading = panel.querySelector('h2')
  heading.setAttribute('tabindex', '-1')
  if (inside) heading.focus()
  $('status').textContent =
    state.edge >= 0
      ? heading.textContent
      : state.tool >= 0
        ? tools[state.tool].name + ', ' + count(tools[state.tool].plan.length, 'call', 'calls') + ' at least'
        : 'The whole graph'
}

function toolPanel(index) {
  const tool = tools[index]
  const depth =
    tool.deadEnd !== undefined
      ? 'never succeeded'
      : tool.depth < 0
        ? 'out of reach'
        : tool.depth === 0
          ? 'callable at once'
          : 'depth ' + tool.depth
  return [
    h(
      'div',
      { class: 'where' },
      h('span', { class: 'dot ' + colourOf(index) }),
      environments[tool.environment].name,
      h('button', { class: 'plain close', type: 'button', onclick: () => go(-1, -1) }, 'Whole graph (Esc)'),
    ),
    h('h2', { class: 'tool' }, tool.name),
    h('p', {}, tool.description),
    h('div', { class: 'tags' }, h('span', {}, EFFECTS[tool.effect]), h('span', {}, depth)),
    tool.deadEnd !== undefined && h('p', { class: 'warning' }, 'Never succeeded: ' + tool.deadEnd),
    (tool.deadEnd === undefined || tool.needs.length > 0) && planSection(index),
    relationList(
      'From other tools',
      index,
      (edge) => edge.to === index && edge.from !== index,
      (edge) => edge.from,
    ),
    relationList(
      'To other tools',
      index,
      (edge) => edge.from === index && edge.to !== index,
      (edge) => edge.to,
    ),
    relationList(
      'To itself',
      index,
      (edge) => edge.from === index && edge.to === index,
      (edge) => edge.to,
    ),
    tool.parameters.length > 0 && [
      h('h3', {}, 'Parameters'),
      tool.parameters.map((parameter) =>
        h(
          'div',
          { class: 'parameter' },
          h('span', { class: 'tool' }, parameter.name),
          h('span', { class: 'soft' }, parameter.required ? '' : ' optional'),
          facts(parameter.facts),
        ),
      ),
    ],
    tool.facts.length > 0 && [h('h3', {}, 'Notes'), facts(tool.facts)],
  ]
}

const EFFECTS = {
  read: 'reads',
  write: 'writes',
  session: 'changes the session',
  draws: 'draws new values',
  unknown: 'effect unknown',
}

const MOST_ROWS = 8

/** Dependencies first and in full; what merely fits or follows is folded away. */
function relationList(heading, index, belongs, other) {
  const rows = edges.flatMap((edge, position) =>
    belongs(edge) ? edge.relations.map((relation) => ({ position, tool: other(edge), ...relations[relation] })) : [],
  )
  if (rows.length === 0) return undefined
  const groups = KINDS.map((kind) => rows.filter((row) => row.kind === kind)).filter((group) => group.length > 0)
  return [
    h('h3', {}, heading, h('span', {}, String(rows.length))),
    groups.map((group) => {
      const kind = group[0].kind
      const items = group.map((row) => h('li', {}, relationRow(row, index)))
      const open =
        kind === 'enables' || kind === 'provides' ? (items.length === MOST_ROWS + 1 ? MOST_ROWS + 1 : MOST_ROWS) : 0
      return [
        open > 0 && h('ul', { class: 'list' }, items.slice(0, open)),
        items.length > open &&
          h(
            'details',
            { class: 'more' },
            h('summary', {}, items.length - open + (open > 0 ? ' more ' : ' ') + WORDS[kind]),
            h('ul', { class: 'list' }, items.slice(open)),
          ),
      ]
    }),
  ]
}

function relationRow(row, index) {
  const detail =
    row.path === undefined
      ? row.label
      : row.path.endsWith('/' + row.label)
        ? row.path
        : row.path + ' \u2192 ' + row.label
  return h(
    'button',
    {
      class: 'plain relation',
      type: 'button',
      title: WORDS[row.kind] + ': ' + detail,
      onclick: () => go(index, row.position),
    },
    h('span', { class: 'stroke ' + row.kind }),
    h('span', { class: 'tool' }, tools[row.tool].name),
    h('small', {}, detail),
  )
}
`
