import { writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { projectPath } from '#platform/config/index.ts'
import { closeDatabase, connectDatabase } from '#platform/db/index.ts'
import { measureCatalogue, memory } from './catalogue.ts'
import { measureDesk, measurePages } from './desk.ts'
import type { Figure } from './figures.ts'
import { measureFiling } from './filing.ts'
import { savePlans } from './plans.ts'
import { type Portal, startPortal } from './portal.ts'
import { describeMachine, type Results, sayTable, writeReadme } from './report.ts'
import { measureSearch } from './search.ts'
import { measureSending } from './sending.ts'
import { asOwner } from './stage.ts'
import { closeVisitors } from './visitor.ts'

const HELP = `npm run bench -- [--quick] [--only NAME] [--dossiers N] [--write-readme]

  --quick          smaller numbers everywhere: says whether it runs, not how fast it is
  --only NAME      start, catalogue, pages, filing, sending, desk or search; again for more than one
  --dossiers N     how many lie behind the second desk, instead of 1,000,000
  --write-readme   puts the table between the marks of README.md

Writes bench/results.json and bench/plans/. What each figure means: bench/README.md.
`

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    dossiers: { type: 'string' },
    'write-readme': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const { quick } = values
const few = quick ? 1000 : 10_000
const many = Number(values.dossiers ?? (quick ? 20_000 : 1_000_000))
const wanted = (name: string) => values.only === undefined || values.only.includes(name)

/** What autovacuum would have done by the next day. */
async function settle({ database }: Portal): Promise<void> {
  await asOwner(database, 'vacuum analyze')
  await asOwner(database, 'checkpoint')
}

async function desk(portal: Portal): Promise<Figure[]> {
  const times = quick ? 60 : 400
  const figures: Figure[] = []
  for (const [dossiers, more, seed] of [
    [few, few, 1],
    [many, many - few, 2],
  ] as const) {
    const began = performance.now()
    await portal.motcua('demo', 'load', '--dossiers', String(more), '--seed', String(seed))
    const seconds = (performance.now() - began) / 1000
    await settle(portal)
    figures.push(...(await measureDesk(portal, { dossiers, times })))
    console.error(`plans: ${await savePlans(portal, dossiers)}`)
    if (dossiers === many)
      figures.push({
        group: 'Loading',
        name: `motcua demo load, ${more.toLocaleString('en-GB')} dossiers`,
        value: seconds / 60,
        unit: 'minutes',
      })
  }
  return figures
}

/** In this order: each leaves the portal fuller than it found it. */
async function measure(portal: Portal): Promise<Figure[]> {
  const figures: Figure[] = []
  // The first start connects to the outside and fetches from it; idle is what comes after.
  await setTimeout(quick ? 3000 : 20_000)
  const idle = (await portal.usage()).megabytes
  if (wanted('start')) {
    const value = portal.secondsToFirstPage
    figures.push({
      group: 'Start',
      name: 'npm start to the first page',
      value,
      unit: 's',
      budget: { most: 15 },
      note: 'empty data directory',
    })
    figures.push(memory('idle after start', idle, 250))
  }
  const say = (part: string) => console.error(`${part} …`)
  const add = async (name: string, work: () => Promise<Figure[]>) => {
    if (!wanted(name)) return
    say(name)
    figures.push(...(await work()))
  }
  await add('catalogue', () => measureCatalogue(portal, quick ? { seconds: 1, turns: 1 } : { seconds: 5, turns: 5 }))
  await add('pages', () => measurePages(portal, { times: quick ? 100 : 1000 }))
  await add('filing', () =>
    measureFiling(portal, quick ? { filings: 100, seconds: 3 } : { filings: 3000, seconds: 20 }),
  )
  await add('sending', () =>
    measureSending(portal, quick ? { dossiers: 200, seconds: 15 } : { dossiers: 3000, seconds: 300 }),
  )
  await add('desk', () => desk(portal))
  await add('search', () => measureSearch(portal, quick ? { rounds: 2, most: 5000 } : { rounds: 20, most: 100_000 }))
  if (wanted('start')) figures.push(memory('after everything', (await portal.usage()).megabytes, 400))
  return figures
}

async function bench(): Promise<void> {
  const portal = await startPortal()
  process.once('SIGINT', () => void portal.stop().then(() => process.exit(130)))
  try {
    connectDatabase(portal.database, 10)
    const figures = await measure(portal)
    const results: Results = { machine: await describeMachine(portal.database), quick, figures }
    await writeFile(projectPath('bench/results.json'), `${JSON.stringify(results, null, 2)}\n`)
    console.log(`\n${sayTable(results)}`)
    if (values['write-readme']) await writeReadme(results)
  } finally {
    closeVisitors()
    await closeDatabase()
    await portal.stop()
  }
}

if (values.help) console.log(HELP)
else await bench()
