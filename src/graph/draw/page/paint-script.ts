/** Marks tools and lines by what is in focus; the style does the rest. */
export const PAINT_SCRIPT = String.raw`
const nodeElements = [...document.querySelectorAll('.node')]
const edgeElements = [...document.querySelectorAll('.edge')]
const cardElements = [...document.querySelectorAll('.card')]

/** Lines of the plan towards a tool: each use of an earlier step. */
function planEdges(tool) {
  const found = new Set()
  const steps = tool < 0 ? [] : tools[tool].plan
  for (const step of steps) {
    for (const use of step.uses) {
      for (const earlier of use.steps) {
        const edge = byPair.get(steps[earlier].tool + ' ' + step.tool)
        if (edge !== undefined) found.add(edge)
      }
    }
  }
  return found
}

function paint() {
  const focus = state.tool
  const picked = state.edge
  const ways = planEdges(focus)
  const planned = new Set(focus < 0 ? [] : tools[focus].plan.map((step) => step.tool))
  const near = new Set()
  edges.forEach((edge, index) => {
    const seen = visibleRelations(edge)
    const out = isHidden(edge.from) || isHidden(edge.to)
    const touches = focus >= 0 && (edge.from === focus || edge.to === focus)
    const kind = KINDS.find((each) => seen.some((relation) => relations[relation].kind === each)) || edgeKind(edge)
    const idle =
      focus < 0 && picked < 0 && seen.length > 0 && (edge.rests || (kind !== 'enables' && kind !== 'provides'))
    const on = index === picked || ways.has(index) || (!out && ((touches && seen.length > 0) || idle))
    if (touches && on) near.add(edge.from).add(edge.to)
    if (index === picked) near.add(edge.from).add(edge.to)
    const marks = [on && 'on', on && touches && 'near', ways.has(index) && 'plan', index === picked && 'picked']
    edgeElements[index].setAttribute('class', ['edge', kind, colourOf(edge.from), ...marks.filter(Boolean)].join(' '))
  })
  const focused = focus >= 0 || picked >= 0
  nodeElements.forEach((element, index) => {
    const marks = {
      focus: index === focus,
      planned: index !== focus && planned.has(index),
      near: near.has(index),
      gone: isHidden(index) && !planned.has(index) && !near.has(index),
      dim: focused && index !== focus && !planned.has(index) && !near.has(index),
    }
    for (const [name, value] of Object.entries(marks)) element.classList.toggle(name, value)
  })
  cardElements.forEach((element, index) => element.classList.toggle('gone', state.hidden.has(index)))
  raise(ways)
  paintBadges()
}

const edgeKind = (edge) => KINDS.find((kind) => edge.relations.some((index) => relations[index].kind === kind))

/** What matters most is drawn last. */
function raise(ways) {
  const last = [...ways, ...(state.edge < 0 ? [] : [state.edge])]
  $('edges').append(
    ...edgeElements.filter((_, index) => !last.includes(index)),
    ...last.map((index) => edgeElements[index]),
  )
}

/** The plan's order, as numbers on the tools. */
function paintBadges() {
  const plan = state.tool < 0 ? [] : tools[state.tool].plan
  const badges =
    plan.length < 2
      ? []
      : plan.map((step, index) => {
          const [x, y] = tools[step.tool].box
          return s(
            'g',
            { class: 'badge' },
            s('circle', { cx: x, cy: y, r: 9 }),
            s('text', { x, y: y + 3.7 }, String(index + 1)),
          )
        })
  $('badges').replaceChildren(...badges)
}
`
