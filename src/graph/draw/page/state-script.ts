/** What is in focus and what is shown; the focus lives in the address, so that it can be kept and sent. */
export const STATE_SCRIPT = String.raw`
const data = JSON.parse(document.getElementById('data').textContent)
const { tools, edges, relations, environments } = data
const KINDS = ['enables', 'provides', 'disables', 'affects', 'compatible']
const WORDS = {
  enables: 'enables',
  provides: 'provides',
  disables: 'disables',
  affects: 'affects',
  compatible: 'compatible',
}
const MEANING = {
  enables: 'must be called before the other can succeed',
  provides: 'returns a value that the other needs',
  disables: 'takes away what the other needs',
  affects: 'changes what the other answers',
  compatible: 'returns a value that fits, though nothing depends on it',
}
const state = { tool: -1, edge: -1, shown: new Set(), hidden: new Set() }
const byName = new Map(tools.map((tool, index) => [tool.address, index]))
const byPair = new Map(edges.map((edge, index) => [edge.from + ' ' + edge.to, index]))
const $ = (id) => document.getElementById(id)

function h(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === 'onclick') element.addEventListener('click', value)
    else if (value !== undefined && value !== false) element.setAttribute(key, value)
  }
  element.append(...children.flat(9).filter((child) => child !== undefined && child !== false))
  return element
}

function s(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value)
  element.append(...children)
  return element
}

function addressOf(tool, edge) {
  const parts = []
  if (tool >= 0) parts.push('tool=' + encodeURIComponent(tools[tool].address))
  if (edge >= 0)
    parts.push(
      'from=' + encodeURIComponent(tools[edges[edge].from].address),
      'to=' + encodeURIComponent(tools[edges[edge].to].address),
    )
  return '#' + parts.join('&')
}

const find = (address) => (byName.has(address) ? byName.get(address) : -1)

function readAddress() {
  const parts = {}
  for (const part of location.hash.slice(1).split('&')) {
    const [key, value] = part.split('=')
    try {
      if (value !== undefined) parts[key] = decodeURIComponent(value)
    } catch {
      // An address typed by hand may be broken: then nothing is in focus.
    }
  }
  state.tool = find(parts.tool)
  const edge = byPair.get(find(parts.from) + ' ' + find(parts.to))
  state.edge = edge === undefined ? -1 : edge
}

function go(tool, edge) {
  const address = addressOf(tool, edge)
  if (location.hash === address || (address === '#' && location.hash === '')) return
  location.hash = address
  update()
}

const visibleRelations = (edge) => edge.relations.filter((index) => state.shown.has(relations[index].kind))
const isHidden = (tool) => state.hidden.has(tools[tool].environment)
const colourOf = (tool) => 'c' + environments[tools[tool].environment].colour
const count = (number, one, many) =>
  String(number).replace(/(\d)(?=(\d{3})+$)/g, '$1,') + ' ' + (number === 1 ? one : many)
`
