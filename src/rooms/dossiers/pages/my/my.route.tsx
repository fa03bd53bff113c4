import type { FastifyPluginAsync } from 'fastify'
import { isId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { type Draft, discardDraft, listOpenDrafts } from '#rooms/forms/index.ts'
import { findInstalledService } from '#rooms/procedures/index.ts'
import type { SupplementRequest } from '../../slips.ts'
import { type Cursor, type DossierSummary, listMine } from '../../store/lists.ts'
import { listSupplementRequests } from '../../store/slips.ts'
import { cursorText, parseCursor } from '../shared/cursor.ts'
import { en } from './my.en.ts'
import { vi } from './my.vi.ts'
import { type Mine, MyPage, type OpenDraft } from './my.view.tsx'

const PAGE = 50

async function openRequests(tx: Tx, agencyId: number, dossiers: readonly DossierSummary[]) {
  const open = new Map<string, SupplementRequest>()
  for (const { id, status } of dossiers) {
    if (status !== 'awaiting-supplement') continue
    const requests = await listSupplementRequests(tx, { agencyId, id })
    const waiting = requests.find(({ suppliedAt }) => suppliedAt === undefined)
    if (waiting) open.set(id, waiting)
  }
  return open
}

async function named(tx: Tx, draft: Draft, of: { agencyId: number; language: Language }): Promise<OpenDraft> {
  const { id, procedureCode, updatedAt } = draft
  const service = await findInstalledService(tx, of.agencyId, procedureCode)
  return { id, procedureCode, updatedAt, name: service?.package.service.name[of.language] ?? procedureCode }
}

interface Asked {
  citizen: Citizen
  language: Language
  before: Cursor | undefined
  drafts: readonly Draft[]
}

async function gather(tx: Tx, { citizen, language, before, drafts }: Asked): Promise<Mine> {
  const { agencyId, personId, name, assurance } = citizen
  const found = await listMine(tx, { agencyId, personId }, { before, limit: PAGE + 1 })
  const dossiers = found.slice(0, PAGE)
  const last = found.length > PAGE ? dossiers.at(-1) : undefined
  const open: OpenDraft[] = []
  for (const draft of drafts) open.push(await named(tx, draft, { agencyId, language }))
  return {
    name,
    assurance,
    requests: await openRequests(tx, agencyId, dossiers),
    drafts: open,
    dossiers,
    next: last && cursorText({ at: last.submittedAt, id: last.id }),
    isFirst: before === undefined,
  }
}

export const myRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { before?: string } }>('/my', { config: { may: 'citizen' } }, async (request, reply) => {
    const citizen = requireCitizen(request)
    const before = parseCursor(request.query.before)
    const drafts = await listOpenDrafts(citizen)
    const { language } = request
    const mine = await read(citizen.agencyId, (tx) => gather(tx, { citizen, language, before, drafts }))
    return reply.page(<MyPage mine={mine} t={wordsFor(request, { vi, en })} />)
  })

  app.post<{ Params: { id: string } }>(
    '/my/drafts/:id/discard',
    { config: { may: 'citizen', audit: 'draft.discarded' } },
    async (request, reply) => {
      const { id } = request.params
      if (isId(id)) await discardDraft(requireCitizen(request), id)
      return reply.redirect('/my', 303)
    },
  )
}
