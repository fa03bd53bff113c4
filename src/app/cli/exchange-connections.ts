import { Command, InvalidArgumentError } from 'commander'
import { DomainError } from '#kernel/errors.ts'
import { asInstallation, read } from '#platform/db/index.ts'
import { type Agency, listAgencies } from '#rooms/agencies/index.ts'
import {
  adapterFor,
  canCompare,
  type Destination,
  listKept,
  type Reconciled,
  reconcile,
  switchTo,
} from '#rooms/exchange/index.ts'
import { readyAdapters } from '../outside.ts'

const out = (text: string) => void process.stdout.write(`${text}\n`)
const warn = (text: string) => void process.stderr.write(`${text}\n`)

const BAD_INPUT = 2
const DAY = 24 * 3_600_000

interface Options {
  agency?: string
  json?: boolean
}

function fail(text: string, code = 1): void {
  warn(text)
  process.exitCode = code
}

async function agenciesOf({ agency }: Options): Promise<Agency[]> {
  const found = (await asInstallation(listAgencies)).filter(({ code }) => agency === undefined || code === agency)
  if (found.length === 0) fail(`no agency ${agency}`)
  return found
}

function asText(agency: Agency, destination: Destination, { compared, divergences, problem }: Reconciled): string {
  const lines = divergences.map(({ ref, field, ours, theirs, cause, messageId, problem: why, since }) => {
    const about = [messageId && `message ${messageId}`, since && `since ${since.toISOString()}`, why].filter(Boolean)
    return `  ${ref}  ${field}: ours ${ours ?? 'none'}, theirs ${theirs ?? 'none'}  ${[cause, ...about].join(' · ')}`
  })
  const stopped = problem === undefined ? [] : [`  stopped before the end: ${problem}`]
  return [
    `${agency.code} · ${destination}: ${compared} compared, ${divergences.length} differ`,
    ...lines,
    ...stopped,
  ].join('\n')
}

interface ReconcileOptions extends Options {
  destination?: Destination
  days: number
}

/** Exit 1 when something differs or could not be compared: a nightly script sees it. */
async function reconcileCommand(options: ReconcileOptions): Promise<void> {
  readyAdapters()
  const to = new Date()
  const period = { from: new Date(to.getTime() - options.days * DAY), to }
  let ran = 0
  for (const agency of await agenciesOf(options)) {
    for (const { destination } of await read(agency.id, listKept)) {
      const adapter = adapterFor(destination)
      if (options.destination !== undefined && destination !== options.destination) continue
      if (!adapter || !canCompare(adapter)) continue
      const found = await reconcile(agency.id, destination, period)
      ran += 1
      if (found.divergences.length > 0 || found.problem !== undefined) process.exitCode = 1
      out(
        options.json
          ? JSON.stringify({ agency: agency.code, destination, ...found })
          : asText(agency, destination, found),
      )
    }
  }
  if (ran === 0) fail('nothing here can be compared: no such connection, or its account is not configured')
}

interface SwitchOptions extends Options {
  reason?: string
}

async function theAgency(options: Options): Promise<Agency | undefined> {
  const agencies = await agenciesOf(options)
  if (agencies.length > 1) return void fail('error: there are several agencies: say which with --agency', BAD_INPUT)
  return agencies[0]
}

async function change(destination: string, options: SwitchOptions, to: 'on' | 'paused'): Promise<void> {
  const reason = options.reason?.trim() ?? ''
  if (to === 'paused' && reason === '') return fail('error: --reason must say why', BAD_INPUT)
  const agency = await theAgency(options)
  if (!agency) return
  try {
    await switchTo({ agencyId: agency.id, officerId: undefined, reason }, destination as Destination, to)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return fail(`${agency.code} · ${destination}: ${REFUSALS[error.code] ?? error.code}`)
  }
  out(
    options.json
      ? JSON.stringify({ agency: agency.code, destination, state: to })
      : `${agency.code} · ${destination}: ${to}`,
  )
}

const REFUSALS: Readonly<Record<string, string>> = {
  'exchange.not-connected': 'there is no such connection',
  'exchange.connection-off': 'the connection is off',
}

function days(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Give a number of days from 1 to 99.')
  return Number(text)
}

/** The part of `motcua exchange` that is about connections and not about messages. */
export function connectionCommands(): Command[] {
  return [
    new Command('reconcile')
      .description('lay ours beside the national portal and EMC now; exit 1 when something differs or one is silent')
      .option('--agency <code>', 'only this agency')
      .option('--destination <name>', 'only this outside system')
      .option('--days <count>', 'acts of so many days back', days, 7)
      .option('--json', 'JSON lines, one of each agency and system')
      .action(reconcileCommand),
    new Command('pause')
      .description('stop sending to an outside system; everything is written down and waits')
      .argument('<destination>', 'national-portal, emc …')
      .requiredOption('--reason <text>', 'why, for the record')
      .option('--agency <code>', 'which agency, where there are several')
      .option('--json', 'one line of JSON')
      .action((destination: string, options: SwitchOptions) => change(destination, options, 'paused')),
    new Command('resume')
      .description('send to an outside system again')
      .argument('<destination>', 'national-portal, emc …')
      .option('--reason <text>', 'why, for the record')
      .option('--agency <code>', 'which agency, where there are several')
      .option('--json', 'one line of JSON')
      .action((destination: string, options: SwitchOptions) => change(destination, options, 'on')),
  ]
}
