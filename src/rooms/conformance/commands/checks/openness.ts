import { dayOf, toLocal } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import { listPublishedPlans } from '#rooms/funding-plans/index.ts'
import { listReminderRules } from '#rooms/notifications/index.ts'
import { countedAt, latestComparison } from '#rooms/reporting/index.ts'
import { type Check, finding } from './look.ts'

const HOUR = 3_600_000
/** Channels are compared every night. */
const FRESH_COMPARISON = 48 * HOUR

/** Whether the figures are being counted. */
export const checkStatistics: Check = async ({ agency, at }) => {
  const counted = await read(agency.id, (tx) => countedAt(tx, agency.id))
  if (!counted) return finding('not-met', (t) => t.countedNever)
  const standing = at.getTime() - counted.getTime() > HOUR ? 'partly' : 'met'
  return finding(standing, (t) => t.counted(formatDateTime(counted)), { countedAt: counted.toISOString() })
}

/** Whether a way of applying was found to be treated worse. R-185 @see Decree 42/2022, Art. 15.1 b */
export const checkEqualTreatment: Check = async ({ agency, at }) => {
  const run = await read(agency.id, (tx) => latestComparison(tx, agency.id))
  if (!run) return finding('unknown', (t) => t.comparedNever)
  const { comparedAt, comparisons } = run
  const tested = comparisons.filter(({ verdict }) => verdict !== 'too-few').length
  const worse = comparisons.filter(({ verdict }) => verdict === 'worse').length
  const facts = { comparedAt: comparedAt.toISOString(), tested, worse }
  const said = formatDateTime(comparedAt)
  if (worse > 0) return finding('not-met', (t) => t.treatedWorse(worse, said), facts)
  if (tested === 0) return finding('unknown', (t) => t.comparedTooFew(said), facts)
  const isOld = at.getTime() - comparedAt.getTime() > FRESH_COMPARISON
  return finding(isOld ? 'partly' : 'met', (t) => t.treatedAlike(tested, said), facts)
}

/** Whether the plan of this year or the next stands published. R-210 @see Decree 42/2022, Art. 20 */
export const checkFundingPlan: Check = async ({ agency }) => {
  const year = Number(today().slice(0, 4))
  const published = (await listPublishedPlans(agency.id)).filter((plan) => plan.year >= year)
  const [newest] = published
  if (!newest) return finding('not-met', (t) => t.noPlan(year), { year })
  const last = newest.publications
    .map(({ at }) => dayOf(toLocal(at)))
    .sort()
    .at(-1)
  const facts = { year: newest.year, plans: published.length, publishedOn: last ?? null }
  return finding('met', (t) => t.planPublished(newest.year, last ? formatDate(last) : '–'), facts)
}

/** Whether anything is offered before it is asked for. It says that it can be, and not that people use it. R-160 */
export const checkProactive: Check = async ({ agency }) => {
  const rules = (await read(agency.id, listReminderRules)).filter(({ state }) => state === 'on').length
  if (rules === 0) return finding('not-met', (t) => t.noReminders)
  return finding('partly', (t) => t.reminders(rules), { rules })
}
