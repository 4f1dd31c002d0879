/** The items of a list that is written as text, commas between them. */
export const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)
