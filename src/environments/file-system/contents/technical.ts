import { between, pick, sampleOf, shuffle } from '../../../core/random.js'
import { capitalised, clockTime, type Kind, list, MONTHS, several, two } from './kind.js'
import { COLOURS, PEOPLE } from './words.js'

const SERVICES = list(
  `auth, billing, cache, crawler, gateway, indexer, mailer, pager, queue, reports, scheduler, search, storage, thumbnails, uploader, webhook`,
)
const EVENTS =
  list(`INFO started in 340 ms, INFO request served, INFO cache refreshed, INFO backup finished, INFO user session closed, INFO job queued,
  WARN slow response from upstream, WARN disk usage above 80 percent, WARN retrying connection, WARN certificate expires soon, WARN queue is growing,
  ERROR connection refused, ERROR timeout after 30 s, ERROR invalid checksum, ERROR permission denied, ERROR out of memory, DEBUG payload ignored`)
const COUNTS =
  list(`batch_size, cache_ttl, connect_timeout, max_retries, max_upload_mb, pool_size, port, retention_days, session_minutes, worker_count,
  queue_length, page_size, backoff_seconds`)
const SWITCHES = list('debug, keep_alive, read_only, verify_tls, compress, send_mails, allow_guests, follow_links')
const CHOICES: readonly (readonly [string, readonly string[]])[] = [
  ['log_level', ['debug', 'info', 'warning', 'error']],
  ['region', ['north', 'south', 'west', 'islands']],
  ['language', ['english', 'french', 'danish', 'polish']],
  ['storage', ['disk', 'memory', 'tape', 'bucket']],
  ['schedule', ['hourly', 'nightly', 'weekly', 'never']],
]
const FUNCTIONS: readonly (readonly [name: string, body: string])[] = [
  ['load_rows', 'sorted(values)'],
  ['clean_names', '[v.strip() for v in values]'],
  ['total', 'sum(values)'],
  ['average', 'sum(values) / len(values)'],
  ['newest', 'max(values)'],
  ['smallest', 'min(values)'],
  ['count_rows', 'len(values)'],
  ['without_doubles', 'set(values)'],
  ['backwards', 'values[::-1]'],
  ['first_ten', 'values[:10]'],
  ['skip_header', 'values[1:]'],
]
const CHANGES =
  list(`Added export to spreadsheet, Added dark colours, Added search by postcode, Changed default page size, Changed login screen,
  Fixed crash on empty input, Fixed rounding of totals, Fixed slow start, Fixed typo in help text, Removed old importer, Removed unused settings,
  Updated icons, Updated translations`)
const FAULTS =
  list(`crashes when the list is empty, shows the wrong currency, loses the last entry, freezes on large files, sends two mails,
  ignores the time zone, prints blank pages, cannot be closed, forgets the filter, sorts names wrongly`)

/** Files of people who run and write software. */
export const technical = {
  log: {
    stems: SERVICES,
    qualifiers: list(
      'monday, tuesday, wednesday, thursday, friday, node_one, node_two, node_three, nightly, canary, primary, replica, edge',
    ),
    extensions: ['log'],
    write: ({ random, today, stem }) => {
      const day = `${today.slice(0, 8)}${two(between(random, 1, 28))}`
      const times = Array.from(
        { length: between(random, 5, 12) },
        () => `${clockTime(random)}:${two(between(random, 0, 59))}`,
      ).toSorted()
      return times.map(
        (time) => `${day} ${time} ${pick(random, [stem, stem, pick(random, SERVICES)])} ${pick(random, EVENTS)}`,
      )
    },
  },
  config: {
    stems: SERVICES.map((service) => `${service}_settings`),
    qualifiers: [...COLOURS, 'cluster', 'desktop', 'laptop', 'kiosk'],
    extensions: ['ini', 'conf', 'cfg'],
    versions: [
      ['staging', 'production'],
      ['local', 'remote'],
      ['old', 'new'],
    ],
    write: ({ random, stem }) => [
      `[${stem.replace('_settings', '')}]`,
      ...shuffle(random, [
        ...sampleOf(random, COUNTS, between(random, 2, 4)).map((key) => `${key} = ${between(random, 1, 120) * 5}`),
        ...sampleOf(random, SWITCHES, between(random, 1, 3)).map(
          (key) => `${key} = ${pick(random, ['true', 'false'])}`,
        ),
        ...sampleOf(random, CHOICES, between(random, 1, 3)).map(([key, values]) => `${key} = ${pick(random, values)}`),
      ]),
    ],
  },
  script: {
    stems: ['convert', 'import', 'cleanup', 'merge', 'plot', 'rename', 'resize', 'scrape', 'sync', 'tally', 'validate'],
    qualifiers: list(
      'orders, pictures, members, readings, addresses, tickets, prices, votes, scores, songs, parcels, seats, stations',
    ),
    extensions: ['py'],
    versions: [
      ['v1', 'v2'],
      ['slow', 'fast'],
    ],
    write({ random, stem, qualifier }) {
      const functions = sampleOf(random, FUNCTIONS, between(random, 1, 3))
      const [called] = pick(random, functions)
      return [
        `# ${capitalised(stem)} ${qualifier}`,
        ...functions.flatMap(([name, body]) => [`def ${name}(values):`, `    return ${body}`]),
        `LIMIT = ${between(random, 2, 500)}`,
        `print(${called}(range(LIMIT)))`,
      ]
    },
  },
  changelog: {
    stems: ['changelog', 'release_notes', 'patch_notes', 'whats_new'],
    qualifiers: [...COLOURS, ...MONTHS],
    extensions: ['md', 'txt'],
    write: ({ random }) => [
      `Version ${between(random, 1, 6)}.${between(random, 0, 19)}.${between(random, 0, 9)}`,
      ...several(random, 3, 9, () => `- ${pick(random, CHANGES)} (${pick(random, PEOPLE)})`),
    ],
  },
  bugs: {
    stems: ['bugs', 'issues', 'defects', 'known_faults'],
    qualifiers: SERVICES,
    extensions: ['csv', 'txt'],
    versions: [['open', 'triaged']],
    write: ({ random }) => [
      'key;severity;owner;summary',
      ...several(
        random,
        3,
        10,
        () =>
          `T-${between(random, 100, 999)};${pick(random, ['low', 'medium', 'high', 'blocker'])};${pick(random, PEOPLE)};${pick(random, SERVICES)} ${pick(random, FAULTS)}`,
      ),
    ],
  },
  readings: {
    stems: ['readings', 'samples', 'measurements', 'sensor', 'probe'],
    qualifiers: list('river, attic, greenhouse, cellar, rooftop, lake, tunnel, meadow, harbour, boiler, well, orchard'),
    extensions: ['csv', 'txt'],
    versions: [
      ['raw', 'cleaned'],
      ['first', 'second'],
    ],
    write: ({ random }) => [
      'time,value,unit,quality',
      ...several(
        random,
        4,
        11,
        () =>
          `${clockTime(random)},${between(random, 1, 40)}.${between(random, 0, 9)},celsius,${pick(random, ['good', 'good', 'suspect', 'missing'])}`,
      ),
    ],
  },
} satisfies { readonly [kind: string]: Kind }
