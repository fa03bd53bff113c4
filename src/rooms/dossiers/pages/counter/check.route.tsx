import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { sayIntakeProblem } from '#rooms/documents/index.ts'
import { setDocuments } from '#rooms/forms/index.ts'
import { takeInAtCounter } from '../../commands/counter.ts'
import { SCANS } from '../../commands/submission.ts'
import { firstUnanswered } from '../apply/applying.ts'
import { en as applyEn } from '../apply/check.en.ts'
import { vi as applyVi } from '../apply/check.vi.ts'
import { uploadLimits } from '../apply/files.ts'
import { partyOf } from '../apply/profile.ts'
import { addressIn, removeFile } from '../apply/taking.route.tsx'
import { type PostedStep, readPosted } from '../apply/upload.ts'
import { en as intakeEn } from '../intake/intake.en.ts'
import type { PaperRow } from '../intake/intake.ts'
import { vi as intakeVi } from '../intake/intake.vi.ts'
import { checkPapers, postedPapers } from '../intake/papers.ts'
import { type AtDesk, DRAFTS, type DraftParams, draftBase, prepareAtDesk, takenInAddress } from './at-desk.ts'
import { en } from './check.en.ts'
import { vi } from './check.vi.ts'
import { CheckAtDeskPage, type CheckWords, MOST_SCANS } from './check.view.tsx'
import { checkAtDesk } from './checked.ts'
import { DeclarationPage } from './declaration.view.tsx'

interface CheckRequest {
  Params: DraftParams
  Querystring: { kept?: string }
}

type Request = FastifyRequest<CheckRequest>

function wordsOf(request: Request): CheckWords {
  const t = wordsFor(request, { vi, en })
  const apply = wordsFor(request, { vi: applyVi, en: applyEn })
  return { t, apply, intake: wordsFor(request, { vi: intakeVi, en: intakeEn }) }
}

function open(request: Request): Promise<AtDesk> {
  const officer = requireOfficer(request)
  return read(officer.agencyId, (tx) => prepareAtDesk(tx, officer, request.params))
}

/** Where a draft is shown that is not ready to be checked; undefined when it is. */
function elsewhere({ draft, applying }: AtDesk): string | undefined {
  if (draft.submittedAs) return takenInAddress(draft.submittedAs)
  const waiting = firstUnanswered(applying, draft)
  return waiting && addressIn(draftBase(draft), waiting)
}

interface Shown {
  rows?: readonly PaperRow[]
  errors?: readonly FieldError[]
  kept?: boolean
}

async function show(request: Request, reply: FastifyReply, shown: Shown) {
  const at = await open(request)
  const other = elsewhere(at)
  if (other) return reply.redirect(other, 303)
  const checked = await read(at.officer.agencyId, (tx) => checkAtDesk(tx, at, request.language))
  const page = { checked, upload: uploadLimits(), words: wordsOf(request), rows: checked.papers, ...shown }
  return reply.page(<CheckAtDeskPage {...page} />, { area: 'desk' })
}

/** The declaration as the person signs it: in Vietnamese, as official papers are. */
async function declaration(request: Request, reply: FastifyReply) {
  const at = await open(request)
  const other = elsewhere(at)
  if (other) return reply.redirect(other, 303)
  const checked = await read(at.officer.agencyId, (tx) => checkAtDesk(tx, at, 'vi'))
  return reply.page(<DeclarationPage checked={checked} t={wordsOf(request).t} />, { area: 'desk' })
}

async function addScans(request: Request, { citizen, draft }: AtDesk, files: PostedStep['files']) {
  const { t } = wordsOf(request)
  const errors: FieldError[] = []
  for (const { intake } of files) {
    if ('problem' in intake) {
      errors.push({ field: 'scans', message: sayIntakeProblem(intake.problem, request.language) })
      continue
    }
    const { document } = intake
    const { documents } = await setDocuments(citizen, draft.id, {
      question: SCANS,
      documents: (present) => (present.length < MOST_SCANS ? [...present, document.id] : present),
    })
    const added = documents[SCANS]?.includes(document.id)
    if (!added) errors.push({ field: 'scans', message: t.errors.tooMany(document.name, MOST_SCANS) })
  }
  return errors
}

/** Scans of what was brought; the files are the person's own. R-070 */
async function takeScans(request: Request, reply: FastifyReply) {
  const at = await open(request)
  const isAsked = (name: string) => name === 'scans'
  const { body, files } = await readPosted(request, { citizen: at.citizen, purpose: 'dossier', isAsked })
  const removed = typeof body.remove === 'string' ? body.remove : undefined
  if (removed) await removeFile(at, [SCANS], removed)
  const errors = await addScans(request, at, files)
  if (!removed && files.length === 0) errors.push({ field: 'scans', message: wordsOf(request).t.errors.noFile })
  if (errors.length > 0) return show(request, reply.code(422), { errors })
  return reply.redirect(`${draftBase(at.draft)}/check#scans`, 303)
}

/** What has to be mended before it can be received. */
function problemsOf(request: Request, revision: number, { t, intake }: CheckWords, rows: readonly PaperRow[]) {
  if (postedText(request, 'revision') !== String(revision)) {
    return { papers: [], errors: [{ field: '', message: t.errors.changed }] }
  }
  const { papers, errors } = checkPapers(rows, intake)
  if (papers.length === 0 && errors.length === 0) errors.push({ field: 'papers', message: intake.errors.noPapers })
  if (postedText(request, 'signed') !== 'yes') errors.push({ field: 'signed', message: t.errors.signed })
  return { papers, errors }
}

/** Filed and received with one press; pressed again it shows the same receipt. */
async function receive(request: Request, reply: FastifyReply) {
  const at = await open(request)
  const other = elsewhere(at)
  if (other) return reply.redirect(other, 303)
  const { officer, draft, applying } = at
  const checked = await read(officer.agencyId, (tx) => checkAtDesk(tx, at, request.language))
  const rows = postedPapers(request, checked.papers)
  const { papers, errors } = problemsOf(request, draft.revision, wordsOf(request), rows)
  if (errors.length > 0) return show(request, reply.code(422), { errors, rows })
  const { code } = await takeInAtCounter(officer, {
    draftId: draft.id,
    revision: draft.revision,
    serviceVersion: applying.service.package.service.version,
    context: applying.context,
    applicant: partyOf(applying.person),
    papers,
  })
  return reply.redirect(takenInAddress(code), 303)
}

export const checkRoutes: FastifyPluginAsync = async (app) => {
  const may = 'desk-officer'
  app.get<CheckRequest>(`${DRAFTS}/check`, { config: { may, audit: 'draft.opened' } }, (request, reply) =>
    show(request, reply, { kept: request.query.kept !== undefined }),
  )
  app.get<CheckRequest>(`${DRAFTS}/declaration`, { config: { may, audit: 'declaration.printed' } }, declaration)
  app.post<CheckRequest>(`${DRAFTS}/scans`, { config: { may, audit: 'draft.saved' } }, takeScans)
  app.post<CheckRequest>(`${DRAFTS}/receipt`, { config: { may, audit: 'receipt.created' } }, receive)
}
