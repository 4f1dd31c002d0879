/** What chat templates of the common model families put between messages, thoughts and calls. */
const SPECIAL =
  /<\|[^|<>\s]{1,40}\|>|<｜[^｜<>]{1,40}｜>|<\/?(?:s|think|tool_call|tool_response|tools|start_of_turn|end_of_turn|bos|eos|pad|unk)>|\[\/?INST\]|<<\/?SYS>>/

const EACH = new RegExp(SPECIAL, 'g')

/** The first special token of a chat template in a text: it would end or begin a message where none does. */
export function specialTokenIn(text: string): string | undefined {
  return SPECIAL.exec(text)?.[0]
}

/** The text with its special tokens taken apart, so that no template reads them as such. */
export function withoutSpecialTokens(text: string): string {
  return text.replaceAll(EACH, (token) => `${token.charAt(0)} ${token.slice(1)}`)
}
