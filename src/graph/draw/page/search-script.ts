/** Finding tools by name or description, and the switches for relations and environments. */
export const SEARCH_SCRIPT = String.raw`
const MOST_RESULTS = 12
let results = []
let active = 0

function score(tool, words) {
  const name = tool.name.toLowerCase()
  const text = (
    tool.name.replace(/[_-]/g, ' ') +
    ' ' +
    environments[tool.environment].name +
    ' ' +
    tool.description
  ).toLowerCase()
  if (!words.every((word) => name.includes(word) || text.includes(word))) return 0
  const [first] = words
  return name.startsWith(first) ? 3 : name.includes(first) ? 2 : 1
}

function search() {
  const words = $('search').value.toLowerCase().split(/\s+/).filter(Boolean)
  results =
    words.length === 0
      ? []
      : tools
          .map((tool, index) => ({ index, rank: score(tool, words) }))
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => b.rank - a.rank || a.index - b.index)
          .slice(0, MOST_RESULTS)
          .map(({ index }) => index)
  active = 0
  const open = words.length > 0
  $('results').hidden = !open
  $('search').setAttribute('aria-expanded', String(open))
  $('results').replaceChildren(
    ...(open && results.length === 0
      ? [h('li', { class: 'none' }, 'No tool has these words.')]
      : results.map((index, position) =>
          h(
            'li',
            { id: 'result' + position, role: 'option', onclick: () => choose(position) },
            h('span', { class: 'dot ' + colourOf(index) }),
            h('span', { class: 'tool' }, tools[index].name),
            h('small', {}, environments[tools[index].environment].name),
          ),
        )),
  )
  mark()
}

function mark() {
  ;[...$('results').children].forEach((element, position) =>
    element.setAttribute('aria-selected', String(position === active && results.length > 0)),
  )
  if (results.length > 0) {
    $('search').setAttribute('aria-activedescendant', 'result' + active)
    $('result' + active).scrollIntoView({ block: 'nearest' })
  } else $('search').removeAttribute('aria-activedescendant')
}

function choose(position) {
  if (results[position] === undefined) return
  const index = results[position]
  closeSearch()
  go(index, -1)
  nodeElements[index].focus({ preventScroll: true })
}

function closeSearch() {
  $('search').value = ''
  search()
}

function startSearch() {
  const box = $('search')
  box.addEventListener('input', search)
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (results.length > 0) active = (active + (event.key === 'ArrowDown' ? 1 : results.length - 1)) % results.length
      mark()
    } else if (event.key === 'Enter') choose(active)
    else if (event.key === 'Escape' && box.value !== '') {
      closeSearch()
      event.stopPropagation()
    } else return
    event.preventDefault()
  })
  document.addEventListener('pointerdown', (event) => {
    if (!event.target.closest('.search')) $('results').hidden = true
  })
}

function startSwitches() {
  const strong = relations.some(({ kind }) => kind === 'enables' || kind === 'provides')
  for (const kind of KINDS) {
    const number = relations.filter((relation) => relation.kind === kind).length
    if (number === 0) continue
    if (!strong || kind === 'enables' || kind === 'provides') state.shown.add(kind)
    $('kinds').append(
      chip(
        [h('span', { class: 'stroke ' + kind }), WORDS[kind], h('small', {}, String(number))],
        MEANING[kind],
        state.shown.has(kind),
        (on) => (on ? state.shown.add(kind) : state.shown.delete(kind)),
      ),
    )
  }
  if (environments.length < 2) return
  environments.forEach(({ name, colour }, index) => {
    $('environments').append(
      chip([h('span', { class: 'dot c' + colour }), name], 'Show ' + name, true, (on) =>
        on ? state.hidden.delete(index) : state.hidden.add(index),
      ),
    )
  })
}

function chip(content, title, pressed, toggle) {
  const button = h('button', { class: 'chip', type: 'button', title, 'aria-pressed': String(pressed) }, content)
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true'
    button.setAttribute('aria-pressed', String(on))
    toggle(on)
    paint()
  })
  return button
}
`
