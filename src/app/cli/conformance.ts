import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { asInstallation } from '#platform/db/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { type Agency, listAgencies } from '#rooms/agencies/index.ts'
import {
  asJson,
  buildReport,
  type Judged,
  printReport,
  type Report,
  runChecks,
  sayLaw,
  sayStanding,
} from '#rooms/conformance/index.ts'
import { readyAdapters } from '../outside.ts'

interface Options {
  agency?: string
  json?: boolean
  pdf?: string
  stored?: boolean
  strict?: boolean
}

const out = (text: string) => void process.stdout.write(`${text}\n`)
const warn = (text: string) => void process.stderr.write(`${text}\n`)

function fail(text: string): void {
  warn(text)
  process.exitCode = 1
}

async function report(options: Options): Promise<void> {
  const { agency: code, json, pdf, stored, strict } = options
  const agencies = (await asInstallation(listAgencies)).filter((agency) => code === undefined || agency.code === code)
  if (agencies.length === 0) return fail(`no agency ${code ?? ''}`)
  if (pdf !== undefined && agencies.length > 1) return fail('error: --pdf needs --agency')
  readyAdapters()
  for (const agency of agencies) {
    if (!stored) await runChecks(agency)
    const made = await buildReport(agency.id)
    out(json ? JSON.stringify(asJson(agency, made)) : asText(agency, made))
    if (pdf !== undefined) await print(pdf, agency, made)
    if (strict && made.gaps.some(({ check, standing }) => check && standing === 'not-met')) process.exitCode = 1
  }
}

async function print(file: string, agency: Agency, made: Report): Promise<void> {
  try {
    await writeFile(file, await printReport(agency, made))
    warn(`${file} is written; it is not signed`)
  } finally {
    await closePdf()
  }
}

function asText(agency: Agency, { counts, laws, checkedAt }: Report): string {
  const head = `${agency.code} ${agency.name.en}: ${counts.met} met, ${counts.partly} partly, ${counts['not-met']} not met, ${counts.unknown} not proven`
  const at = checkedAt ? `, checked ${formatDateTime(checkedAt)}` : ', never checked'
  return [head + at, ...laws.flatMap(({ law, clauses }) => ['', sayLaw(law, 'en'), ...clauses.map(line)])].join('\n')
}

function line({ article, says, standing, evidence, since, inForce }: Judged): string {
  const when = since ? ` since ${formatDateTime(since)}` : ''
  const old = inForce ? '' : ' [no longer in force]'
  return `  ${sayStanding(standing, 'en')}${when}: ${article.en}, ${says.en}${old}\n      ${evidence.en}`
}

export const conformanceCommand = new Command('conformance').description(
  'how the installation stands with the law, article by article',
)

conformanceCommand
  .command('report')
  .description('look now, keep what was found, and report')
  .option('--agency <code>', 'only this agency')
  .option('--json', 'one line of JSON for each agency')
  .option('--pdf <file>', 'also as a PDF for the file, not signed; with --agency')
  .option('--stored', 'report what the last look found, without looking now')
  .option('--strict', 'exit 1 when a check finds something not met')
  .action(report)
