import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { isLocalDate, localDate } from '#kernel/local-date.ts'
import { asInstallation } from '#platform/db/index.ts'
import { forgetPlaceLists, importPlaces, type PlacesImported, readPlaces } from '#rooms/forms/index.ts'

/** `motcua units import`. The caller has connected the database. */
export const unitsCommand = new Command('units').description('provinces and communes of the whole country')

/** The two-level organisation of local government. @see Resolution 202/2025/QH15 */
const IN_FORCE = '2025-07-01'

unitsCommand
  .command('import')
  .description('bring in the divisions (JSON) or the table of old names (CSV): all of it or nothing')
  .argument('<file>', 'divisions-….json, or conversion-old-new-….csv after it')
  .option('--from <day>', 'the day they are in force', IN_FORCE)
  .option('--dry-run', 'say what would change, and write nothing')
  .option('--json', 'print the counts as JSON')
  .action(async (file: string, options: { from: string; dryRun?: boolean; json?: boolean }) => {
    if (!isLocalDate(options.from)) return fail(`not a day: ${options.from}; write 2025-07-01`)
    const content = await readFile(file, 'utf8').catch(() => undefined)
    if (content === undefined) return fail(`cannot be read: ${file}`)
    const read = readPlaces(content)
    const counts = await imported(read, localDate(options.from), options.dryRun === true)
    if (options.json) console.log(JSON.stringify(counts))
    else console.log(tell(counts, options.dryRun === true))
    if (counts.problems.length > 0) process.exitCode = 1
  })

/** Undoes what it did when nothing is to be written. */
class DryRun extends Error {}

async function imported(read: ReturnType<typeof readPlaces>, from: ReturnType<typeof localDate>, dryRun: boolean) {
  let counts: PlacesImported | undefined
  try {
    await asInstallation(async (tx) => {
      counts = await importPlaces(tx, read, from)
      if (dryRun) throw new DryRun()
    })
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  forgetPlaceLists()
  if (!counts) throw new Error('the import came to nothing')
  return counts
}

const MOST_SAID = 20

function tell({ added, renamed, ended, former, problems }: PlacesImported, dryRun: boolean): string {
  if (problems.length > 0) {
    const more = problems.length > MOST_SAID ? [`… and ${problems.length - MOST_SAID} more`] : []
    return ['nothing imported:', ...problems.slice(0, MOST_SAID), ...more].join('\n')
  }
  const verb = dryRun ? 'would be' : 'were'
  return `${added} ${verb} added, ${renamed} changed, ${ended} ended, ${former} old names kept`
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
