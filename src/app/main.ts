import { Command } from 'commander'
import { ConfigProblem } from '#platform/config/index.ts'
import { DatabaseProblem } from '#platform/db/problem.ts'
import { log } from '#platform/log/index.ts'

/** A command of the program: what it needs is loaded when it is called, so that `--help` answers at once. */
const program = new Command('motcua')
  .description('Một Cửa: the public-service portal of a ministry or province')
  .showHelpAfterError()

program
  .command('start')
  .description('one machine: database, migrations, demonstration, sandbox, worker and web')
  .action(async () => (await import('./start.ts')).start())

program
  .command('web')
  .description('serve pages')
  .action(async () => (await import('./web.ts')).serve())

program
  .command('worker')
  .description('work the queue')
  .action(async () => (await import('./worker.ts')).work())

program
  .command('migrate')
  .description('bring the database forward')
  .action(async () => (await import('./cli/migrate.ts')).migrateCommand())

async function addConnectedCommands(): Promise<void> {
  const { connectedCommands } = await import('./cli/connected.ts')
  for (const command of connectedCommands()) program.addCommand(command)
}

/** What is wrong is said in a sentence; a fault also shows where. */
function tell(error: unknown): never {
  if (error instanceof ConfigProblem || error instanceof DatabaseProblem) process.stderr.write(`${error.message}\n`)
  else log.fatal({ err: error }, 'motcua stopped')
  process.exit(1)
}

const QUICK = new Set(['start', 'web', 'worker', 'migrate'])
try {
  if (!QUICK.has(process.argv[2] ?? '')) await addConnectedCommands()
  await program.parseAsync()
} catch (error) {
  tell(error)
}
