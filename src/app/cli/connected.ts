import type { Command } from 'commander'
import { asInstallation, closeDatabase, connectDatabase, read } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { findAgencyByCode } from '#rooms/agencies/index.ts'
import { loadCalendar, type WorkingCalendar } from '#rooms/deadlines/index.ts'
import { type OpenedDatabase, openServer } from '../database.ts'
import { agencyCommand } from './agency.ts'
import { catalogueCommand } from './catalogue.ts'
import { conformanceCommand } from './conformance.ts'
import { makeDeadlineCommand } from './deadline.ts'
import { demoCommand } from './demo.ts'
import { exchangeCommand } from './exchange.ts'
import { intakeCommand } from './intake.ts'
import { logCommand } from './log.ts'
import { serviceCommand } from './service.ts'
import { statisticsCommand } from './statistics.ts'
import { unitsCommand } from './units.ts'

let opened: OpenedDatabase | undefined

async function open(): Promise<void> {
  opened = await openServer()
  await migrate(opened.address.owner)
  connectDatabase(opened.address, 4)
}

async function close(): Promise<void> {
  await closeDatabase()
  await opened?.stop()
}

/** These work on the database: it is opened before them and closed behind them, also when they fail. */
function withDatabase(command: Command): Command {
  command.hook('preAction', open)
  command.hook('postAction', close)
  return command
}

/** The agency's own calendar when a database is there; the national one needs none. */
async function calendarOf(agencyCode: string): Promise<WorkingCalendar | undefined> {
  try {
    await open()
    const agency = await asInstallation((tx) => findAgencyByCode(tx, agencyCode))
    return agency && (await read(agency.id, (tx) => loadCalendar(tx, agency.id)))
  } finally {
    await close()
  }
}

export function connectedCommands(): Command[] {
  const commands = [
    agencyCommand,
    catalogueCommand,
    serviceCommand,
    logCommand,
    exchangeCommand,
    intakeCommand,
    conformanceCommand,
    demoCommand,
    statisticsCommand,
    unitsCommand,
  ]
  return [makeDeadlineCommand({ calendarOf }), ...commands.map(withDatabase)]
}
