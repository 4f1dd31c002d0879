/** How to reach a tool: the ordered calls, and the and/or tree they are chosen from. */
export const PLAN_SCRIPT = String.raw`
function planSection(index) {
  const { plan, needs } = tools[index]
  if (plan.length === 0)
    return [
      h('h3', {}, 'What it needs'),
      tools[index].deadEnd === undefined && h('p', {}, unreachableText(index)),
      needs.length > 0 && needsTree(index, new Set([index]), new Map()),
    ]
  if (needs.length === 0)
    return [h('h3', {}, 'Shortest way'), h('p', {}, 'Can be called at once: nothing has to come before.')]
  return [
    h('h3', {}, 'Shortest way', h('span', {}, count(plan.length, 'call', 'calls'))),
    h(
      'ol',
      { class: 'steps' },
      plan.map((step, position) =>
        h('li', {}, h('span', { class: 'number' }, String(position + 1)), toolButton(step.tool), useText(step)),
      ),
    ),
    h('h3', {}, 'What it needs', h('span', {}, needs.length > 1 ? 'all of these' : '')),
    needsTree(index, new Set([index]), chosenBy(plan)),
  ]
}

function unreachableText(index) {
  const lacking = tools[index].needs.filter(
    (need) => !need.alternatives.some((all) => all.every((tool) => tools[tool].depth >= 0)),
  )
  return (
    'No tool known here brings about ' +
    (lacking.map((need) => need.label).join(', ') || 'what it needs') +
    ': it depends on the start.'
  )
}

/** What a step takes from earlier ones, said once for each of them. */
function useText(step) {
  const taken = new Map()
  for (const use of step.uses) {
    if (use.steps.length === 0) continue
    const key = use.steps.map((number) => number + 1).join(' and ')
    const need = tools[step.tool].needs[use.need]
    taken.set(key, [...(taken.get(key) || []), ...(need.kind === 'provides' ? [need.label] : [])])
  }
  const texts = [...taken].map(([numbers, labels]) =>
    labels.length > 0 ? labels.join(', ') + ' from ' + numbers : 'after ' + numbers,
  )
  return texts.length === 0 ? '' : h('small', {}, texts.join(' \u00b7 '))
}

/** The tools that the plan takes for each need: 'tool need' -> tools. */
function chosenBy(plan) {
  return new Map(
    plan.flatMap((step) =>
      step.uses.map((use) => [step.tool + ' ' + use.need, use.steps.map((number) => plan[number].tool).join(' ')]),
    ),
  )
}

/** Needs that the same tools meet stand together; a tool's own needs are told where it first appears. */
function needsTree(index, told, chosen) {
  const groups = new Map()
  tools[index].needs.forEach((need, position) => {
    const key = JSON.stringify([need.alternatives, chosen.get(index + ' ' + position)])
    groups.set(key, [...(groups.get(key) || []), { ...need, taken: chosen.get(index + ' ' + position) }])
  })
  return h(
    'ul',
    { class: 'tree' },
    [...groups.values()].map((needs) => {
      const [{ alternatives, taken }] = needs
      const kinds = KINDS.filter((kind) => needs.some((need) => need.kind === kind))
      const items = [...alternatives]
        .sort((a, b) => (b.join(' ') === taken) - (a.join(' ') === taken))
        .map((all) => alternative(all, all.join(' ') === taken, told, chosen))
      const shown = items.length === 4 ? 4 : 3
      return h(
        'li',
        {},
        h(
          'div',
          { class: 'need' },
          kinds.map((kind) => h('span', { class: 'stroke ' + kind })),
          h('span', { class: 'tool' }, needs.map((need) => need.label).join(', ')),
          h('small', {}, items.length > 1 ? 'any of ' + items.length : items.length === 0 ? 'from the start only' : ''),
        ),
        h(
          'ul',
          {},
          items.slice(0, shown),
          items.length > shown &&
            h(
              'li',
              {},
              h(
                'details',
                {},
                h('summary', {}, items.length - shown + ' more'),
                h('ul', { class: 'plain-list' }, items.slice(shown)),
              ),
            ),
        ),
      )
    }),
  )
}

function alternative(all, taken, told, chosen) {
  const names = all.flatMap((tool, position) => [position > 0 ? ' and ' : '', toolButton(tool)])
  const below = taken ? all.filter((tool) => tools[tool].needs.length > 0 && !told.has(tool)) : []
  return h(
    'li',
    { class: taken ? 'chosen' : '' },
    names,
    below.map((tool) => needsTree(tool, told.add(tool), chosen)),
  )
}
`
