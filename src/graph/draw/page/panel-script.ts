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

function overview() {
  const deepest = tools
    .map((_, index) => index)
    .filter((index) => tools[index].plan.length > 2)
    .sort((a, b) => tools[b].plan.length - tools[a].plan.length || tools[b].depth - tools[a].depth || a - b)
    .slice(0, 8)
  const dead = tools
    .map((_, index) => index)
    .filter((index) => tools[index].deadEnd !== undefined || tools[index].depth < 0)
  return [
    h('h2', {}, 'The whole graph'),
    h('p', { class: 'soft' }, data.origin),
    h(
      'p',
      {},
      'Tools stand from left to right by what must come before them. Click one, or press Enter on it, to see the shortest way to it; click a line for its evidence.',
    ),
    h('h3', {}, 'Environments'),
    environmentTable(),
    deepest.length > 0 && [
      h('h3', {}, 'Longest ways'),
      h(
        'ul',
        { class: 'list' },
        deepest.map((index) =>
          h(
            'li',
            {},
            h(
              'button',
              { class: 'plain relation', type: 'button', onclick: () => go(index, -1) },
              h('span', { class: 'dot ' + colourOf(index) }),
              h('span', { class: 'tool' }, tools[index].name),
              h('small', {}, tools[index].plan.length + ' calls'),
            ),
          ),
        ),
      ),
    ],
    dead.length > 0 && [
      h('h3', {}, 'Out of reach', h('span', {}, String(dead.length))),
      h(
        'ul',
        { class: 'list' },
        dead.map((index) =>
          h('li', {}, toolButton(index), h('div', { class: 'soft' }, tools[index].deadEnd || unreachableText(index))),
        ),
      ),
    ],
    h('h3', {}, 'Signs'),
    legend(),
    data.facts.length > 0 && [h('h3', {}, 'How it was made'), facts(data.facts)],
  ]
}

function environmentTable() {
  const rows = environments.map(({ name, colour }, index) => {
    const own = tools.filter((tool) => tool.environment === index)
    const inner = relations.filter(
      ({ from, to, kind }) =>
        (kind === 'enables' || kind === 'provides') &&
        from >= 0 &&
        to >= 0 &&
        tools[from].environment === index &&
        tools[to].environment === index,
    )
    const depth = Math.max(0, ...own.map((tool) => tool.depth))
    return h(
      'tr',
      {},
      h('td', {}, h('span', { class: 'dot c' + colour }), name),
      h('td', {}, String(own.length)),
      h('td', {}, String(inner.length)),
      h('td', {}, String(depth)),
    )
  })
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ['', 'tools', 'dependencies', 'depth'].map((title) => h('th', { scope: 'col' }, title)),
      ),
    ),
    h('tbody', {}, rows),
  )
}

function legend() {
  const used = KINDS.filter((kind) => relations.some((relation) => relation.kind === kind))
  const glyphs = Object.keys(EFFECTS).filter((effect) => tools.some((tool) => tool.effect === effect))
  return h(
    'div',
    { class: 'legend' },
    used.flatMap((kind) => [h('span', { class: 'stroke ' + kind }), h('span', {}, WORDS[kind] + ': ' + MEANING[kind])]),
    glyphs.flatMap((effect) => [glyph(effect), h('span', {}, EFFECTS[effect])]),
  )
}

/** Copied from the first tool in the picture that has the effect. */
function glyph(effect) {
  const index = tools.findIndex((tool) => tool.effect === effect)
  const [x, y] = tools[index].box
  const picture = s('svg', { viewBox: x + 4 + ' ' + (y + 4) + ' 18 18', width: 18, height: 18, 'aria-hidden': 'true' })
  picture.append(...[...nodeElements[index].querySelectorAll('.glyph')].map((each) => each.cloneNode()))
  return picture
}
`
