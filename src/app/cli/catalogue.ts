import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError } from 'commander'
import { asInstallation } from '#platform/db/index.ts'
import { CONFLICT_KINDS, type ImportReport, importCatalogue, searchProcedures } from '#rooms/procedures/index.ts'

/** `motcua catalogue import|search`. The caller has connected the database. */
export const catalogueCommand = new Command('catalogue').description('the national catalogue of procedures')

interface ImportOptions {
  dryRun?: boolean
  accept?: string
  changes?: string
  json?: boolean
  report?: string
}

catalogueCommand
  .command('import')
  .description('bring in the national catalogue: all of it or nothing, with every conflict reported')
  .argument('<path>', 'folder with catalog.jsonl and details/, a .jsonl list, or a .json detail record')
  .option('--dry-run', 'report what would change, and write nothing')
  .option(
    '--accept <plan>',
    'bring in exactly what a dry run has told, by the name of its plan; anything else is refused',
  )
  .option('--changes <file>', 'write every change of every procedure to a file, to be read')
  .option('--json', 'print the summary as JSON')
  .option('--report <file>', 'write every conflict to a file, one JSON object a line')
  .action(async (path: string, options: ImportOptions) => {
    const waiting = process.stderr.isTTY === true && options.json !== true
    if (waiting) process.stderr.write('reading and comparing…\r')
    const report = await importCatalogue(path, { dryRun: options.dryRun === true, accept: options.accept })
    if (waiting) process.stderr.write('\u001b[K')
    if (options.report) await writeReport(options.report, report)
    if (options.changes) await writeFile(options.changes, `${report.changes.flatMap(tellChange).join('\n')}\n`)
    if (options.json) console.log(JSON.stringify(summaryOf(report)))
    else console.log(tell(report, options.report))
  })

catalogueCommand
  .command('search')
  .description('search as the page does')
  .argument('<query>', 'everyday words, with or without marks')
  .option('--top <n>', 'how many', positive, 10)
  .option('--json', 'JSON lines {"code","name","score"}')
  .action(async (query: string, options: { top: number; json?: boolean }) => {
    const { hits } = await asInstallation((tx) => searchProcedures(tx, undefined, { query, limit: options.top }))
    for (const { code, name, score } of hits) {
      const rounded = Number(score.toFixed(4))
      console.log(
        options.json ? JSON.stringify({ code, name, score: rounded }) : `${score.toFixed(2)}  ${code}  ${name}`,
      )
    }
  })

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new InvalidArgumentError('a number from 1 to 1000')
  return number
}

function writeReport(file: string, { conflicts }: ImportReport): Promise<void> {
  return writeFile(file, conflicts.map((conflict) => `${JSON.stringify(conflict)}\n`).join(''))
}

const EXAMPLES = 2

/** What changes in one procedure, as a person reads it: `-` was there, `+` comes. */
function tellChange({ code, name, parts }: ImportReport['changes'][number]): string[] {
  const lines = parts.flatMap(({ part, gone, come }) => [
    `  ${part}`,
    ...gone.map((line) => `    - ${line}`),
    ...come.map((line) => `    + ${line}`),
  ])
  return [`${code}  ${name}`, ...lines]
}

const MOST_TOLD = 10

function tellChanges({ changes, plan, dryRun }: ImportReport): string[] {
  if (changes.length === 0) return []
  const told = changes.slice(0, MOST_TOLD).flatMap(tellChange).map(clip)
  const rest = changes.length > MOST_TOLD ? [`… and ${changes.length - MOST_TOLD} more: add --changes FILE`] : []
  const accept = dryRun ? [`plan ${plan}: bring in exactly this with --accept ${plan}`] : []
  return ['', ...told, ...rest, ...accept]
}

function summaryOf({ conflicts, changes, ...report }: ImportReport): object {
  const examples = Object.keys(report.conflictCounts).flatMap((kind) =>
    conflicts.filter((conflict) => conflict.kind === kind).slice(0, EXAMPLES),
  )
  return { ...report, changes: changes.length, conflicts: conflicts.length, examples }
}

function tell(report: ImportReport, file: string | undefined): string {
  const { counts, conflicts, conflictCounts } = report
  const nothing = counts.added + counts.changed === 0
  const lines = [
    `${report.dryRun ? 'dry run, nothing written: ' : ''}${counts.procedures} procedures read, ${counts.full} in full`,
    nothing
      ? `nothing has changed: all ${counts.unchanged} are as they were (catalogue version ${report.version})`
      : `${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged (catalogue version ${report.version})`,
    ...(counts.leftOut > 0 ? [`${counts.leftOut} left out: see unreadable and code-unusable below`] : []),
    ...tellChanges(report),
    `${conflicts.length} conflicts in the source, in ${(report.milliseconds / 1000).toFixed(1)} s`,
  ]
  for (const [kind, count] of Object.entries(conflictCounts)) {
    lines.push('', `${String(count).padStart(6)}  ${kind}: ${CONFLICT_KINDS[kind as keyof typeof CONFLICT_KINDS]}`)
    for (const { code, field, value, against } of conflicts.filter((one) => one.kind === kind).slice(0, EXAMPLES)) {
      lines.push(`        ${code}  ${field}: ${clip(value)}${against ? `  ≠  ${clip(against)}` : ''}`)
    }
  }
  lines.push('', file ? `every conflict: ${file}` : 'every conflict: add --report FILE')
  return lines.join('\n')
}

function clip(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text
}
