import { readFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { DomainError } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { asInstallation } from '#platform/db/index.ts'
import { type Agency, findAgencyByCode } from '#rooms/agencies/index.ts'
import {
  adapterFor,
  type By,
  connectBy,
  type Destination,
  isSecretName,
  missingSettings,
  type QuietHours,
  readRate,
  readTime,
  type Tuning,
  tune,
} from '#rooms/exchange/index.ts'
import { readyAdapters } from '../outside.ts'

const BAD_INPUT = 2

function fail(text: string, code = BAD_INPUT): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = code
}

interface Options {
  agency: string
  url?: string
  setting?: Record<string, string>
  settings?: string
  rate?: number
  quiet?: QuietHours | 'none'
  json?: boolean
}

async function theAgency({ agency }: Options): Promise<Agency | undefined> {
  const found = await asInstallation((tx) => findAgencyByCode(tx, agency))
  if (!found) fail(`no agency ${agency}`, 1)
  return found
}

/** From the file, then from the options, which win. Undefined after saying what is wrong. */
async function settingsOf({ url, setting = {}, settings: path }: Options): Promise<Record<string, string> | undefined> {
  const all: Record<string, unknown> = { ...(path ? await fromFile(path) : {}), ...setting, ...(url ? { url } : {}) }
  for (const [name, value] of Object.entries(all)) {
    if (typeof value !== 'string') return void fail(`error: setting ${name}: a text is needed`)
    if (isSecretName(name)) return void fail(`error: setting ${name}: ${SECRETS}`)
  }
  const { url: address } = all as Record<string, string>
  if (address !== undefined && !isWeb(address)) return void fail('error: url: an address that begins with https://')
  return all as Record<string, string>
}

const SECRETS =
  'secrets are not kept in the database; put them in the environment (docs/operate/configure.md lists the names)'

function isWeb(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

async function fromFile(path: string): Promise<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Record<string, unknown>
    throw new Error('an object of texts is needed')
  } catch (error) {
    throw new InvalidArgumentError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Nobody who signed in: the act is written down as one of the command line. */
const byOf = ({ id: agencyId }: Agency, reason: string): By => ({ agencyId, officerId: undefined, reason })

function tuningOf({ rate, quiet }: Options): Tuning {
  return { ...(rate === undefined ? {} : { perMinute: rate }), ...(quiet === undefined ? {} : { quiet }) }
}

interface ConnectOptions extends Options {
  contract: string
  since?: Date
}

async function connectCommand(destination: Destination, options: ConnectOptions): Promise<void> {
  const settings = await settingsOf(options)
  if (!settings) return
  const missing = missingSettings(destination, settings)
  if (missing.length > 0) return fail(`error: missing settings: ${missing.join(', ')}`)
  const agency = await theAgency(options)
  if (!agency) return
  readyAdapters()
  const { contract: contractVersion, since = now(), rate: perMinute = 60 } = options
  const made = { agencyId: agency.id, destination, since, contractVersion, settings, perMinute }
  if (!(await connectBy(byOf(agency, settings.url ?? ''), made, tuningOf(options)))) {
    return fail(`${agency.code} · ${destination}: connected already; change it with “exchange set”`, 1)
  }
  const canSpeak = adapterFor(destination) !== undefined
  const done = {
    agency: agency.code,
    destination,
    url: settings.url,
    since: since.toISOString(),
    contractVersion,
    canSpeak,
  }
  const without = canSpeak ? '' : `\n    nothing leaves yet: no account for ${destination} in the environment`
  process.stdout.write(
    options.json
      ? `${JSON.stringify(done)}\n`
      : `${agency.code} · ${destination}: connected to ${settings.url}${without}\n`,
  )
}

async function setCommand(destination: Destination, options: Options): Promise<void> {
  const settings = await settingsOf(options)
  if (!settings) return
  const tuning = { ...tuningOf(options), ...(Object.keys(settings).length > 0 ? { settings } : {}) }
  if (Object.keys(tuning).length === 0) return fail('error: say what to set: --rate, --quiet, --url, --setting')
  const agency = await theAgency(options)
  if (!agency) return
  try {
    await tune(byOf(agency, ''), destination, tuning)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return fail(`${agency.code} · ${destination}: there is no such connection`, 1)
  }
  const done = { agency: agency.code, destination, ...tuning }
  process.stdout.write(options.json ? `${JSON.stringify(done)}\n` : `${agency.code} · ${destination}: set\n`)
}

function rate(text: string): number {
  const found = readRate(text)
  if (found === undefined) throw new InvalidArgumentError('Give a number from 1 to 10000.')
  return found
}

function quiet(text: string): QuietHours | 'none' {
  if (text === 'none') return text
  const [from, to, ...more] = text.split('-').map(readTime)
  if (!from || !to || from === to || more.length > 0)
    throw new InvalidArgumentError('Give FROM-TO, 22:00-05:00, or none.')
  return { from, to }
}

function setting(text: string, earlier: Record<string, string> = {}): Record<string, string> {
  const [, name, value] = /^(\w+)=(.+)$/s.exec(text) ?? []
  if (!name || !value) throw new InvalidArgumentError('Give NAME=VALUE.')
  return { ...earlier, [name]: value }
}

function instant(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('Give a moment: 2026-12-01T00:00:00+07:00.')
  return at
}

const DESTINATIONS: readonly Destination[] = [
  ...([
    'national-portal',
    'emc',
    'agency-portal',
    'civil-status',
    'document-system',
    'population',
    'business',
  ] as const),
  ...(['interlinked', 'criminal-record', 'land', 'social-assistance', 'driving-licence', 'post'] as const),
]

function destination(text: string): Destination {
  const found = DESTINATIONS.find((one) => one === text)
  if (!found) throw new InvalidArgumentError(`Give one of ${DESTINATIONS.join(', ')}.`)
  return found
}

function withSettings(command: Command): Command {
  return command
    .argument('<destination>', DESTINATIONS.join(', '), destination)
    .requiredOption('--agency <code>', 'which agency')
    .option('--url <address>', 'where the other side listens')
    .option('--setting <name=value>', 'a code or path the other side issued; may be repeated', setting)
    .option('--settings <file>', 'the same from a JSON file')
    .addOption(new Option('--rate <count>', 'at most so many messages a minute').argParser(rate))
    .addOption(new Option('--quiet <from-to>', 'hours of Vietnam in which nothing leaves, or none').argParser(quiet))
    .option('--json', 'one line of JSON')
}

/** `motcua exchange connect` and `set`. Accounts and other secrets come from the environment alone. R-186 */
export function connectCommands(): Command[] {
  return [
    withSettings(new Command('connect'))
      .description('connect an agency to an outside system; its account and secrets come from the environment')
      .requiredOption('--contract <version>', 'version of the contract the other side keeps to, 1.4')
      .addOption(new Option('--since <moment>', 'acts before it are not sent; now when left out').argParser(instant))
      .action(connectCommand),
    withSettings(new Command('set'))
      .description('change rate, quiet hours, address or codes of a connection; what is left out stays')
      .action(setCommand),
  ]
}
