import { Command, InvalidArgumentError, Option } from 'commander'
import { isLocalDate, type LocalDateTime, localDateTime, toInstant } from '#kernel/local-date.ts'
import { asInstallation, read } from '#platform/db/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { type Agency, listAgencies } from '#rooms/agencies/index.ts'
import {
  type By,
  type Destination,
  type Done,
  type Left,
  listKept,
  listLedger,
  type Message,
  type MessageState,
  type Period,
  replay,
  replayRange,
  sayLeft,
  sayMessage,
  settle,
  VIEWS,
  type ViewName,
} from '#rooms/exchange/index.ts'
import { readyAdapters } from '../outside.ts'
import { connectCommands } from './exchange-connect.ts'
import { connectionCommands } from './exchange-connections.ts'

const out = (text: string) => void process.stdout.write(`${text}\n`)
const warn = (text: string) => void process.stderr.write(`${text}\n`)

async function chosenAgencies(code: string | undefined): Promise<Agency[]> {
  const agencies = (await asInstallation(listAgencies)).filter((agency) => code === undefined || agency.code === code)
  if (agencies.length > 0) return agencies
  warn(`no agency ${code}`)
  process.exitCode = 1
  return []
}

interface ListOptions {
  agency?: string
  destination?: string
  state?: MessageState
  dossier?: string
  limit: number
  json?: boolean
}

interface Line {
  agency: string
  message: Message
  ref: string | undefined
}

/** What is looked through: the part that holds the state, or what waits and what needs a person. */
function viewsFor({ state, dossier }: ListOptions): ViewName[] {
  if (state === undefined) return dossier === undefined ? ['stuck', 'unfinished'] : ['all']
  const names = Object.keys(VIEWS) as ViewName[]
  return names.filter((view) => (VIEWS[view] as readonly MessageState[] | undefined)?.includes(state))
}

async function linesOf(agency: Agency, options: ListOptions): Promise<Line[]> {
  return read(agency.id, async (tx) => {
    const lines: Line[] = []
    for (const { destination } of await listKept(tx)) {
      if (options.destination !== undefined && destination !== options.destination) continue
      for (const view of viewsFor(options)) {
        const { state, dossier, limit } = options
        const asked = { agencyId: agency.id, destination, view, state, dossier, limit }
        const { messages, refs } = await listLedger(tx, asked)
        const line = (message: Message) => ({
          ...{ agency: agency.code, message, ref: refs.get(message.dossierId ?? '') ?? message.ref },
        })
        lines.push(...messages.map(line))
      }
    }
    return lines
  })
}

function asJson({ agency, message, ref }: Line): string {
  const { id, destination, service, state, attempts, causedAt, dueAt, problem } = message
  const { why } = sayMessage(message, 'en', (at) => at.toISOString())
  const line = { agency, id, destination, service, dossier: ref, state, problem, why, attempts }
  return JSON.stringify({ ...line, since: causedAt.toISOString(), dueAt: dueAt?.toISOString() })
}

function asText({ agency, message, ref }: Line): string {
  const { id, destination, service, causedAt } = message
  const { state, why } = sayMessage(message, 'en', formatDateTime)
  const about = [agency, destination, service, ref].filter(Boolean).join(' · ')
  return `${id}  ${formatDateTime(causedAt)}  ${about}\n    ${state}. ${why}`
}

async function list(options: ListOptions): Promise<void> {
  readyAdapters()
  const lines: Line[] = []
  for (const agency of await chosenAgencies(options.agency)) lines.push(...(await linesOf(agency, options)))
  for (const line of lines) out(options.json ? asJson(line) : asText(line))
  if (lines.length === 0 && !options.json && !process.exitCode) out('no such messages')
}

interface ActOptions {
  agency?: string
  destination?: Destination
  range?: Period
  reason?: string
  json?: boolean
}

/** Nobody who signed in: the act is written down as one of the command line. */
const byOf = ({ id: agencyId }: Agency, { reason = '' }: ActOptions): By => ({ agencyId, officerId: undefined, reason })

/** An id belongs to one agency; it is busy, or not there, for all others. */
async function onIds(
  ids: readonly number[],
  options: ActOptions,
  work: (by: By, ids: readonly number[]) => Promise<Done>,
): Promise<Done> {
  const all: Done = { done: [], left: [] }
  let rest = [...ids]
  for (const agency of await chosenAgencies(options.agency)) {
    const { done, left } = await work(byOf(agency, options), rest)
    all.done.push(...done)
    all.left.push(...left.filter(({ why }) => why !== 'busy'))
    rest = left.filter(({ why }) => why === 'busy').map(({ id }) => id)
    if (rest.length === 0) break
  }
  return { ...all, left: [...all.left, ...rest.map((id): { id: number; why: Left } => ({ id, why: 'busy' }))] }
}

