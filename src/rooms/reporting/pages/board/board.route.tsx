import type { FastifyPluginAsync } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { isLocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { FIGURES, type OpenedFigure, openFigure } from '../../commands/behind.ts'
import { readBoard, weekOf } from '../../commands/board.ts'
import { canLead } from '../../policy.ts'
import type { Behind } from '../../store/log.ts'
import { en as saidEn } from '../shared/said.en.ts'
import { vi as saidVi } from '../shared/said.vi.ts'
import { addressWith, type Query, textIn } from '../statistics/asked.ts'
import { type BehindAsked, BehindPage } from './behind.view.tsx'
import { en } from './board.en.ts'
import { vi } from './board.vi.ts'
import { BoardPage } from './board.view.tsx'

type Cursor = Pick<Behind, 'at' | 'dossierId'>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function cursorIn(query: Query): Cursor | undefined {
  const [at = '', dossierId = ''] = textIn(query, 'before').split('_')
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) || !UUID.test(dossierId) ? undefined : { at: moment, dossierId }
}

function askedIn(query: Query, t: typeof vi): BehindAsked {
  const week = weekOf(today())
  const [from, to] = [textIn(query, 'from') || week.from, textIn(query, 'to') || week.to]
  const errors: FieldError[] = []
  if (!isLocalDate(from)) errors.push({ field: 'from', message: t.wrongDay })
  if (!isLocalDate(to)) errors.push({ field: 'to', message: t.wrongDay })
  if (errors.length === 0 && from >= to) errors.push({ field: 'from', message: t.wrongOrder })
  const figure = textIn(query, 'figure')
  return {
    figure: figure in FIGURES ? (figure as OpenedFigure) : 'finished',
    from,
    to,
    unit: textIn(query, 'unit'),
    errors,
  }
}

/** `/desk/board`, and the dossiers behind its numbers. */
export const boardRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(
    '/desk/board',
    { config: { may: 'officer', audit: 'board.opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      allow(canLead(officer))
      const board = await read(officer.agencyId, (tx) => readBoard(tx, officer, textIn(request.query, 'unit')))
      const saying = { language: request.language, says: wordsFor(request, { vi: saidVi, en: saidEn }) }
      return reply.page(<BoardPage {...{ board, saying }} t={wordsFor(request, { vi, en })} />, { area: 'desk' })
    },
  )
  app.get<{ Querystring: Query }>(
    '/desk/board/dossiers',
    { config: { may: 'officer', audit: 'board.figure-opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      allow(canLead(officer))
      const { query, language } = request
      const t = wordsFor(request, { vi, en })
      const asked = askedIn(query, t)
      const { from, to, figure, unit, errors } = asked
      const question = isLocalDate(from) &&
        isLocalDate(to) &&
        errors.length === 0 && {
          figure,
          period: { from, to },
          unitCode: unit,
          procedureCode: textIn(query, 'procedure') || undefined,
          before: cursorIn(query),
        }
      const opened = question ? await read(officer.agencyId, (tx) => openFigure(tx, officer, question)) : undefined
      const next = opened?.next && `${opened.next.at.toISOString()}_${opened.next.dossierId}`
      const procedure = textIn(query, 'procedure')
      const older = next && addressWith('/desk/board/dossiers', { figure, from, to, unit, procedure, before: next })
      const saying = { language, says: wordsFor(request, { vi: saidVi, en: saidEn }) }
      const answer = errors.length > 0 ? reply.code(422) : reply
      return answer.page(<BehindPage {...{ asked, opened, older, saying, t }} />, { area: 'desk' })
    },
  )
}
