import type { FastifyPluginAsync } from 'fastify'
import { isId } from '#kernel/id.ts'
import { type LocalDateTime, toInstant, toLocal } from '#kernel/local-date.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import { localNow } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { deadlineWords, dueProgress, loadCalendar, sayProgress } from '#rooms/deadlines/index.ts'
import { countForDesk, type DossierSummary, listForDesk, summariesOf } from '#rooms/dossiers/index.ts'
import { type After, countQueue, type Desk, listQueue, type QueueRequest } from '../../store/work-items.ts'
import { en } from './queue.en.ts'
import { vi } from './queue.vi.ts'
import { QueuePage, type QueueRow, type ViewName } from './queue.view.tsx'

const PAGE = 50
const MOST = 1000
const VIEWS: readonly ViewName[] = ['mine', 'free', 'all', 'intake', 'supplement']

interface Query {
  view?: string
  after?: string
  code?: string
}

/** Each role at each unit is a desk of its own. */
function desksOf(officer: Officer): Desk[] {
  return officer.appointments.flatMap(({ unitId, roles }) => roles.map((role) => ({ unitId, role })))
}

function unitsWhere(officer: Officer, role: 'desk-officer' | 'case-officer'): string[] {
  return officer.appointments.filter(({ roles }) => roles.includes(role)).map(({ unitId }) => unitId)
}

/** `2026-11-25T17:00_{id}`: the last row of the page before. */
function parseAfter(text: string | undefined): After | undefined {
  const [due = '', id = ''] = (text ?? '').split('_')
  const dueAt = toInstant(due as LocalDateTime)
  return isId(id) && !Number.isNaN(dueAt.getTime()) ? { dueAt, id } : undefined
}

function holderOf(view: ViewName, officer: Officer): QueueRequest['holder'] {
  if (view === 'mine') return { officerId: officer.officerId }
  return view === 'free' ? 'nobody' : undefined
}

interface Listed {
  rows: QueueRow[]
  next: string | undefined
}

interface Asked {
  officer: Officer
  view: ViewName
  after: string | undefined
  language: Language
}

function rowOf(summary: DossierSummary, extra: Partial<QueueRow>): QueueRow {
  return {
    ref: summary.ref,
    owner: summary.ownerName,
    procedure: summary.procedureName,
    step: summary.step?.name,
    submittedAt: summary.submittedAt,
    dueAt: undefined,
    progress: undefined,
    progressWords: undefined,
    holder: summary.step?.officerName,
    isMine: false,
    ...extra,
  }
}

async function listWork(tx: Tx, { officer, view, after, language }: Asked): Promise<Listed> {
  const request = {
    desks: desksOf(officer),
    holder: holderOf(view, officer),
    after: parseAfter(after),
    limit: PAGE + 1,
  }
  const [items, calendar] = await Promise.all([listQueue(tx, request), loadCalendar(tx, officer.agencyId)])
  const shown = items.slice(0, PAGE)
  const summaries = new Map(
    (
      await summariesOf(
        tx,
        shown.map(({ dossierId }) => dossierId),
      )
    ).map((one) => [one.id, one]),
  )
  const now = localNow()
  const rows = shown.flatMap((item) => {
    const summary = summaries.get(item.dossierId)
    if (!summary) return []
    const running = { received: toLocal(summary.clockFrom ?? item.openedAt), dueAt: item.dueAt, calendar }
    const progress = dueProgress(running, now)
    const words = sayProgress(progress, deadlineWords(language))
    return [
      rowOf(summary, {
        step: item.stepName,
        dueAt: item.dueAt,
        progress,
        progressWords: words,
        isMine: item.assigneeId === officer.officerId,
      }),
    ]
  })
  const last = items.length > PAGE ? shown.at(-1) : undefined
  return { rows, next: last?.dueAt ? `${last.dueAt}_${last.id}` : undefined }
}

async function listDossiers(tx: Tx, { officer, view, after }: Asked): Promise<Listed> {
  const status = view === 'intake' ? 'submitted' : 'awaiting-supplement'
  const unitIds = unitsWhere(officer, view === 'intake' ? 'desk-officer' : 'case-officer')
  const found = await listForDesk(tx, {
    unitIds,
    status,
    after: isId(after ?? '') ? after : undefined,
    limit: PAGE + 1,
  })
  const shown = found.slice(0, PAGE)
  return { rows: shown.map((summary) => rowOf(summary, {})), next: found.length > PAGE ? shown.at(-1)?.id : undefined }
}

async function countViews(tx: Tx, officer: Officer): Promise<Partial<Record<ViewName, number>>> {
  const desks = desksOf(officer)
  const work = (view: ViewName) => countQueue(tx, { desks, holder: holderOf(view, officer), limit: MOST })
  const dossiers = (role: 'desk-officer' | 'case-officer', status: 'submitted' | 'awaiting-supplement') =>
    countForDesk(tx, { unitIds: unitsWhere(officer, role), status, limit: MOST })
  const counting: Partial<Record<ViewName, Promise<number>>> = {
    mine: work('mine'),
    free: work('free'),
    all: work('all'),
    ...(holds(officer, 'desk-officer') ? { intake: dossiers('desk-officer', 'submitted') } : {}),
    ...(holds(officer, 'case-officer') ? { supplement: dossiers('case-officer', 'awaiting-supplement') } : {}),
  }
  const counts = await Promise.all(Object.entries(counting).map(async ([view, count]) => [view, await count]))
  return Object.fromEntries(counts)
}

function chosenView(wanted: string | undefined, officer: Officer): ViewName {
  const known = VIEWS.find((view) => view === wanted)
  if (known) return known
  return holds(officer, 'desk-officer') ? 'intake' : 'mine'
}

export const queueRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(
    '/desk',
    { config: { may: 'officer', audit: 'queue.opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      const { language, query } = request
      const view = chosenView(query.view, officer)
      const asked = { officer, view, after: query.after, language }
      const list = view === 'intake' || view === 'supplement' ? listDossiers : listWork
      const [listed, counts] = await read(officer.agencyId, (tx) =>
        Promise.all([list(tx, asked), countViews(tx, officer)]),
      )
      const page = {
        ...listed,
        view,
        counts,
        isFirst: query.after === undefined,
        asOf: localNow(),
        language,
        t: wordsFor(request, { vi, en }),
      }
      return reply.page(<QueuePage {...page} />, { area: 'desk' })
    },
  )

  app.get<{ Querystring: Query }>('/desk/find', { config: { may: 'officer' } }, async (request, reply) => {
    const code = (request.query.code ?? '').trim().toUpperCase().replace(/\s+/g, '')
    return reply.redirect(code === '' ? '/desk' : `/desk/dossiers/${encodeURIComponent(code)}`, 303)
  })
}
