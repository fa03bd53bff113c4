import { Command, InvalidArgumentError, Option } from 'commander'
import { DomainError } from '#kernel/errors.ts'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { type Agency, findAgencyByCode } from '#rooms/agencies/index.ts'
import {
  getIntakeSetting,
  INTAKE_MODES,
  INTAKES,
  type Intake,
  type IntakeLine,
  type IntakeMode,
  type IntakeProblem,
  listComingModes,
  listIntake,
  setIntake,
  setIntakeMode,
} from '#rooms/procedures/index.ts'

const out = (text: string) => void process.stdout.write(`${text}\n`)

const BAD_INPUT = 2

function fail(text: string, code = 1): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = code
}

interface Options {
  agency: string
  from?: LocalDate
  json?: boolean
}

async function theAgency({ agency }: Options): Promise<Agency | undefined> {
  const found = await asInstallation((tx) => findAgencyByCode(tx, agency))
  if (!found) fail(`no agency ${agency}`)
  return found
}

const PROBLEMS: Record<IntakeProblem, string> = {
  past: '--from: today or later; what has been in force cannot be changed',
  address: '--national-address: an address that begins with https:// and has {code} in it',
  url: '--url: an address that begins with https://',
  state: '--state: where people apply on the agency’s own portal, this system keeps the status',
}

/** Says what is wrong; true when nothing is. */
function isKept(problems: readonly IntakeProblem[]): boolean {
  for (const problem of problems) fail(`error: ${PROBLEMS[problem]}`, BAD_INPUT)
  return problems.length === 0
}

function asText({ code, name, says, from, applyAt, stateOwner, coming }: IntakeLine): string {
  const turned = says === applyAt.by ? '' : `, set: ${says}`
  const where = applyAt.by === 'own' ? '' : `\n    ${applyAt.href}`
  const next = coming.map((one) => `\n    from ${one.from}: apply ${one.says}, state ${one.stateSays}`).join('')
  return `${code}  apply ${applyAt.by}${turned} (since ${from}), state ${stateOwner}  ${name}${where}${next}`
}

async function list(options: Options): Promise<void> {
  const agency = await theAgency(options)
  if (!agency) return
  const on = options.from ?? today()
  const { setting, coming, lines } = await read(agency.id, async (tx) => ({
    setting: await getIntakeSetting(tx, agency.id, on),
    coming: await listComingModes(tx, agency.id, on),
    lines: await listIntake(tx, agency.id, on),
  }))
  if (options.json) {
    const { mode, from, nationalAddress } = setting
    out(JSON.stringify({ agency: agency.code, mode, from, nationalAddress, coming }))
    for (const line of lines) out(JSON.stringify({ agency: agency.code, ...line }))
    return
  }
  out(`${agency.code}  ${setting.mode}${setting.from ? ` since ${setting.from}` : ' (nobody has set it)'}`)
  for (const next of coming) out(`    from ${next.from}: ${next.mode}`)
  for (const line of lines) out(asText(line))
}

interface SetOptions extends Options {
  at: Intake
  state?: Intake
  url?: string
}

async function set(code: string, options: SetOptions): Promise<void> {
  const agency = await theAgency(options)
  if (!agency) return
  const { at: intake, state: stateOwner, url, from = today() } = options
  try {
    const given = { code, intake, stateOwner, url, from }
    if (!isKept(await transaction(agency.id, (tx) => setIntake(tx, agency.id, given)))) return
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return fail(`${agency.code} · ${code}: the agency does not offer this procedure on ${from}`)
  }
  const done = { agency: agency.code, code, at: intake, state: stateOwner, url, from }
  out(options.json ? JSON.stringify(done) : `${agency.code} · ${code}: ${intake} from ${from}`)
}

interface ModeOptions extends Options {
  nationalAddress?: string
}

async function mode(to: IntakeMode, options: ModeOptions): Promise<void> {
  const agency = await theAgency(options)
  if (!agency) return
  const { nationalAddress, from = today() } = options
  const given = { mode: to, nationalAddress, from }
  if (!isKept(await transaction(agency.id, (tx) => setIntakeMode(tx, agency.id, given)))) return
  const done = { agency: agency.code, mode: to, nationalAddress, from }
  out(options.json ? JSON.stringify(done) : `${agency.code}: ${to} from ${from}`)
}

function day(text: string): LocalDate {
  if (!isLocalDate(text)) throw new InvalidArgumentError('Give a day: 2026-12-01.')
  return text
}

function modeOf(text: string): IntakeMode {
  const found = INTAKE_MODES.find((one) => one === text)
  if (!found) throw new InvalidArgumentError(`Give one of ${INTAKE_MODES.join(', ')}.`)
  return found
}

const from = () => new Option('--from <day>', 'from that day on; today when left out').argParser(day)

/** `motcua intake`: who takes applications in, for an agency and each of its procedures, from a day on. R-024 */
export const intakeCommand = new Command('intake').description(
  'whose screen takes applications in and whose system keeps their status',
)

intakeCommand
  .command('list')
  .description('how the agency works, and where people apply for each procedure')
  .requiredOption('--agency <code>', 'which agency')
  .addOption(new Option('--from <day>', 'as it is on that day; today when left out').argParser(day))
  .option('--json', 'JSON lines: the agency, then each procedure')
  .action(list)

intakeCommand
  .command('set')
  .description('say for one procedure where people apply and which system keeps the status')
  .argument('<procedure>', 'code of the procedure, 1.004873')
  .requiredOption('--agency <code>', 'which agency')
  .addOption(
    new Option('--at <who>', 'own portal, national portal or the ministry’s system')
      .choices([...INTAKES])
      .makeOptionMandatory(),
  )
  .addOption(
    new Option('--state <who>', 'which system keeps the status; as before when left out').choices([...INTAKES]),
  )
  .option('--url <address>', 'where the ministry’s system takes it in')
  .addOption(from())
  .option('--json', 'one line of JSON')
  .action(set)

intakeCommand
  .command('mode')
  .description('say how the whole agency works: its own portal, as each procedure says, or behind the national portal')
  .argument('<mode>', INTAKE_MODES.join(', '), modeOf)
  .requiredOption('--agency <code>', 'which agency')
  .option('--national-address <address>', 'page of a procedure at the national portal, with {code} in it')
  .addOption(from())
  .option('--json', 'one line of JSON')
  .action(mode)
