import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { adapterFor, canCompare } from '../../adapter.ts'
import { reconcileLater } from '../../commands/reconcile.ts'
import { en as saysEn } from '../../exchange.en.ts'
import { vi as saysVi } from '../../exchange.vi.ts'
import type { Destination } from '../../message.ts'
import { canKeep, canLook } from '../../policy.ts'
import { listConnections } from '../../store/connections.ts'
import { listDivergences, listReconciliations } from '../../store/reconciliations.ts'
import { numberIn } from '../shared/asked.ts'
import { en } from './reconciliation.en.ts'
import { vi } from './reconciliation.vi.ts'
import { ReconciliationPage } from './reconciliation.view.tsx'
import { RECONCILIATION, type Side } from './shown.ts'

type Query = Record<string, string | undefined>

const PAGE = 100

async function listSides(tx: Tx): Promise<Side[]> {
  const sides: Side[] = []
  for (const { destination } of await listConnections(tx)) {
    const adapter = adapterFor(destination)
    if (!adapter || !canCompare(adapter)) continue
    const [newest] = await listReconciliations(tx, destination, 1)
    sides.push({ destination, by: adapter.read ? 'dossiers' : 'days', newest })
  }
  return sides
}

async function open(tx: Tx, query: Query) {
  const sides = await listSides(tx)
  const differing = sides.find(({ newest }) => (newest?.diverging ?? 0) > 0)
  const side = sides.find(({ destination }) => destination === query.destination) ?? differing ?? sides[0]
  const history = side ? await listReconciliations(tx, side.destination) : []
  const run = history.find(({ id }) => id === query.run) ?? history[0]
  const after = numberIn(query.after) ?? 0
  const found = run ? await listDivergences(tx, run.id, { after, limit: PAGE + 1 }) : []
  const divergences = found.slice(0, PAGE)
  const last = divergences.at(-1)?.number
  const next =
    side && run && found.length > PAGE
      ? `${RECONCILIATION}?${new URLSearchParams({ destination: side.destination, run: run.id, after: String(last) })}`
      : undefined
  return { sides, side, history, run, divergences, next }
}

async function show(request: FastifyRequest<{ Querystring: Query }>, reply: FastifyReply) {
  const officer = requireOfficer(request)
  allow(canLook(officer))
  const opened = await read(officer.agencyId, (tx) => open(tx, request.query))
  const page = {
    ...opened,
    ...{ mayKeep: canKeep(officer), asked: request.query.asked === '1', now: now(), language: request.language },
    t: { ...wordsFor(request, { vi, en }), says: wordsFor(request, { vi: saysVi, en: saysEn }) },
  }
  return reply.page(<ReconciliationPage {...page} />, { area: 'manage' })
}

/** Three sides laid beside each other: what differs, why, since when, and what mends it. */
export const reconciliationRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(
    RECONCILIATION,
    { config: { may: 'officer', audit: 'exchange.reconciliation-opened' } },
    show,
  )

  app.post(
    `${RECONCILIATION}/runs`,
    { config: { may: 'administrator', audit: 'exchange.reconciliation-asked' } },
    async (request, reply) => {
      const { agencyId } = requireOfficer(request)
      const destination = postedText(request, 'destination') as Destination
      await reconcileLater({ agencyId, destination })
      return reply.redirect(`${RECONCILIATION}?${new URLSearchParams({ destination, asked: '1' })}`, 303)
    },
  )
}
