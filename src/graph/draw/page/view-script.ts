/** Size, scrolling, keys and pointer; and the start of it all. */
export const VIEW_SCRIPT = String.raw`
const picture = $('graph')
const [left, top0, fullWidth, fullHeight] = picture.getAttribute('viewBox').split(' ').map(Number)
let scale = 1

function resize(next) {
  scale = Math.min(2.5, Math.max(0.3, next))
  picture.setAttribute('width', String(Math.round(fullWidth * scale)))
  picture.setAttribute('height', String(Math.round(fullHeight * scale)))
}

function fit() {
  const room = $('stage').clientWidth - 20
  resize(Math.min(1.5, Math.max(0.72, room / fullWidth)))
}

function show(index) {
  const stage = $('stage')
  const [x, y, width, height] = tools[index].box
  const [px, py] = [(x + width / 2 - left) * scale, (y + height / 2 - top0) * scale]
  const inside =
    px > stage.scrollLeft + 60 &&
    px < stage.scrollLeft + stage.clientWidth - 60 &&
    py > stage.scrollTop + 40 &&
    py < stage.scrollTop + stage.clientHeight - 40
  if (inside && shownOnce) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  stage.scrollTo({
    left: px - stage.clientWidth / 2,
    top: py - stage.clientHeight / 2,
    behavior: calm || !shownOnce ? 'auto' : 'smooth',
  })
}

let shownOnce = false
let address

/** Shows what the address says, once: the browser tells of its changes later than they are made. */
function update() {
  if (location.hash === address) return
  address = location.hash
  readAddress()
  paint()
  paintPanel()
  reachable(state.tool >= 0 ? state.tool : current)
  if (state.tool >= 0) show(state.tool)
  else if (state.edge >= 0) show(edges[state.edge].to)
  shownOnce = true
}

/** One stop of the Tab key for all tools; arrow keys go on from there. */
let current = 0

function reachable(index) {
  current = index
  nodeElements.forEach((element, position) => element.setAttribute('tabindex', position === index ? '0' : '-1'))
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** The nearest tool in a direction; what lies aside counts as three times as far. */
function neighbour(index, [dx, dy]) {
  const centre = ([x, y, width, height]) => [x + width / 2, y + height / 2]
  const [x, y] = centre(tools[index].box)
  let best = -1
  let least = Infinity
  tools.forEach((tool, position) => {
    const [tx, ty] = centre(tool.box)
    const along = (tx - x) * dx + (ty - y) * dy
    const aside = Math.abs((tx - x) * dy) + Math.abs((ty - y) * dx)
    const distance = along + 3 * aside
    if (along < 8 || isHidden(position) || distance >= least) return
    least = distance
    best = position
  })
  return best
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === $('search')) return
  const node = event.target.closest('.node')
  if (event.key === '/') $('search').focus()
  else if (event.key === 'Escape') go(state.edge >= 0 ? state.tool : -1, -1)
  else if (event.key === '+' || event.key === '=') resize(scale * 1.15)
  else if (event.key === '-') resize(scale / 1.15)
  else if (event.key === '0') fit()
  else if (node && DIRECTIONS[event.key]) {
    const next = neighbour(Number(node.dataset.tool), DIRECTIONS[event.key])
    if (next < 0) return
    reachable(next)
    nodeElements[next].focus({ preventScroll: true })
    show(next)
  } else return
  event.preventDefault()
}

function startPointer() {
  const stage = $('stage')
  let grab
  $('edges').addEventListener('click', (event) => {
    const edge = event.target.closest('.edge')
    if (edge) go(state.tool, Number(edge.dataset.edge))
  })
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType !== 'mouse' || event.target.closest('.node, .edge')) return
    grab = { x: event.clientX + stage.scrollLeft, y: event.clientY + stage.scrollTop }
  })
  addEventListener('pointermove', (event) => {
    if (!grab) return
    stage.classList.add('dragging')
    stage.scrollTo(grab.x - event.clientX, grab.y - event.clientY)
  })
  addEventListener('pointerup', () => {
    grab = undefined
    stage.classList.remove('dragging')
  })
}

function startButtons() {
  $('in').addEventListener('click', () => resize(scale * 1.15))
  $('out').addEventListener('click', () => resize(scale / 1.15))
  $('fit').addEventListener('click', fit)
  $('scheme').addEventListener('click', () => {
    const root = document.documentElement
    const dark = root.dataset.scheme
      ? root.dataset.scheme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.scheme = dark ? 'light' : 'dark'
  })
}

function start() {
  $('counts').textContent = [
    count(tools.length, 'tool', 'tools'),
    count(environments.length, 'environment', 'environments'),
    count(relations.length, 'relation', 'relations'),
  ].join(' \u00b7 ')
  startSwitches()
  startSearch()
  startPointer()
  startButtons()
  fit()
  addEventListener('resize', fit)
  addEventListener('hashchange', update)
  document.addEventListener('keydown', onKey)
  update()
}
`
