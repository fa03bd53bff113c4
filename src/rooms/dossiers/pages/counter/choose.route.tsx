import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { deadlineWords, parseLimit, sayLimit } from '#rooms/deadlines/index.ts'
import { findByResumeCode, listHelpedDrafts, readResumeCode } from '#rooms/forms/index.ts'
import { getPerson } from '#rooms/identity/index.ts'
import type { DeskService } from '#rooms/procedures/index.ts'
import { desksWith } from '../../commands/counter.ts'
import { loadPlaces } from '../../store/places.ts'
import { draftBase, servicesAtDesks } from './at-desk.ts'
import { en } from './choose.en.ts'
import { vi } from './choose.vi.ts'
import { ChoosePage, type OpenRow } from './choose.view.tsx'
import { findServices } from './find-service.ts'

const MOST_OPEN = 10

async function listOpen(tx: Tx, officer: Officer, services: readonly DeskService[]): Promise<OpenRow[]> {
  const desks = desksWith(officer, await loadPlaces(tx, officer.agencyId))
  const rows: OpenRow[] = []
  for (const draft of await listHelpedDrafts(tx, desks, MOST_OPEN)) {
    const service = services.find(({ code }) => code === draft.procedureCode)
    if (!service) continue
    const { name } = await getPerson(tx, officer.agencyId, draft.personId)
    rows.push({
      id: draft.id,
      href: draftBase(draft),
      who: name,
      procedure: service.service.name,
      savedAt: draft.updatedAt,
    })
  }
  return rows
}

/** The time of the ordinary case, which stands last in a package. */
function sayTime({ service }: DeskService, language: Language, t: typeof vi): string {
  const limit = service.cases.at(-1)?.limit ?? ''
  return limit === '0wd' ? t.sameDay : sayLimit(parseLimit(limit), deadlineWords(language))
}

interface ChooseRequest {
  Querystring: { q?: string; left?: string }
}

async function show(request: FastifyRequest<ChooseRequest>, reply: FastifyReply, errors: readonly FieldError[]) {
  const officer = requireOfficer(request)
  const { language } = request
  const query = String(request.query.q ?? '').slice(0, 200)
  const t = wordsFor(request, { vi, en })
  const { services, open } = await read(officer.agencyId, async (tx) => {
    const all = await servicesAtDesks(tx, officer.agencyId)
    return { services: findServices(all, query, language), open: await listOpen(tx, officer, all) }
  })
  const limitOf = (service: DeskService) => sayTime(service, language, t)
  const left = request.query.left !== undefined
  const typed = postedText(request, 'resumeCode').slice(0, 40)
  return reply.page(<ChoosePage {...{ query, services, open, left, limitOf, typed, errors, t }} />, { area: 'desk' })
}

/** By the code the person reads out: on to who they are, who is then compared with their paper as ever. */
async function resume(request: FastifyRequest<ChooseRequest>, reply: FastifyReply) {
  const { agencyId } = requireOfficer(request)
  const t = wordsFor(request, { vi, en })
  const code = readResumeCode(postedText(request, 'resumeCode'))
  const draft = code && (await read(agencyId, (tx) => findByResumeCode(tx, agencyId, code)))
  if (draft) {
    const { procedureCode, personId } = draft
    return reply.redirect(`/desk/counter/${encodeURIComponent(procedureCode)}/people/${personId}`, 303)
  }
  const message = code ? t.noSuchDraft : t.badCode
  return show(request, reply.code(422), [{ field: 'resumeCode', message }])
}

export const chooseRoutes: FastifyPluginAsync = async (app) => {
  app.get<ChooseRequest>(
    '/desk/counter',
    { config: { may: 'desk-officer', audit: 'counter.opened' } },
    (request, reply) => show(request, reply, []),
  )
  app.post<ChooseRequest>('/desk/counter/resume', { config: { may: 'desk-officer', audit: 'draft.looked-up' } }, resume)
}
