/** What stands beside the picture while nothing is in focus: environments, long ways, dead ends, what signs mean. */
export const OVERVIEW_SCRIPT = String.raw`
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
      'Tools stand from left to right by what must come before them. Click one, or press Enter on it, ' +
        'to see the shortest way to it; click a line for its evidence.',
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
