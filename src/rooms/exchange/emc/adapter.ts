import type { LocalDate } from '#kernel/local-date.ts'
import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import type { Adapter, Counts } from '../adapter.ts'
import { gather } from '../commands/gather.ts'
import type { Connection } from '../connection.ts'
import type { Message, Reply } from '../message.ts'
import { withoutRef } from '../national/dossier-message.ts'
import { eventMessage } from './event-message.ts'

/**
 * The system that measures how digital services are offered and used (EMC). It is told by the server and not by the
 * page, so that no third party's script sees what people do. R-189
 */
export function emc({ pseudonymKey }: { pseudonymKey: string }): Adapter {
  return {
    destination: 'emc',
    contractVersion: '1',
    wholes: new Set(),
    async compose(tx, message, { codes, connection }) {
      const { dossier, entry, life, service } = await gather(tx, message)
      const { level } = service.package.service
      const siteId = connection.settings.siteId ?? ''
      return eventMessage({ dossier, entry, life, codes, siteId, level, pseudonymKey }) ?? withoutRef(life)
    },
    send,
    counts,
  }
}

async function send({ payload }: Message, { settings }: Connection): Promise<Reply> {
  const answer = await callOutside(
    { name: 'emc' },
    {
      url: `${settings.url}/TrackingMCDT`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      repeatable: false,
    },
  )
  const said = { status: answer.status, answer: answer.body.toString().slice(0, 4000) }
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'acknowledged', ...said }
  if (answer.status === 429) return { outcome: 'again', ...said }
  if (answer.status >= 400 && answer.status < 500) return { outcome: 'refused', ...said, reasons: [] }
  return { outcome: 'puzzling', ...said }
}

/**
 * What it counted for our site that day. The public contract names no address to ask at; `countsPath` is the one that
 * was issued with the site's number.
 */
async function counts(day: LocalDate, { settings }: Connection): Promise<Counts> {
  const asked = new URLSearchParams({ siteId: settings.siteId ?? '', date: day })
  const { status, body } = await callOutside(
    { name: 'emc' },
    { url: `${settings.url}/${settings.countsPath ?? 'daily'}?${asked}`, method: 'GET', repeatable: true },
  )
  if (status !== 200) throw new Unreachable('emc', `it answered ${status} when asked for its figures`)
  return countsIn(body.toString())
}

/** Figures that cannot be read are no figures: nothing is compared with a guess. */
function countsIn(text: string): Counts {
  try {
    const { byStatus } = JSON.parse(text) as { byStatus?: unknown }
    if (typeof byStatus !== 'object' || byStatus === null) throw new TypeError('no byStatus')
    const entries = Object.entries(byStatus).map(([status, count]): [string, number] => [status, Number(count)])
    if (entries.some(([, count]) => !Number.isInteger(count) || count < 0)) throw new TypeError('no counts')
    return new Map(entries)
  } catch {
    throw new Unreachable('emc', 'its figures cannot be read')
  }
}
