import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Conflict, NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listDocuments, sendDocument } from '#rooms/documents/index.ts'
import { leaveDraft } from '#rooms/forms/index.ts'
import { atStep, firstUnanswered } from '../apply/applying.ts'
import { uploadLimits } from '../apply/files.ts'
import { en } from '../apply/step.en.ts'
import { vi } from '../apply/step.vi.ts'
import { StepPage } from '../apply/step.view.tsx'
import { addressIn, type Filling, isOnTheWay, type StepRequest, showStep, takeStep } from '../apply/taking.route.tsx'
import { type AtDesk, DRAFTS, type DraftParams, draftBase, prepareAtDesk, takenInAddress } from './at-desk.ts'
import { Beside } from './beside.view.tsx'

interface DraftRequest {
  Params: DraftParams
}

interface DeskStep extends StepRequest {
  Params: DraftParams & { step: string }
}

function openDraft(request: FastifyRequest<DraftRequest>): Promise<AtDesk> {
  const officer = requireOfficer(request)
  return read(officer.agencyId, (tx) => prepareAtDesk(tx, officer, request.params))
}

/** To the first page that waits for an answer; to what it became, once it is a dossier. */
async function resume(request: FastifyRequest<DraftRequest>, reply: FastifyReply) {
  const { draft, applying } = await openDraft(request)
  if (draft.submittedAs) return reply.redirect(takenInAddress(draft.submittedAs), 303)
  return reply.redirect(addressIn(draftBase(draft), firstUnanswered(applying, draft)), 303)
}

/** The same steps as at home, with the desk holding the pen. */
function fillingOf(request: FastifyRequest, at: AtDesk): Filling {
  const { officer, citizen, draft, applying } = at
  const base = draftBase(draft)
  const start = `/desk/counter/${encodeURIComponent(draft.procedureCode)}/people/${draft.personId}`
  const way = { base, start, later: '/desk/counter', aside: <Beside at={at} /> }
  const t = wordsFor(request, { vi, en })
  return {
    ...{ citizen, viewer: officer, applying, draft, base, area: 'desk' },
    fileHref: (id) => `${base}/documents/${id}`,
    draw: (shown) => <StepPage {...shown} applying={applying} way={way} upload={uploadLimits()} t={t} />,
  }
}

async function openStep(request: FastifyRequest<DeskStep>): Promise<AtDesk> {
  const at = await openDraft(request)
  return { ...at, applying: atStep(at.applying, request.params.step) }
}

async function step(request: FastifyRequest<DeskStep>, reply: FastifyReply) {
  const at = await openStep(request)
  if (at.draft.submittedAs || !isOnTheWay(at, request.params.step)) return reply.redirect(draftBase(at.draft), 303)
  return showStep(request, reply, fillingOf(request, at))
}

async function takeDeskStep(request: FastifyRequest<DeskStep>, reply: FastifyReply) {
  const at = await openStep(request)
  if (!isOnTheWay(at, request.params.step)) throw new Conflict('forms.draft-changed', { step: request.params.step })
  return takeStep(request, reply, fillingOf(request, at))
}

async function leave(request: FastifyRequest<DraftRequest>, reply: FastifyReply) {
  const { citizen, draft } = await openDraft(request)
  await leaveDraft(citizen, draft.id)
  return reply.redirect('/desk/counter?left=1', 303)
}

interface PaperRequest {
  Params: DraftParams & { id: string }
}

/** A file of the draft, byte for byte, for the desk that took it in. */
async function sendPaper(request: FastifyRequest<PaperRequest>, reply: FastifyReply) {
  const { draft, citizen } = await openDraft(request)
  const { id } = request.params
  const given = isId(id) && Object.values(draft.documents).flat().includes(id)
  const [document] = given ? await read(citizen.agencyId, (tx) => listDocuments(tx, citizen.agencyId, [id])) : []
  if (document?.ownerPersonId !== citizen.personId) throw new NotFound('dossiers.no-such-document')
  return sendDocument(reply, document)
}

/** The form at the counter, page by page. R-070 */
export const formRoutes: FastifyPluginAsync = async (app) => {
  const may = 'desk-officer'
  app.get<DraftRequest>(DRAFTS, { config: { may, audit: 'draft.opened' } }, resume)
  app.post<DraftRequest>(`${DRAFTS}/leave`, { config: { may, audit: 'draft.left' } }, leave)
  app.get<DeskStep>(`${DRAFTS}/:step`, { config: { may, audit: 'draft.opened' } }, step)
  app.post<DeskStep>(`${DRAFTS}/:step`, { config: { may, audit: 'draft.saved' } }, takeDeskStep)
  app.get<PaperRequest>(`${DRAFTS}/documents/:id`, { config: { may, audit: 'document.opened' } }, sendPaper)
}
