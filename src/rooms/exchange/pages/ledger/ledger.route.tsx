import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { read, type Tx } from '#platform/db/index.ts'
import type { TypedDate } from '#platform/html/index.ts'
import { postedList, postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { type Listed, listKept, listLedger } from '../../commands/list.ts'
import { type Done, replay, replayRange } from '../../commands/replay.ts'
import { settle } from '../../commands/settle.ts'
import { en as saysEn } from '../../exchange.en.ts'
import { vi as saysVi } from '../../exchange.vi.ts'
import { periodOf } from '../../figures.ts'
import { canKeep, canLook } from '../../policy.ts'
import { listServices } from '../../store/lists.ts'
import { byOf, numberIn } from '../shared/asked.ts'
import { dayIn } from '../shared/days.ts'
import { type Asked, addressOf, askedIn, LEDGER, type Query } from './asked.ts'
import { en } from './ledger.en.ts'
import { vi } from './ledger.vi.ts'
import { LedgerPage } from './ledger.view.tsx'
import type { LedgerWords } from './shown.ts'

const PAGE = 50

/** What was typed into a form that could not be taken. */
interface Typed {
  chosen?: readonly number[]
  reason?: string
  from?: string | TypedDate | undefined
  to?: string | TypedDate | undefined
}

interface Shown {
  query: Query
  errors?: readonly FieldError[]
  typed?: Typed
}

const wordsOf = (request: FastifyRequest): LedgerWords => ({
  ...wordsFor(request, { vi, en }),
  says: wordsFor(request, { vi: saysVi, en: saysEn }),
})

async function open(tx: Tx, agencyId: number, query: Query) {
  const connections = (await listKept(tx)).filter(({ told }) => told)
  const asked = askedIn(query, connections)
  if (!asked) return { connections, asked, services: [], listed: undefined }
  const services = await listServices(tx, asked.connection)
  const service = services.find((one) => one === asked.service)
  const { destination } = asked.connection
  const listed = await listLedger(tx, { ...asked, agencyId, destination, service, limit: PAGE })
  return { connections, asked: { ...asked, service }, services, listed }
}

function addressesOf(asked: Asked | undefined, listed: Listed | undefined) {
  if (!asked) return { next: undefined, first: undefined }
  return {
    next: listed?.next === undefined ? undefined : addressOf(asked, listed.next),
    first: asked.after === undefined ? undefined : addressOf(asked),
  }
}

async function show(request: FastifyRequest, reply: FastifyReply, { query, errors = [], typed = {} }: Shown) {
  const officer = requireOfficer(request)
  allow(canLook(officer))
  const opened = await read(officer.agencyId, (tx) => open(tx, officer.agencyId, query))
  const { asked, listed } = opened
  const page = {
    ...opened,
    ...addressesOf(asked, listed),
    ...{ errors, typed, mayKeep: canKeep(officer), language: request.language, t: wordsOf(request) },
    path: asked ? addressOf(asked, asked.after) : LEDGER,
    done: { replayed: numberIn(query.replayed), settled: numberIn(query.settled), left: numberIn(query.left) },
  }
  return reply.page(<LedgerPage {...page} />, { area: 'manage' })
}

/** The part of the ledger a form stood on. */
function placeOf(request: FastifyRequest): Query {
  return Object.fromEntries(
    ['destination', 'view', 'state', 'service', 'dossier', 'after'].map((name) => [name, postedText(request, name)]),
  )
}

function answer(request: FastifyRequest, reply: FastifyReply, outcome: Done & { what: 'replayed' | 'settled' }) {
  const place = Object.entries(placeOf(request)).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(Object.fromEntries(place))
  // What was so already is no news: a second click says nothing new.
  const left = outcome.left.filter(({ why }) => why !== 'already').length
  if (outcome.done.length > 0) query.set(outcome.what, String(outcome.done.length))
  if (left > 0) query.set('left', String(left))
  return reply.redirect(`${LEDGER}?${query}`, 303)
}

function chosenIn(request: FastifyRequest): number[] {
  return postedList(request, 'id').flatMap((text) => numberIn(text) ?? [])
}

async function replayChosen(request: FastifyRequest, reply: FastifyReply) {
  const ids = chosenIn(request)
  const by = byOf(request)
  if (ids.length === 0) {
    const errors = [{ field: 'chosen', message: wordsOf(request).nothingChosen }]
    return show(request, reply.code(422), { query: placeOf(request), errors, typed: by })
  }
  return answer(request, reply, { ...(await replay(by, ids)), what: 'replayed' })
}

async function settleChosen(request: FastifyRequest, reply: FastifyReply) {
  const t = wordsOf(request)
  const by = byOf(request)
  const chosen = chosenIn(request)
  const errors: FieldError[] = []
  if (chosen.length === 0) errors.push({ field: 'chosen', message: t.nothingChosen })
  if (by.reason === '') errors.push({ field: 'reason', message: t.reasonMissing })
  if (errors.length > 0) {
    const typed = { chosen, reason: by.reason }
    return show(request, reply.code(422), { query: placeOf(request), errors, typed })
  }
  return answer(request, reply, { ...(await settle(by, chosen)), what: 'settled' })
}

async function replayDays(request: FastifyRequest, reply: FastifyReply) {
  const t = wordsOf(request)
  const values = request.body as Query
  const [from, to] = [dayIn(values, 'from'), dayIn(values, 'to')]
  const errors: FieldError[] = []
  if (typeof from !== 'string') errors.push({ field: 'from', message: t.wrongDay })
  if (typeof to !== 'string') errors.push({ field: 'to', message: t.wrongDay })
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    errors.push({ field: 'from', message: t.wrongOrder })
  }
  const query = placeOf(request)
  const { agencyId } = requireOfficer(request)
  const asked = await read(agencyId, async (tx) => askedIn(query, await listKept(tx)))
  if (errors.length > 0 || !asked || typeof from !== 'string' || typeof to !== 'string') {
    return show(request, reply.code(422), { query, errors, typed: { from, to } })
  }
  const { destination } = asked.connection
  const outcome = await replayRange(byOf(request, 'range-reason'), { destination, period: periodOf(from, to) })
  return answer(request, reply, { ...outcome, what: 'replayed' })
}

/** The ledger: what waits, why and since when; acts on one, many, a range. R-186 */
export const ledgerRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(LEDGER, { config: { may: 'officer', audit: 'exchange.opened' } }, (request, reply) =>
    show(request, reply, { query: request.query }),
  )
  app.post(`${LEDGER}/replays`, { config: { may: 'administrator', audit: 'exchange.replayed' } }, replayChosen)
  app.post(`${LEDGER}/range-replays`, { config: { may: 'administrator', audit: 'exchange.replayed' } }, replayDays)
  app.post(`${LEDGER}/settlements`, { config: { may: 'administrator', audit: 'exchange.settled' } }, settleChosen)
}
