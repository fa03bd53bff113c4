import type { FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { config } from '#platform/config/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import type { By } from '../../commands/replay.ts'
import type { Connection } from '../../connection.ts'

/** Who acts, with what was written under that name. */
export function byOf(request: FastifyRequest, field = 'reason'): By {
  const officer: Officer = requireOfficer(request)
  return { agencyId: officer.agencyId, officerId: officer.officerId, reason: postedText(request, field).slice(0, 1000) }
}

const LARGEST = 2 ** 53

/** A message’s number as it stands in an address. Throws NotFound when it is none. */
export function messageId(text: string): number {
  const id = numberIn(text)
  if (id === undefined) throw new NotFound('exchange.no-such-message')
  return id
}

export function numberIn(text: string | undefined): number | undefined {
  const number = /^\d{1,16}$/.test(text ?? '') ? Number(text) : undefined
  return number !== undefined && number > 0 && number < LARGEST ? number : undefined
}

/** Whether the other side is the sandbox: what is simulated says so. R-155 */
export function isSimulated({ settings }: Connection): boolean {
  const url = URL.parse(settings.url ?? '')
  return (
    url !== null && url.port === String(config.SANDBOX_PORT) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  )
}
