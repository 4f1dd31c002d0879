import { WEEKDAYS } from '../../../core/calendar.js'
import { list } from './kind.js'

/** Pools that several kinds of files draw from. */
export const WORKDAYS = WEEKDAYS.slice(0, 6)

export const PEOPLE =
  list(`Abena, Alistair, Anouk, Basil, Celeste, Cormac, Dorit, Edda, Elio, Farah, Fergus, Gemma, Goran, Hamid, Ilse, Imani,
  Joris, Kalinda, Kenji, Lena, Lorcan, Malik, Marta, Nils, Odile, Pavel, Ronja, Sunniva, Teodor, Ulla, Vera, Wim, Yann, Zora`)

export const CLIENTS =
  list(`aldgate, bergstrom, cassidy, delmonte, ellery, fairmont, gladwyn, hollis, ingram, jessop, kilbride, lowell, marchbank,
  norwood, oakley, penrose, quimby, rutland, selwyn, thornton, upshaw, verity, whitlock, yardley`)

export const TOWNS =
  list(`Aarhus, Bergen, Cork, Delft, Evora, Freiburg, Galway, Heraklion, Innsbruck, Jaca, Kaunas, Lecce, Malaga, Nantes, Odense,
  Porto, Rouen, Siena, Tartu, Utrecht, Vaasa, Wexford, York, Zadar`)

export const GOODS =
  list(`paper towels, printer toner, desk lamps, moving boxes, label rolls, hand soap, coffee beans, extension leads, first aid kits,
  whiteboard pens, window seals, light bulbs, packing tape, shelf brackets, cable ties, work gloves, notebooks, floor mats, batteries, folding chairs`)

export const TASKS =
  list(`book the meeting room, call the caterer, check the fire exits, chase the missing receipts, collect the spare keys,
  compare the three quotes, confirm the delivery slot, draft the thank-you notes, fix the broken link, hand in the timesheet, invite the speakers,
  measure the hallway, order new name badges, pay the deposit, print the handouts, proofread the flyer, renew the parking permit, return the projector,
  send out the agenda, sign the contract, sort the old folders, test the microphones, update the price table, water the plants, write the summary`)

export const OBSERVATIONS =
  list(`the deadline is tight, the budget is nearly used up, everybody liked the second version, nobody has tested it yet,
  the numbers look better than last year, we still wait for an answer, two visitors complained about the signs, the supplier raised prices again,
  the new layout is easier to read, the first attempt failed, the room was too small, the parts arrived damaged, the figures need another check,
  the plan works without extra staff, the feedback was mostly kind, the old version had fewer errors, the weather spoiled the start`)

export const COLOURS = list(
  'amber, azure, coral, crimson, emerald, golden, indigo, ivory, lilac, maroon, olive, pearl, scarlet, silver, teal, violet',
)
