import { Command, InvalidArgumentError } from 'commander'
import { DomainError } from '#kernel/errors.ts'
import { asInstallation } from '#platform/db/index.ts'
import { findAgencyByCode } from '#rooms/agencies/index.ts'
import { type Loaded, loadDossiers } from '../demo-load/load.ts'

/** `motcua demo load`. The caller has connected the database. */
export const demoCommand = new Command('demo').description('synthetic data to try the portal with')

interface Options {
  dossiers: number
  seed: number
  agency: string
  json?: boolean
}

demoCommand
  .command('load')
  .description('synthetic dossiers with a realistic history: a fifth still open, the rest finished, over three years')
  .requiredOption('--dossiers <n>', 'how many; a million takes minutes', wholeUpTo(20_000_000))
  .option('--seed <s>', 'the same seed gives the same dossiers; another one adds others', wholeUpTo(2_147_483_647), 1)
  .option('--agency <code>', 'whose they are', 'H99')
  .option('--json', 'one line of JSON')
  .addHelpText(
    'after',
    '\nFiles what the agency’s services give as examples, at its communes. A run that was broken off goes on where it\n' +
      'stopped; one that is complete changes nothing.',
  )
  .action(load)

function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < 1 || number > most)
      throw new InvalidArgumentError(`a whole number from 1 to ${most}`)
    return number
  }
}

async function load({ agency: code, dossiers, seed, json }: Options): Promise<void> {
  const agency = await asInstallation((tx) => findAgencyByCode(tx, code))
  if (!agency) {
    refuse(`no agency ${code}`)
    return
  }
  const started = performance.now()
  const progress = progressLine(dossiers, json === true)
  try {
    const loaded = await loadDossiers({ agency, dossiers, seed, onProgress: progress.show })
    progress.clear()
    tell(loaded, { code, seed, json: json === true, seconds: (performance.now() - started) / 1000 })
  } catch (error) {
    progress.clear()
    if (!(error instanceof DomainError)) throw error
    refuse(WHY[error.code]?.(error.facts) ?? error.code)
  }
}

const WHY: Record<string, (facts: Readonly<Record<string, unknown>>) => string> = {
  'demo.other-load': ({ seed, dossiers }) =>
    `seed ${seed} was used for ${dossiers} dossiers: load that number again to go on, or choose another --seed to add more`,
  'demo.nothing-to-file': ({ agency }) =>
    `agency ${agency} has no service with an example that a person could file at one of its communes`,
}

function refuse(why: string): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}

interface Facts {
  code: string
  seed: number
  json: boolean
  seconds: number
}

function tell({ added, dossiers }: Loaded, { code, seed, json, seconds }: Facts): void {
  const took = Number(seconds.toFixed(1))
  if (json) console.log(JSON.stringify({ agency: code, seed, dossiers, added, seconds: took }))
  else if (added === 0) console.log(`nothing to do: the ${dossiers} dossiers of seed ${seed} are there`)
  else console.log(`${added} dossiers added at ${code} in ${took} s (${Math.round(added / seconds)} a second)`)
}

/** One line that is written over, on a terminal and for a person only. */
function progressLine(all: number, quiet: boolean): { show: (done: number) => void; clear: () => void } {
  if (quiet || process.stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined }
  const started = performance.now()
  let first: number | undefined
  return {
    show(done) {
      first ??= done
      const perSecond = ((done - first) / (performance.now() - started)) * 1000
      const left = perSecond > 0 ? `, ${Math.ceil((all - done) / perSecond)} s left` : ''
      process.stderr.write(`\r${((100 * done) / all).toFixed(1)} %  ${done} of ${all} dossiers${left}\u001b[K`)
    },
    clear: () => void process.stderr.write('\r\u001b[K'),
  }
}
