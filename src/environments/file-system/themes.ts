import { finance } from './contents/finance.js'
import { household } from './contents/household.js'
import { type Kind, list } from './contents/kind.js'
import { office } from './contents/office.js'
import { technical } from './contents/technical.js'

/** What a branch of a tree is about: names of its folder and of folders inside, and the files that lie there. */
export interface Theme {
  readonly folders: readonly string[]
  readonly subfolders: readonly string[]
  readonly kinds: readonly Kind[]
}

export const THEMES: readonly Theme[] = [
  {
    folders: ['finance', 'accounts', 'bookkeeping', 'money_matters'],
    subfolders: list('paid, disputed, audited, closed_books, to_approve, tax_office, first_quarter, last_quarter'),
    kinds: [finance.expenses, finance.invoice, finance.budget],
  },
  {
    folders: ['clients', 'customers', 'campaigns', 'tenders'],
    subfolders: list('signed_off, pitched, on_hold, shortlisted, lost_bids, follow_up, contracts'),
    kinds: [office.letter, office.survey, finance.invoice, office.minutes],
  },
  {
    folders: ['boardroom', 'committee', 'team_room', 'coordination'],
    subfolders: list('protocols, action_items, agendas, votes_cast, year_end, circulated'),
    kinds: [office.minutes, office.todo, office.roster, finance.budget],
  },
  {
    folders: ['photos', 'pictures', 'darkroom', 'gallery'],
    subfolders: list('selected, rejects, exhibition, raw_scans, portraits, landscapes'),
    kinds: [household.captions, household.captions, office.letter],
  },
  {
    folders: ['servers', 'monitoring', 'operations', 'ops_desk'],
    subfolders: list('rotated, incidents, alerts, postmortem, dashboards, night_watch'),
    kinds: [technical.log, technical.log, technical.config, technical.bugs],
  },
  {
    folders: ['code', 'scripts', 'toolbox', 'prototype'],
    subfolders: list('modules, experiments, fixtures, deprecated, vendor_parts, helpers'),
    kinds: [technical.script, technical.config, technical.changelog, technical.bugs],
  },
  {
    folders: ['kitchen', 'cookbook', 'recipes', 'bakery'],
    subfolders: list('starters, main_courses, desserts, tried_out, seasonal, family_favourites'),
    kinds: [household.recipe, household.recipe, office.todo],
  },
  {
    folders: ['journeys', 'travel', 'holidays', 'tours'],
    subfolders: list('booked, ideas, by_train, overseas, cancelled, souvenirs'),
    kinds: [household.itinerary, household.packing, finance.expenses, household.captions],
  },
  {
    folders: ['coursework', 'university', 'studies', 'evening_school'],
    subfolders: list('exams, essays, first_term, second_term, lab_work, graded'),
    kinds: [household.lecture, household.lecture, technical.readings, office.todo],
  },
  {
    folders: ['warehouse', 'depot', 'storeroom', 'supplies'],
    subfolders: list('inbound, outbound, stocktaking, write_offs, suppliers, pallets'),
    kinds: [household.stock, finance.invoice, office.roster],
  },
  {
    folders: ['fieldwork', 'research', 'laboratory', 'station'],
    subfolders: list('calibrated, pilot_study, sites, outliers, published, instruments'),
    kinds: [technical.readings, technical.readings, technical.script, office.minutes],
  },
  {
    folders: ['volunteering', 'festival_office', 'club', 'events'],
    subfolders: list('wristbands, sponsors, main_stage, after_party, permits, thank_yous'),
    kinds: [office.roster, office.survey, office.todo, finance.budget],
  },
  {
    folders: ['household', 'garden', 'property', 'home_office'],
    subfolders: list('warranties, tradespeople, finished_jobs, wish_list, insurance, tenants'),
    kinds: [household.house, household.packing, office.letter, finance.expenses],
  },
  {
    folders: ['sports', 'fitness', 'training_camp', 'athletics'],
    subfolders: list('races, injuries, personal_bests, coaching, winter_season, summer_season'),
    kinds: [household.training, household.packing, office.roster],
  },
]

/** Names that fit inside any branch. */
export const COMMON_SUBFOLDERS =
  list(`archive, drafts, backup, older, sent, reviewed, shared, incoming, outbox, misc, finished, to_check, templates, handover, scratch,
  attachments, unsorted, keep, for_later, obsolete`)

export const ROOTS = list(
  'studio, documents, cabinet, homebase, my_files, desk, vault, office_drive, personal, main_drive',
)

/** Files whose names start with a dot, with a line or two of content. */
export const HIDDEN_FILES: readonly (readonly [string, string])[] = [
  ['.profile', 'editor=nano\npager=less'],
  ['.ignore', '*.tmp\n*.bak\nthumbs.db'],
  ['.sync_state', 'last_run=ok\nskipped=0'],
  ['.bookmarks', 'start\ncalendar\nweather'],
  ['.editor_rc', 'tab_width=2\nwrap=on'],
  ['.trash_info', 'items=0\nemptied=never'],
]
