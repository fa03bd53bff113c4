import { dayOf, type LocalDate, toLocal } from '#kernel/local-date.ts'
import type { Life, LogEntry } from '#rooms/dossiers/index.ts'
import type { OfficeClock, Span } from './office-clock.ts'
import { type Tally, took } from './tally.ts'

/** The ways a dossier comes in. Those born at the national portal are told apart from our own. R-185 */
export const CHANNELS = ['online', 'national-portal', 'counter', 'post'] as const
export type FiledBy = (typeof CHANNELS)[number]

/** What one entry of a log adds to the figures: on which day, for whom, and what. */
export interface Occurrence {
  on: LocalDate
  procedureCode: string
  unitId: string
  channel: FiledBy
  tally: Tally
}

interface Moment {
  /** What the log says up to and with this entry. */
  life: Life
  /** The entries of the dossier up to and with this one. */
  entries: readonly LogEntry[]
  clock: OfficeClock
}

/** Entry types that add to the figures; all others need not be looked at. */
export function counts(type: string): boolean {
  return type in RULES
}

/**
 * What the last of these entries adds. It depends on the entries before it and on nothing that comes later: so a past
 * month is what it was, and counting entry by entry comes to the same as counting everything again.
 */
export function occurrencesAt(moment: Moment): Occurrence[] {
  const { entries } = moment
  const [first, entry] = [entries[0], entries.at(-1)]
  const rule = entry && RULES[entry.type]
  if (!first || !entry || !rule) return []
  // The law knows one of each; a second one in the log is a correction of the first and counts for nothing more.
  const again = !OFTEN.has(entry.type) && entries.some((one) => one !== entry && one.type === entry.type)
  if (again) return []
  const on = dayOf(toLocal(entry.at))
  const procedureCode = textIn(first, 'procedureCode')
  const channel = channelOf(first)
  const receiving = moment.life.receivingUnitId.value
  const unitIds = { receiving, competent: competentUnit(entries) || receiving }
  return Object.entries(withActs(rule(moment, entry), entry)).map(([at, tally]) => {
    return { on, procedureCode, unitId: unitIds[at as Place], channel, tally }
  })
}

type Place = 'receiving' | 'competent'
type Added = Partial<Record<Place, Tally>>
type Rule = (moment: Moment, entry: LogEntry) => Added

/** An act of the agency itself, by an officer or by the system alone: how far the work goes by itself. @see Decree 224/2026, Art. 19.2 c */
function withActs(added: Added, { type, actor }: LogEntry): Added {
  if (!ACTS.has(type) || actor.kind === 'citizen') return added
  const act: Tally = { acts: 1, ...(actor.kind === 'system' ? { automaticActs: 1 } : {}) }
  return { ...added, competent: { ...added.competent, ...act } }
}

const ACTS: ReadonlySet<string> = new Set([
  ...['dossier.received', 'dossier.refused', 'dossier.processing-started', 'dossier.step'],
  ...['dossier.supplement-requested', 'dossier.result-ready', 'dossier.returned'],
])

const OFTEN: ReadonlySet<string> = new Set(['dossier.supplement-requested', 'dossier.step'])

function textIn(entry: LogEntry, name: string): string {
  const fact = entry.facts[name]
  return typeof fact === 'string' ? fact : ''
}

export function channelOf(first: LogEntry): FiledBy {
  if (first.facts.born === 'national-portal') return 'national-portal'
  return CHANNELS.find((channel) => channel === first.facts.channel) ?? 'online'
}

/** Filed online (trực tuyến), at this portal or the national one. */
function isOnline(first: LogEntry | undefined): boolean {
  const channel = first && channelOf(first)
  return channel === 'online' || channel === 'national-portal'
}

function competentUnit(entries: readonly LogEntry[]): string {
  const said = entries.findLast((entry) => typeof entry.facts.competentUnitId === 'string')
  return said ? textIn(said, 'competentUnitId') : ''
}

/** While the person gathers papers or money, nobody can hurry but them: that time is not the agency's. */
const THEIRS: ReadonlySet<unknown> = new Set(['supplement', 'payment'])

function theirTime({ life, entries }: Moment): Span[] {
  const spans: Span[] = life.supplements.map(({ requested, supplied }) => {
    return { from: requested.value, to: supplied?.value }
  })
  for (const entry of entries) {
    const { reason } = entry.facts
    if (entry.type !== 'dossier.paused' || !THEIRS.has(reason)) continue
    const ended = entries.find(
      (one) => one.seq > entry.seq && one.type === 'dossier.resumed' && one.facts.reason === reason,
    )
    spans.push({ from: entry.at, to: ended?.at })
  }
  return spans
}

/** A dossier that has come to an end, whichever: was the person sent back for papers on the way? */
function ended({ life }: Moment): Tally {
  return { ended: 1, ...(life.supplements.length > 0 ? { endedSupplemented: 1 } : {}) }
}

/** Against the last promise of the log. The minute of the due time itself is still on time, as the clock has it. */
function timeliness({ life }: Moment, readyAt: Date): Tally {
  if (!life.due) return { undated: 1 }
  return toLocal(readyAt) > life.due.value ? { late: 1 } : { onTime: 1 }
}

/** Intake is the work of the desk that receives, the rest that of the unit which decides. */
const RULES: Record<string, Rule> = {
  'dossier.submitted': () => ({ receiving: { submitted: 1 } }),
  'dossier.received': (moment, { at }) => {
    const quarters = moment.clock.quarters(moment.life.submitted.value, at, theirTime(moment))
    const online = isOnline(moment.entries[0]) ? { receivedOnline: 1 } : {}
    return { receiving: { received: 1, ...online, [took('receive', quarters)]: 1 } }
  },
  'dossier.refused': (moment) => ({ receiving: { refused: 1 }, competent: ended(moment) }),
  'dossier.withdrawn': (moment) => ({ competent: { withdrawn: 1, ...ended(moment) } }),
  'dossier.discontinued': (moment) => ({ competent: { discontinued: 1, ...ended(moment) } }),
  'dossier.supplement-requested': () => ({ competent: { supplementRequests: 1 } }),
  'dossier.result-ready': (moment, { at, facts }) => {
    const from = moment.life.received?.value
    const quarters = from && moment.clock.quarters(from, at, theirTime(moment))
    return {
      competent: {
        finished: 1,
        ...timeliness(moment, at),
        ...ended(moment),
        ...(facts.outcome === 'rejected' ? { rejected: 1 } : {}),
        ...(quarters === undefined ? {} : { [took('finish', quarters)]: 1 }),
      },
    }
  },
  'dossier.returned': () => ({ competent: { returned: 1 } }),
  'dossier.processing-started': () => ({}),
  'dossier.step': () => ({}),
}
