import { Command } from 'commander'
import { asInstallation, read } from '#platform/db/index.ts'
import { type Agency, listAgencies } from '#rooms/agencies/index.ts'
import { findDossierId, type Verified, verifyLog } from '#rooms/dossiers/index.ts'

interface Options {
  dossier?: string
  json?: boolean
}

interface Checked extends Verified {
  agency: string
}

async function verifyAgency(agency: Agency, dossierId?: string): Promise<Checked> {
  return { agency: agency.code, ...(await read(agency.id, (tx) => verifyLog(tx, agency.id, dossierId))) }
}

/** The agency that has the dossier, with its id. */
async function find(agencies: readonly Agency[], code: string): Promise<{ agency: Agency; id: string } | undefined> {
  for (const agency of agencies) {
    const id = await read(agency.id, (tx) => findDossierId(tx, agency.id, code))
    if (id) return { agency, id }
  }
  return undefined
}

async function check({ dossier }: Options): Promise<Checked[] | undefined> {
  const agencies = await asInstallation(listAgencies)
  if (dossier === undefined) {
    const all: Checked[] = []
    for (const agency of agencies) all.push(await verifyAgency(agency))
    return all
  }
  const found = await find(agencies, dossier)
  return found && [await verifyAgency(found.agency, found.id)]
}

function sayBroken({ agency, broken }: Checked): string[] {
  if (!broken) return []
  const { ref, seq, problem } = broken
  return [`broken: agency ${agency}, dossier ${ref}, entry ${seq}: ${problem}`]
}

async function verify(options: Options): Promise<void> {
  const checked = await check(options)
  if (!checked) {
    process.stderr.write(`no dossier ${options.dossier}\n`)
    process.exitCode = 1
    return
  }
  const isWhole = checked.every(({ broken }) => broken === undefined)
  if (options.json) {
    const dossiers = checked.reduce((sum, one) => sum + one.dossiers, 0)
    const entries = checked.reduce((sum, one) => sum + one.entries, 0)
    const broken = checked.flatMap((one) => (one.broken ? [{ agency: one.agency, ...one.broken }] : []))
    process.stdout.write(`${JSON.stringify({ ok: isWhole, dossiers, entries, broken })}\n`)
  } else {
    for (const { agency, dossiers, entries } of checked) {
      process.stdout.write(`${agency}: ${entries} entries of ${dossiers} dossiers checked\n`)
    }
    for (const line of checked.flatMap(sayBroken)) process.stdout.write(`${line}\n`)
  }
  if (!isWhole) process.exitCode = 1
}

export const logCommand = new Command('log').description('the log of what happened to dossiers')

logCommand
  .command('verify')
  .description('check the hash chains; exit 1 and the first broken entry of each agency when one is broken')
  .option('--dossier <code>', 'only this dossier')
  .option('--json', 'one line of JSON')
  .action(verify)
