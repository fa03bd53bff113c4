import { Command } from 'commander'
import { DomainError } from '#kernel/errors.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { findAgencyByCode } from '#rooms/agencies/index.ts'
import type { ServicePackage } from '#rooms/forms/index.ts'
import { findInstalledService, installService } from '#rooms/procedures/index.ts'
import {
  checkPackage,
  diffPackages,
  type Problem,
  readPackage,
  testPackage,
  UnreadablePackage,
  writePackage,
} from '../service-packages/index.ts'

/** `motcua service check|test|install|export|diff`. The caller has connected the database for the last three. */
export const serviceCommand = new Command('service').description('service packages: a procedure as data')

serviceCommand
  .command('check')
  .description('everything that can be wrong with a package before it is used')
  .argument('<path>', 'folder of the package')
  .option('--json', 'print JSON lines')
  .action(async (path: string, { json }: { json?: boolean }) => {
    const problems = await problemsOf(path)
    tell(problems, json, ({ where, message }) => `${where}: ${message}`)
    if (problems.length > 0) process.exitCode = 1
    else if (!json) console.log(`${path}: in order`)
  })

serviceCommand
  .command('test')
  .description('run the examples of a package through the form, the fees, the clock and the process')
  .argument('<path>', 'folder of the package')
  .option('--json', 'print JSON lines')
  .action(async (path: string, { json }: { json?: boolean }) => {
    const given = await checkedPackage(path)
    if (!given) return
    const results = testPackage(given)
    tell(results, json, ({ id, name, wrong }) => {
      const differences = wrong.map(
        ({ what, expected, actual }) =>
          `\n    ${what}: expected ${JSON.stringify(expected)}\n    ${' '.repeat(what.length)}  but got ${JSON.stringify(actual)}`,
      )
      return `${wrong.length === 0 ? '✓' : '✗'} ${id}: ${name}${differences.join('')}`
    })
    const failed = results.filter(({ wrong }) => wrong.length > 0).length
    if (!json) console.log(`${results.length - failed} passed, ${failed} failed`)
    if (failed > 0) process.exitCode = 1
  })

serviceCommand
  .command('install')
  .description('check, test and install a package; from its first day on the procedure can be applied for')
  .argument('<path>', 'folder of the package')
  .requiredOption('--agency <code>', 'whose portal offers it')
  .action(async (path: string, { agency }: { agency: string }) => {
    const given = await checkedPackage(path)
    const id = given && (await agencyId(agency))
    if (!given || id === undefined) return
    const failed = testPackage(given).filter(({ wrong }) => wrong.length > 0)
    if (failed.length > 0)
      return fail(`not installed: ${failed.length} examples fail, see: motcua service test ${path}`)
    const { version, validFrom } = given.service
    try {
      const done = await transaction(id, (tx) => installService(tx, id, given))
      console.log(`${given.service.code} ${version} ${done} at ${agency}, in force from ${validFrom}`)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'procedures.service-version-differs') throw error
      fail(`not installed: ${version} is there already with other content; raise the version in service.json`)
    }
  })

serviceCommand
  .command('export')
  .description('write an installed package as a folder that another agency can install')
  .argument('<path>', 'folder to write')
  .requiredOption('--agency <code>', 'where it is installed')
  .requiredOption('--code <code>', 'code of the procedure')
  .action(async (path: string, { agency, code }: { agency: string; code: string }) => {
    const installed = await installedAt(agency, code)
    if (!installed) return
    const files = await writePackage(path, installed)
    console.log(`${code} ${installed.service.version}: ${files.length} files in ${path}`)
  })

serviceCommand
  .command('diff')
  .description('where a package differs from another folder, or from what is installed')
  .argument('<path>', 'folder of the package')
  .option('--with <path>', 'another folder')
  .option('--agency <code>', 'what this agency has installed')
  .option('--json', 'print JSON lines')
  .action(async (path: string, options: { with?: string; agency?: string; json?: boolean }) => {
    const given = await readPackage(path)
    const before = options.with
      ? await readPackage(options.with)
      : options.agency && (await installedAt(options.agency, given.service.code))
    if (!before) return fail('say what to compare it with: --with PATH or --agency CODE')
    const differences = diffPackages(before, given)
    tell(differences, options.json, ({ where, before: old, after }) => `${where}\n  - ${said(old)}\n  + ${said(after)}`)
    if (!options.json && differences.length === 0) console.log('no difference')
  })

async function problemsOf(path: string): Promise<readonly Problem[]> {
  try {
    return checkPackage(await readPackage(path))
  } catch (error) {
    if (error instanceof UnreadablePackage) return error.problems
    throw error
  }
}

/** The package when it is in order; otherwise its problems are told and the command fails. */
async function checkedPackage(path: string): Promise<ServicePackage | undefined> {
  const problems = await problemsOf(path)
  if (problems.length === 0) return readPackage(path)
  for (const { where, message } of problems) console.error(`${where}: ${message}`)
  process.exitCode = 1
  return undefined
}

async function agencyId(code: string): Promise<number | undefined> {
  const agency = await asInstallation((tx) => findAgencyByCode(tx, code))
  if (!agency) fail(`no agency has the code ${code}`)
  return agency?.id
}

async function installedAt(agency: string, code: string): Promise<ServicePackage | undefined> {
  const id = await agencyId(agency)
  if (id === undefined) return undefined
  const installed = await read(id, (tx) => findInstalledService<ServicePackage>(tx, id, code))
  if (!installed) fail(`${code} is not installed at ${agency}`)
  return installed?.package
}

function tell<T>(rows: readonly T[], json: boolean | undefined, say: (row: T) => string): void {
  for (const row of rows) console.log(json ? JSON.stringify(row) : say(row))
}

function said(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
