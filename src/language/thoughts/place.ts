import { pick, type Rng } from '../../core/random.js'
import { joinList } from '../forms.js'
import { type Intention, reasonsOf } from './intention.js'
import { inWords, withPurpose } from './words.js'

/** Before a search for something that lies nobody knows where. */
export function thinkSearch(name: string, goal: string, random: Rng): string {
  const isSaid = goal.includes(name)
  const then = goal.replace(name, 'it')
  return pick(random, [
    `I don't know where ${name} is kept, so I search for the name from the top.`,
    `${name} could be in any folder. A search of the whole tree settles it before I touch anything.`,
    `No folder is given for ${name}; before I ${then}, I look for it everywhere instead of guessing.`,
    `Where ${name} lies has not come up, and I can't ${then} from the wrong folder. One search shows it.`,
    `Is ${name} in this folder or elsewhere? Nothing listed so far says, so I search for it before I ${then}.`,
    `The place of ${name} comes first: a search from the top finds it wherever it is.`,
    ...(isSaid
      ? [
          `To ${goal} I have to be in its folder, and nothing shows which one that is: a search by name first.`,
          `I want to ${goal} but have not seen it anywhere yet. Its name is enough for a search.`,
          `Before I can ${goal} I have to know where it is, and a search by name will tell.`,
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
  const first = isFromTop ? 'from the top folder ' : ups > 0 ? `${back}, then ` : ''
  const way = `${first}into ${joinList(down)}`
  return pick(random, [
    `It is in ${place}, and commands act only on the current folder: ${way}.`,
    `The way to ${place}: ${first}into ${down.join(', then ')}.`,
    `To ${goal} I have to stand in ${place}, so ${way}.`,
    `From here to ${place} it goes ${way}.`,
  ])
}

/** A place without the name of its root, which searches do not show. */
function insideRoot(place: string): string {
  const inside = place.split('/').slice(2).join('/')
  return inside === '' ? 'the top folder' : inside
}
