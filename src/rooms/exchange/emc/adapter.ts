import { callOutside } from '#platform/gateway/index.ts'
import type { Adapter } from '../adapter.ts'
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
