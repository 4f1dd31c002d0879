/** Another way to put what a tool does. */
export type Wording = 'own' | 'synonyms' | 'labelled'

/** Words at the beginning of a description, with others for the same. Longer ones come first. */
const BEGINNINGS: readonly (readonly [from: string, to: string])[] = [
  ['Tell whether', 'Report whether'],
  ['Look up', 'Retrieve'],
  ['Sign in to', 'Log in to'],
  ['Sign out of', 'Log out of'],
  ['Work out', 'Calculate'],
  ['Add up', 'Total'],
  ['Mark', 'Flag'],
  ['Show', 'Display'],
  ['List', 'Return'],
  ['Find', 'Search for'],
  ['Get', 'Fetch'],
  ['Count', 'Tally'],
  ['Send', 'Deliver'],
  ['Book', 'Reserve'],
  ['Cancel', 'Call off'],
  ['Create', 'Make'],
  ['Remove', 'Delete'],
  ['Move', 'Transfer'],
  ['Set', 'Define'],
  ['Change', 'Modify'],
  ['Compare', 'Contrast'],
  ['Convert', 'Translate'],
  ['Divide', 'Split'],
  ['Take', 'Compute'],
  ['Check', 'Validate'],
  ['Switch', 'Turn'],
  ['Post', 'Publish'],
  ['Place', 'Submit'],
  ['Read', 'Query'],
]

/** Words anywhere, with others for the same. */
const ELSEWHERE: readonly (readonly [from: RegExp, to: string])[] = [
  [/\bNeeds\b/g, 'Requires'],
  [/\bReturns\b/g, 'Gives back'],
  [/\bneed it\b/g, 'require it'],
  [/\ball messages\b/g, 'every message'],
  [/\ba person\b/g, 'somebody'],
  [/\bin any case\b/g, 'ignoring case'],
]

/** A description in another wording; which one a row shows is checked by making it again. */
export function reword(description: string, wording: Wording, environment: string): string {
  if (wording === 'own') return description
  if (wording === 'labelled') return `${environment.replaceAll('-', ' ')}: ${description}`
  const [from, to] = BEGINNINGS.find(([words]) => description.startsWith(`${words} `)) ?? ['', '']
  return ELSEWHERE.reduce(
    (text, [words, others]) => text.replaceAll(words, others),
    `${to}${description.slice(from.length)}`,
  )
}
