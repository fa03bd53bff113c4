import type { FastifyPluginAsync } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { addDays, isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import type { TypedDate } from '#platform/html/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import { listRegister } from '../../store/lists.ts'
import { loadPlaces, type Places } from '../../store/places.ts'
import { cursorText, parseCursor } from '../shared/cursor.ts'
import { en } from './register.en.ts'
import { vi } from './register.vi.ts'
import { type Register, RegisterPage } from './register.view.tsx'

const PAGE = 50
const DAYS_SHOWN = 30

type Query = Record<string, string | undefined>

/** The day of three boxes (`from-day`, …) or of one value; what was typed when it is none; undefined when nothing was. */
function dayIn(query: Query, name: string): LocalDate | TypedDate | undefined {
  const whole = query[name] ?? ''
  if (isLocalDate(whole)) return whole
  const typed = {
    day: query[`${name}-day`] ?? '',
    month: query[`${name}-month`] ?? '',
    year: query[`${name}-year`] ?? '',
  }
  if (typed.day === '' && typed.month === '' && typed.year === '') return undefined
  const day = `${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`
  return isLocalDate(day) ? day : typed
}

/** The registers an officer may open: of the units where they work with dossiers; a centre's desk and supervisors see all. */
function unitsFor(officer: Officer, { units, reach }: Places): Unit[] {
  const working = officer.appointments.filter(({ roles }) => roles.some((role) => role !== 'administrator'))
  const all = working.some(
    ({ unitId, roles }) =>
      (reach.centres.has(unitId) && (roles.includes('desk-officer') || roles.includes('supervisor'))) ||
      (unitId === reach.root && roles.includes('supervisor')),
  )
  const own = working.map(({ unitId }) => unitId)
  return units.filter(({ id, desk }) => desk && (all || own.includes(id)))
}

interface Asked {
  unit: Unit | undefined
  from: LocalDate | TypedDate
  to: LocalDate | TypedDate
  errors: FieldError[]
}

function askedFor(query: Query, units: readonly Unit[], t: typeof vi): Asked {
  const to = dayIn(query, 'to') ?? today()
  const from = dayIn(query, 'from') ?? addDays(typeof to === 'string' ? to : today(), -DAYS_SHOWN)
  const errors: FieldError[] = []
  if (typeof from !== 'string') errors.push({ field: 'from-day', message: t.wrongDay })
  if (typeof to !== 'string') errors.push({ field: 'to-day', message: t.wrongDay })
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    errors.push({ field: 'from-day', message: t.wrongOrder })
  }
  return { unit: units.find(({ code }) => code === query.unit) ?? units[0], from, to, errors }
}

function addressOf({ unit, from, to }: Asked, before?: string): string {
  const query = new URLSearchParams({ unit: unit?.code ?? '', from: String(from), to: String(to) })
  if (before) query.set('before', before)
  return `/desk/register?${query}`
}

interface Opening {
  officer: Officer
  query: Query
  language: Language
  t: typeof vi
}

async function open(
  tx: Tx,
  { officer, query, language, t }: Opening,
): Promise<{ register: Register; errors: FieldError[] }> {
  const places = await loadPlaces(tx, officer.agencyId)
  const units = unitsFor(officer, places)
  const asked = askedFor(query, units, t)
  const { unit, from, to, errors } = asked
  const names = new Map(places.units.map(({ id, name }) => [id, name[language]]))
  const empty = { units, unit, names, from, to, rows: [], older: undefined, newest: undefined }
  if (!unit || typeof from !== 'string' || typeof to !== 'string' || errors.length > 0)
    return { register: empty, errors }

  const before = parseCursor(query.before)
  const found = await listRegister(tx, {
    agencyId: officer.agencyId,
    unitId: unit.id,
    from,
    to,
    before,
    limit: PAGE + 1,
  })
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  const next = found.length > PAGE && last?.receivedAt ? cursorText({ at: last.receivedAt, id: last.id }) : undefined
  const older = next && addressOf(asked, next)
  return { register: { ...empty, rows, older, newest: before && addressOf(asked) }, errors }
}

export const registerRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(
    '/desk/register',
    { config: { may: 'officer', audit: 'register.opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      const { language, query } = request
      const t = wordsFor(request, { vi, en })
      const { register, errors } = await read(officer.agencyId, (tx) => open(tx, { officer, query, language, t }))
      const answer = errors.length > 0 ? reply.code(422) : reply
      return answer.page(<RegisterPage register={register} errors={errors} language={language} t={t} />, {
        area: 'desk',
      })
    },
  )
}
