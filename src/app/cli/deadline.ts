import { Command, InvalidArgumentError, Option } from 'commander'
import { DomainError } from '#kernel/errors.ts'
import { addDays, isLocalDate, type LocalDateTime, localDateTime } from '#kernel/local-date.ts'
import {
  explainDeadline,
  type Limit,
  type Pause,
  parseLimit,
  stateCalendar,
  type WorkingCalendar,
} from '#rooms/deadlines/index.ts'
import { deadlineAsJson, deadlineAsTable } from './deadline-output.ts'

export interface DeadlineCommandParts {
  /** The calendar of an agency code; undefined when there is no such agency or no database to ask. */
  calendarOf?: (agencyCode: string) => Promise<WorkingCalendar | undefined>
  print?: (text: string) => void
  warn?: (text: string) => void
  exit?: (code: number) => never
}

interface ExplainOptions {
  received: LocalDateTime
  limit: Limit
  agency?: string
  pause: Pause[]
  extend?: number
  lang: 'vi' | 'en'
  json?: boolean
}

const BAD_INPUT = 2

/** `motcua deadline explain` over the calendars it is given; without any, over the national one that is shipped. */
export function makeDeadlineCommand(parts: DeadlineCommandParts = {}): Command {
  const { print = toOutput, warn = toErrors, exit = process.exit } = parts
  const explain = new Command('explain')
    .description('due date of a dossier, with the reason for every day')
    .addOption(
      new Option('--received <time>', 'valid reception, 2026-04-29T14:30').argParser(moment).makeOptionMandatory(),
    )
    .addOption(new Option('--limit <limit>', '4h, 5wd, 0wd, 30d, 2mo').argParser(limit).makeOptionMandatory())
    .option('--agency <code>', 'whose calendar; the national one when left out')
    .option('--pause <from..to>', 'clock stopped; days or times, "from.." without an end; repeatable', pause, [])
    .option('--extend <days>', 'working days added by the one postponement', days)
    .addOption(new Option('--lang <language>', 'language of the table').choices(['vi', 'en']).default('vi'))
    .option('--json', 'print JSON')
    .configureOutput({ writeOut: print, writeErr: warn })
    .exitOverride(({ exitCode }) => exit(exitCode === 0 ? 0 : BAD_INPUT))

  explain.action(async (options: ExplainOptions) => {
    const calendar = await chosenCalendar(options.agency, parts, warn)
    try {
      print(explained(options, calendar))
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof RangeError)) throw error
      warn(`error: ${saidError(error)}\n`)
      exit(BAD_INPUT)
    }
  })
  return new Command('deadline').description('the legal clock').addCommand(explain)
}

export const deadlineCommand = makeDeadlineCommand()

async function chosenCalendar(
  agency: string | undefined,
  { calendarOf }: DeadlineCommandParts,
  warn: (text: string) => void,
): Promise<WorkingCalendar> {
  const own = agency === undefined ? undefined : await calendarOf?.(agency)
  if (agency !== undefined && !own)
    warn(`note: no calendar of agency ${agency} within reach; the national one is used\n`)
  return own ?? stateCalendar()
}

function explained(options: ExplainOptions, calendar: WorkingCalendar): string {
  const { received, pause: pauses, extend, lang, json } = options
  const extension = extend === undefined ? undefined : { workingDays: extend }
  const explanation = explainDeadline({ received, limit: options.limit, calendar, pauses, extension })
  return json ? deadlineAsJson(explanation, options.agency) : deadlineAsTable(explanation, lang)
}

function saidError(error: DomainError | RangeError): string {
  if (!(error instanceof DomainError)) return error.message
  const facts = Object.entries(error.facts).map(([name, value]) => `${name} ${value}`)
  return [error.code.replace(/^deadlines\./, '').replaceAll('-', ' '), ...facts].join(', ')
}

function moment(text: string): LocalDateTime {
  try {
    return localDateTime(
      text
        .trim()
        .replace(' ', 'T')
        .replace(/^(.{16}):\d{2}(\.\d+)?$/, '$1'),
    )
  } catch {
    throw new InvalidArgumentError('Give a local time such as 2026-04-29T14:30.')
  }
}

function limit(text: string): Limit {
  try {
    return parseLimit(text)
  } catch {
    throw new InvalidArgumentError('Give a limit such as 4h, 5wd, 0wd, 30d or 2mo.')
  }
}

function days(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('Give a number of working days, 1 to 999.')
  return Number(text)
}

/** Days without a time are whole: from the first minute of FROM to the last of TO. */
function pause(text: string, earlier: Pause[]): Pause[] {
  const [from = '', to, ...rest] = text.split('..')
  if (to === undefined || rest.length > 0) throw new InvalidArgumentError('Give FROM..TO, or FROM.. without an end.')

  const begins = isLocalDate(from) ? moment(`${from}T00:00`) : moment(from)
  if (to.trim() === '') return [...earlier, { from: begins, reason: 'other' }]
  const ends = isLocalDate(to) ? moment(`${addDays(to, 1)}T00:00`) : moment(to)
  if (ends <= begins) throw new InvalidArgumentError('A pause cannot end before it begins.')
  return [...earlier, { from: begins, to: ends, reason: 'other' }]
}

function toOutput(text: string): void {
  process.stdout.write(text)
}

function toErrors(text: string): void {
  process.stderr.write(text)
}
