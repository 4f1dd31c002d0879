import { pick, type Rng } from '../../core/random.js'
import { joinList } from '../forms.js'
import { type Intention, reasonsOf } from './intention.js'
import { inWords, withPurpose } from './words.js'

/** Before a search for something that lies nobody knows where. */
export function thinkSearch(name: string, goal: string, random: Rng): string {
  const isSaid = goal.includes(name)
  const then = goal.replace(`the folder ${name}`, 'it').replace(name, 'it')
  return pick(random, [
    `I don't know where ${name} is kept, so I search for the name from the top.`,
    `${name} could be in any folder, so I search the whole tree before I ${then}.`,
    `No folder is given for ${name}; before I ${then}, I look for it everywhere instead of guessing.`,
    `Where ${name} lies has not come up, and I can't ${then} from the wrong folder, so I search for it.`,
    `Nothing listed so far says whether ${name} is in this folder or elsewhere: I search before I ${then}.`,
    `Nobody has said where ${name} is, and this may not be its folder. I search from the top so that I can ${then}.`,
    `The place of ${name} comes first: a search from the top finds it wherever it is.`,
    ...(isSaid
      ? [
          `To ${goal} I have to be in the right folder, and nothing shows which one that is: a search by name first.`,
          `I want to ${goal} but have not seen that anywhere yet; the name is enough for a search.`,
          `Before I can ${goal} I have to know where that is, and a search by name will tell.`,
        ]
      : []),
  ])
}

/** Before moves: where the thing is, and the way there. */
export function thinkMoves(intentions: readonly Intention[], goal: string, random: Rng): string {
  const then = pick(random.fork('then'), [
    `Then I can ${goal}.`,
    `From there I ${goal}.`,
    `Only there can I ${goal}.`,
    `That is where I ${goal}.`,
  ])
  const way = wayThere(intentions, goal, random)
  return way.includes(goal) ? way : withPurpose(way, then)
}

function wayThere(intentions: readonly Intention[], goal: string, random: Rng): string {
  const moves = reasonsOf(intentions, 'move')
  const place = insideRoot(moves[0]?.place ?? '')
  const ups = moves.filter(({ direction }) => direction === 'up').length
  const down = moves.filter(({ direction }) => direction === 'down').map(({ to }) => to)
  const isFromTop = moves.some(({ direction }) => direction === 'top')
  const back = isFromTop ? 'all the way up' : `${inWords(ups, ['level', 'levels'])} up`
  if (down.length === 0)
    return pick(random, [
      `What I want is in ${place}, so I go ${back}.`,
      `It lies in ${place}, not in this folder: ${back}.`,
      `To ${goal} I have to leave this folder for ${place}: ${back}.`,
    ])
  if (!isFromTop && ups === 0)
    return pick(random, [
      `It is in ${place}, below this folder, and commands act only on the current one: I go into ${joinList(down)}.`,
      `It is further down, in ${place}: I go into ${joinList(down)}.`,
      `To ${goal} I have to be in ${place}, which is ${inWords(down.length, ['level', 'levels'])} down from here.`,
      `I can ${goal} further down, in ${place}: I go into ${joinList(down)}.`,
      `From this folder it is only ${inWords(down.length, ['step', 'steps'])} down, into ${joinList(down)}.`,
    ])
  const first = isFromTop ? 'from the top folder ' : `${back}, then `
  const way = `${first}into ${joinList(down)}`
  return pick(random, [
    `It is in ${place}, and commands act only on the current folder: ${way}.`,
    `The way to ${place}: ${first}into ${down.join(', then ')}.`,
    `To ${goal} I have to stand in ${place}, so ${way}.`,
    `From here to ${place} it goes ${way}.`,
    `It lies in ${place}, so I go ${way}, and there I ${goal}.`,
    `I can't ${goal} from this folder; it is in ${place}, so ${way}.`,
  ])
}

/** A place without the name of its root, which searches do not show. */
function insideRoot(place: string): string {
  const inside = place.split('/').slice(2).join('/')
  return inside === '' ? 'the top folder' : inside
}