function tell({ done, left }: Done, { what, json }: { what: string; json: boolean | undefined }): void {
  const kept = left.filter(({ why }) => why !== 'already')
  if (json) out(JSON.stringify({ [what]: done, left }))
  else {
    out(`${done.length} ${what}`)
    for (const { id, why } of left) warn(`${id}: ${why === 'busy' ? BUSY : sayLeft(why, 'en')}`)
  }
  if (kept.length > 0) process.exitCode = 1
}

const BUSY = 'There is no such message, or it is being sent at this moment.'

async function replayCommand(ids: number[], options: ActOptions): Promise<void> {
  readyAdapters()
  const { range: period, destination, json } = options
  if (ids.length > 0 === (period !== undefined)) return refuse('give numbers of messages, or --range, not both')
  if (!period) return tell(await onIds(ids, options, replay), { what: 'replayed', json })
  if (!destination) return refuse('--range needs --destination')
  const all: Done = { done: [], left: [] }
  for (const agency of await chosenAgencies(options.agency)) {
    const { done, left } = await replayRange(byOf(agency, options), { destination, period })
    all.done.push(...done)
    all.left.push(...left)
  }
  tell(all, { what: 'replayed', json })
}

const BAD_INPUT = 2

function refuse(text: string): void {
  warn(`error: ${text}`)
  process.exitCode = BAD_INPUT
}

async function settleCommand(ids: number[], options: ActOptions): Promise<void> {
  if (!options.reason?.trim()) return refuse('--reason must say why')
  tell(await onIds(ids, options, settle), { what: 'settled', json: options.json })
}

function number(text: string, earlier: number[] = []): number[] {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Give the number of a message.')
  return [...earlier, Number(text)]
}

function limit(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Give a number from 1 to 9999.')
  return Number(text)
}

function instant(text: string): Date {
  try {
    return toInstant(isLocalDate(text) ? (`${text}T00:00` as LocalDateTime) : localDateTime(text))
  } catch {
    throw new InvalidArgumentError('Give FROM..TO in local time: 2026-11-25T08:00..2026-11-25T10:00, or days.')
  }
}

/** The second moment is not part of it; a day begins at midnight. */
function range(text: string): Period {
  const [from = '', to = '', ...more] = text.split('..')
  if (more.length > 0) throw new InvalidArgumentError('Give FROM..TO.')
  const period = { from: instant(from), to: instant(to) }
  if (period.from >= period.to) throw new InvalidArgumentError('The second moment must come after the first.')
  return period
}

const STATES: readonly MessageState[] = ['waiting', 'sent', 'acknowledged', 'refused', 'dead', 'superseded', 'settled']

export const exchangeCommand = new Command('exchange').description(
  'the ledger of what passes between agencies and the outside',
)

exchangeCommand
  .command('list')
  .description('what waits and what needs a person, with why and since when; other states with --state')
  .option('--agency <code>', 'only this agency')
  .option('--destination <name>', 'only this outside system: national-portal, emc …')
  .addOption(new Option('--state <state>', 'only this state').choices(STATES))
  .option('--dossier <code>', 'everything about this dossier, in the order of its log')
  .addOption(
    new Option('--limit <count>', 'at most so many of each destination and part').argParser(limit).default(100),
  )
  .option('--json', 'JSON lines')
  .action(list)

exchangeCommand
  .command('replay')
  .description('send messages again, composed anew from the log; exit 1 when one must stay as it is')
  .argument('[ids...]', 'numbers of messages', number, [])
  .addOption(
    new Option(
      '--range <from..to>',
      'all that was refused or given up, of acts in that time; TO is not part of it',
    ).argParser(range),
  )
  .option('--destination <name>', 'whose messages, with --range')
  .option('--agency <code>', 'only this agency')
  .option('--reason <text>', 'why, for the record')
  .option('--json', 'one line of JSON')
  .action(replayCommand)

exchangeCommand
  .command('settle')
  .description('say that messages will not be sent, and why; exit 1 when one must stay as it is')
  .argument('<ids...>', 'numbers of messages', number)
  .requiredOption('--reason <text>', 'why, for the record')
  .option('--agency <code>', 'only this agency')
  .option('--json', 'one line of JSON')
  .action(settleCommand)

for (const command of [...connectCommands(), ...connectionCommands()]) exchangeCommand.addCommand(command)
