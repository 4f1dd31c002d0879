import * as z from 'zod'
import { mapping } from '../../core/number.js'
import { defineTool, entity } from '../../environment/index.js'
import { keywords, letters, receivers, whereMessagesAre } from './candidates.js'
import { refused, shown, signedIn } from './failures.js'
import { byReceiver, lettersWith, placeOfLatest } from './inbox.js'
import { phrases } from './phrases.js'
import { isUser, type State } from './state.js'

const tool = defineTool<State>()
const userId = entity('user', z.string())
const requires = ['signed-in']

/** Messages from sending to searching (SEMANTICS section 7). */
export const messageTools = {
  send_message: tool({
    description: 'Send a message to a person of the workspace.',
    effect: 'draws',
    parameters: z.object({
      receiver_id: userId.describe('Id of the receiver.'),
      message: entity('text', z.string()).describe('The text.'),
    }),
    returns: z.object({
      sent_status: z.boolean(),
      message_id: z.object({ new_id: entity('message-id', z.number().int()) }),
      message: z.string(),
    }),
    requires,
    candidates: letters,
    phrases: phrases.send_message,
    run({ state, draft, args: { receiver_id, message }, random }) {
      signedIn(state)
      if (!isUser(state, receiver_id)) throw refused('not-found', `Receiver ID '${shown(receiver_id)}' not found.`)
      let new_id = random.integer(10_000, 99_999)
      while (state.generated_ids.includes(new_id)) new_id = random.integer(10_000, 99_999)
      const next = draft()
      next.generated_ids.push(new_id)
      next.inbox.push([[receiver_id, message]])
      next.message_count += 1
      return {
        sent_status: true,
        message_id: { new_id },
        message: `Message sent to '${shown(receiver_id)}' successfully.`,
      }
    },
  }),
  delete_message: tool({
    description: 'Delete the latest message that was sent to a person.',
    effect: 'write',
    parameters: z.object({ receiver_id: userId.describe('Id of the receiver.') }),
    returns: z.object({ deleted_status: z.boolean(), receiver_id: userId, message: z.string() }),
    requires,
    candidates: receivers,
    phrases: phrases.delete_message,
    run({ state, draft, args: { receiver_id } }) {
      signedIn(state)
      const place = placeOfLatest(state, receiver_id)
      if (place < 0) throw refused('not-found', `Receiver ID ${shown(receiver_id)} not found.`)
      draft().inbox.splice(place, 1)
      return {
        deleted_status: true,
        receiver_id,
        message: `Receiver ${shown(receiver_id)}'s latest message deleted successfully.`,
      }
    },
  }),
  view_messages_sent: tool({
    description: 'Show all messages that were sent, by the id of the receiver.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ messages: z.record(userId, z.array(z.string())) }),
    requires,
    candidates: whereMessagesAre,
    phrases: phrases.view_messages_sent,
    run({ state }) {
      signedIn(state)
      return { messages: mapping(byReceiver(state)) }
    },
  }),
  search_messages: tool({
    description: 'Find the messages whose text contains a keyword, in any case.',
    effect: 'read',
    parameters: z.object({ keyword: z.string().describe('Word or phrase to look for.') }),
    returns: z.object({ results: z.array(z.object({ receiver_id: userId, message: z.string() })) }),
    requires,
    candidates: keywords,
    phrases: phrases.search_messages,
    run({ state, args: { keyword } }) {
      signedIn(state)
      return {
        results: lettersWith(state, keyword).map(({ receiver, content }) => ({
          receiver_id: receiver,
          message: content,
        })),
      }
    },
  }),
  get_message_stats: tool({
    description: 'Count the received messages and the contacts they are with.',
    effect: 'read',
    parameters: z.object({}),
    returns: z.object({ stats: z.object({ received_count: z.number().int(), total_contacts: z.number().int() }) }),
    requires,
    candidates: () => [{}],
    phrases: phrases.get_message_stats,
    run({ state }) {
      signedIn(state)
      return { stats: { received_count: state.inbox.length, total_contacts: byReceiver(state).length } }
    },
  }),
}
