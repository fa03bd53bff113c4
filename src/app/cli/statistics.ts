import { Command } from 'commander'
import { asInstallation } from '#platform/db/index.ts'
import { findAgencyByCode, listAgencies } from '#rooms/agencies/index.ts'
import { compareChannels, countNew, figuresHold, publishMonths, recount } from '#rooms/reporting/index.ts'

async function wanted(code: string | undefined) {
  if (code === undefined) return asInstallation(listAgencies)
  const agency = await asInstallation((tx) => findAgencyByCode(tx, code))
  if (!agency) throw new Error(`no agency ${code}`)
  return [agency]
}

async function countAll(agencyId: number): Promise<number> {
  let counted = 0
  for (let batch = await countNew(agencyId); batch > 0; batch = await countNew(agencyId)) counted += batch
  return counted
}

/** `motcua statistics`: the figures, counted, checked against the log, published. */
export const statisticsCommand = new Command('statistics').description('figures counted from the log')

statisticsCommand
  .command('count')
  .description('count what is new now, without waiting for the worker')
  .option('--agency <code>', 'only this agency')
  .option('--again', 'throw the figures away and count the whole log')
  .action(async ({ agency, again }: { agency?: string; again?: boolean }) => {
    for (const { id, code } of await wanted(agency)) {
      if (again) await recount(id)
      process.stdout.write(`${code}: ${await countAll(id)} entries counted\n`)
    }
  })

statisticsCommand
  .command('check')
  .description('count the whole log from scratch and compare, to the byte; exit 1 when they differ')
  .option('--agency <code>', 'only this agency')
  .option('--json', 'JSON lines')
  .action(async ({ agency, json }: { agency?: string; json?: boolean }) => {
    for (const { id, code } of await wanted(agency)) {
      await countAll(id)
      const same = await figuresHold(id)
      if (!same) process.exitCode = 1
      const said = same ? 'the figures are what the log says' : 'the figures differ from the log: count --again'
      process.stdout.write(json ? `${JSON.stringify({ agency: code, same })}\n` : `${code}: ${said}\n`)
    }
  })

statisticsCommand
  .command('publish')
  .description('what the night does: open data of the months that are over, and the comparison of channels')
  .option('--agency <code>', 'only this agency')
  .action(async ({ agency }: { agency?: string }) => {
    for (const one of await wanted(agency)) {
      const editions = await publishMonths(one)
      const { comparisons } = await compareChannels(one.id)
      process.stdout.write(`${one.code}: ${editions.length} editions, ${comparisons.length} comparisons\n`)
    }
  })
