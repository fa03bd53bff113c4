import type { FastifyPluginAsync } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { addDays, dayNumber, type LocalDate } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import type { TypedDate } from '#platform/html/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listKept } from '../../commands/list.ts'
import type { Connection } from '../../connection.ts'
import { en as saysEn } from '../../exchange.en.ts'
import { vi as saysVi } from '../../exchange.vi.ts'
import { fillDays, periodOf } from '../../figures.ts'
import { canLook } from '../../policy.ts'
import { sumFigures } from '../../store/figures.ts'
import { listServices } from '../../store/lists.ts'
import { LEDGER } from '../ledger/asked.ts'
import { dayIn } from '../shared/days.ts'
import { en } from './figures.en.ts'
import { vi } from './figures.vi.ts'
import { FiguresPage } from './figures.view.tsx'

const DAYS_SHOWN = 7
const MOST_DAYS = 31

type Query = Record<string, string | undefined>

interface Range {
  from: LocalDate | TypedDate
  to: LocalDate | TypedDate
  errors: FieldError[]
}

function rangeIn(query: Query, t: typeof vi): Range {
  const to = dayIn(query, 'to') ?? today()
  const from = dayIn(query, 'from') ?? addDays(typeof to === 'string' ? to : today(), 1 - DAYS_SHOWN)
  const errors: FieldError[] = []
  if (typeof from !== 'string') errors.push({ field: 'from', message: t.wrongDay })
  if (typeof to !== 'string') errors.push({ field: 'to', message: t.wrongDay })
  if (typeof from === 'string' && typeof to === 'string') {
    if (from > to) errors.push({ field: 'from', message: t.wrongOrder })
    else if (dayNumber(to) - dayNumber(from) >= MOST_DAYS) errors.push({ field: 'from', message: t.tooLong(MOST_DAYS) })
  }
  return { from, to, errors }
}

async function rowsFor(tx: Tx, connection: Connection | undefined, { from, to, errors }: Range) {
  if (!connection || errors.length > 0 || typeof from !== 'string' || typeof to !== 'string') return []
  const { agencyId, destination } = connection
  const found = await sumFigures(tx, { agencyId, destination, period: periodOf(from, to), now: now() })
  const services = await listServices(tx, connection)
  const told = found.map(({ service }) => service)
  return fillDays(found, { from, to, services: [...new Set([...services, ...told])].sort() })
}

/** How many messages were acknowledged in time, by day of the act. QĐ 766/QĐ-TTg */
export const figureRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(
    `${LEDGER}/figures`,
    { config: { may: 'officer', audit: 'exchange.figures-opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      allow(canLook(officer))
      const t = { ...wordsFor(request, { vi, en }), says: wordsFor(request, { vi: saysVi, en: saysEn }) }
      const range = rangeIn(request.query, t)
      const found = await read(officer.agencyId, async (tx) => {
        const connections = (await listKept(tx)).filter(({ told }) => told)
        const wanted = request.query.destination
        const connection = connections.find(({ destination }) => destination === wanted) ?? connections[0]
        return { connections, connection, rows: await rowsFor(tx, connection, range) }
      })
      const page = { ...found, ...range, language: request.language, t }
      const answer = range.errors.length > 0 ? reply.code(422) : reply
      return answer.page(<FiguresPage {...page} />, { area: 'manage' })
    },
  )
}
