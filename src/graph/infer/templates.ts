/** Texts of one form: words that differ between them are `*`. */
export interface Template {
  words: string[]
}

const ALIKE = 0.7
const MOST = 40

/**
 * The index of the template that a text belongs to. Texts of as many words, of which most are the same, are of one form;
 * the template learns which of its words vary. A tool whose texts have no form gets one template for all the rest.
 */
export function templateFor(templates: Template[], text: string): number {
  const words = text.split(/\s+/)
  const known = templates.findIndex((template) => isAlike(template.words, words))
  const template = templates[known]
  if (template) {
    template.words = template.words.map((word, i) => (word === words[i] ? word : '*'))
    return known
  }
  if (templates.length >= MOST) return MOST
  return templates.push({ words }) - 1
}

function isAlike(template: readonly string[], words: readonly string[]): boolean {
  if (template.length !== words.length) return false
  const same = template.filter((word, i) => word === words[i] || word === '*').length
  return same >= ALIKE * words.length
}
