import { read } from '#platform/db/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { type Destination, lastLookup, listKept } from '#rooms/exchange/index.ts'
import { asSimulated, type Finding } from '../../finding.ts'
import { askPortal } from '../ask-portal.ts'
import { type Check, finding, type Scene } from './look.ts'

type Kept = Awaited<ReturnType<typeof listKept>>[number]

const DAY = 86_400_000

async function keptOf({ agency }: Scene, destination: Destination): Promise<Kept | undefined> {
  return (await read(agency.id, listKept)).find((one) => one.destination === destination)
}

/** What prevents exchange at all; undefined when messages can pass. */
function barOf(kept: Kept | undefined): Finding | undefined {
  if (!kept) return finding('not-met', (t) => t.notConnected)
  const facts = { since: kept.since.toISOString(), contract: kept.contractVersion }
  if (kept.state !== 'on') return finding('not-met', (t) => t.connectionOff, facts)
  if (kept.holdup === 'no-adapter') return finding('not-met', (t) => t.noAdapter, facts)
  if (kept.failures === 0) return undefined
  const { lastFailureAt = kept.since, lastProblem = '–', failures } = kept
  const at = formatDateTime(lastFailureAt)
  return finding('not-met', (t) => t.failing(lastProblem, at), {
    ...{ ...facts, failures, lastFailureAt: lastFailureAt.toISOString() },
    lastSuccessAt: kept.lastSuccessAt?.toISOString() ?? null,
  })
}

/** A connection with a ledger: the last success, what waits and since when. */
function checkLedger(destination: Destination): Check {
  return async (scene) => {
    const kept = await keptOf(scene, destination)
    const bar = barOf(kept)
    if (bar || !kept) return bar ?? finding('not-met', (t) => t.notConnected)
    const { lastSuccessAt, waiting, stuck, waitingSince, since } = kept
    const facts = { since: since.toISOString(), waiting, stuck, lastSuccessAt: lastSuccessAt?.toISOString() ?? null }
    if (!lastSuccessAt) return finding('unknown', (t) => t.neverExchanged(formatDateTime(since)), facts)
    const isLate = waitingSince !== undefined && scene.at.getTime() - waitingSince.getTime() > DAY
    const standing = asSimulated(stuck > 0 || isLate ? 'partly' : 'met', scene.simulated)
    return finding(
      standing,
      (t) =>
        [
          t.exchanged(formatDateTime(lastSuccessAt), waiting, stuck),
          waitingSince && t.oldest(formatDateTime(waitingSince)),
          scene.simulated && t.simulated,
        ]
          .filter(Boolean)
          .join(' '),
      facts,
    )
  }
}

/** R-023 @see Decree 42/2022, Art. 13.2 b */
export const checkNationalPortal = checkLedger('national-portal')
/** @see Decree 42/2022, Art. 13.2 c */
export const checkMeasurement = checkLedger('emc')

/** The population database is only asked: the last question tells. */
export const checkRegistries: Check = async (scene) => {
  const kept = await keptOf(scene, 'population')
  if (!kept) return finding('not-met', (t) => t.notConnected)
  if (kept.state !== 'on') return finding('not-met', (t) => t.connectionOff)
  const last = await read(scene.agency.id, (tx) => lastLookup(tx, 'population'))
  if (!last) return finding('unknown', (t) => t.notAsked, { since: kept.since.toISOString() })
  const { at, outcome } = last
  const isSilent = outcome === 'refused' || outcome === 'unreachable'
  return finding(
    isSilent ? 'not-met' : asSimulated('met', scene.simulated),
    (t) =>
      [t.lookedUp(formatDateTime(at), t.outcomes[outcome] ?? outcome), scene.simulated && t.simulated]
        .filter(Boolean)
        .join(' '),
    { lastLookupAt: at.toISOString(), outcome },
  )
}

/** whether the feeds are there for the agency's own portal, and whether one was named. */
export const checkAgencyPortal: Check = async (scene) => {
  const host = scene.hosts[0]?.host ?? ''
  const answer = await askPortal(host, '/feeds/services.json')
  if (answer?.status !== 200) return finding('not-met', (t) => t.feedsDown, { host })
  const kept = await keptOf(scene, 'agency-portal')
  const since = kept?.state === 'on' ? formatDateTime(kept.since) : undefined
  return finding('partly', (t) => `${t.feeds}, ${since ? t.feedsTaken(since) : t.feedsOnly}`, {
    ...{ host, named: since !== undefined },
  })
}
