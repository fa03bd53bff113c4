import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Conflict } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import {
  type Draft,
  type FormError,
  findOpenDraft,
  getDraft,
  type PostedBody,
  parsePosted,
  questionsOf,
  type SaveStep,
  type Service,
  saveStep,
  setDocuments,
  visitOf,
  walk,
} from '#rooms/forms/index.ts'
import { takeKept } from '#rooms/identity/index.ts'
import { type Applying, firstUnanswered, prepareApplying, stepAddress } from './applying.ts'
import { ownFiles, uploadLimits } from './files.ts'
import { en } from './step.en.ts'
import { vi } from './step.vi.ts'
import { StepPage, type StepShown } from './step.view.tsx'
import { addFiles, fileQuestions, readPosted } from './upload.ts'

interface StepRequest {
  Params: { code: string; step: string }
  Querystring: { from?: string; kept?: string; revealed?: string; resumed?: string }
}

interface Opened {
  citizen: Citizen
  applying: Applying
  draft: Draft
}

async function open(request: FastifyRequest<StepRequest>): Promise<Opened | undefined> {
  const citizen = requireCitizen(request)
  const { code, step } = request.params
  const { applying, draft } = await read(citizen.agencyId, async (tx) => ({
    applying: await prepareApplying(tx, citizen, code),
    draft: await findOpenDraft(tx, citizen, code),
  }))
  if (!draft) return undefined
  const { form } = applying.service
  return visitOf(walk(form, draft, applying.context), step) ? { citizen, applying, draft } : undefined
}

async function show(request: FastifyRequest<StepRequest>, reply: FastifyReply, page: Opened & StepShown) {
  const { citizen, draft } = page
  const { language } = request
  const ids = Object.values(draft.documents).flat()
  const files = ids.length > 0 ? await read(citizen.agencyId, (tx) => ownFiles(tx, citizen, { ids, language })) : {}
  return reply.page(<StepPage {...page} files={files} upload={uploadLimits()} t={wordsFor(request, { vi, en })} />)
}

/** The draft as it would be with what was typed when the session ran out. Nothing is saved by looking at it. */
async function withKept({ citizen, applying, draft }: Opened, step: string, kept: string): Promise<Draft | undefined> {
  const body = isId(kept) ? await read(citizen.agencyId, (tx) => takeKept(tx, citizen, kept)) : undefined
  return body && { ...draft, ...parsePosted(applying.service.form, step, { body, filled: draft }) }
}

async function showStep(request: FastifyRequest<StepRequest>, reply: FastifyReply) {
  const { code, step } = request.params
  const opened = await open(request)
  if (!opened) return reply.redirect(`/procedures/${encodeURIComponent(code)}/apply`, 303)
  const { from, kept, revealed, resumed } = request.query
  const filled = kept ? await withKept(opened, step, kept) : undefined
  const shown: StepShown = {
    step,
    fromCheck: from === 'check',
    revealed: revealed?.split(',').filter((id) => /^\w+$/.test(id)) ?? [],
    kept: filled !== undefined,
    resumed: resumed !== undefined,
  }
  return show(request, reply, { ...opened, draft: filled ?? opened.draft, ...shown })
}

async function takeStepPost(request: FastifyRequest<StepRequest>, reply: FastifyReply) {
  const { code, step } = request.params
  const opened = await open(request)
  if (!opened) throw new Conflict('forms.draft-changed', { step })
  const { citizen, applying, draft } = opened
  const { service, context } = applying
  const most = fileQuestions(service, step)
  const { body, files } = await readPosted(request, { citizen, purpose: 'dossier', isAsked: (name) => most.has(name) })
  const problems = await addFiles(citizen, { draft, step, files, most })
  const removed = typeof body.remove === 'string' ? body.remove : undefined
  if (removed) await removeFile(opened, [...most.keys()], removed)

  const fromCheck = request.query.from === 'check'
  const taken = await saveOrTell(citizen, { id: draft.id, step, body, form: service.form, context })
  if (!taken) return showBoth(request, reply, { opened, step, body, fromCheck })
  const query = fromCheck ? '?from=check' : ''
  if (removed) return reply.redirect(stepAddress(code, step, query), 303)

  const errors = inOrder(service, [
    ...problems,
    ...taken.errors.filter(({ question }) => !problems.some((problem) => problem.question === question)),
  ])
  if (errors.length > 0)
    return show(request, reply.code(422), { ...opened, draft: taken.draft, step, fromCheck, errors })
  if (taken.revealed.length > 0) {
    const more = `${query ? `${query}&` : '?'}revealed=${taken.revealed.join(',')}#${taken.revealed[0]}`
    return reply.redirect(stepAddress(code, step, more), 303)
  }
  const next = fromCheck ? firstUnanswered(applying, taken.draft) : taken.next
  return reply.redirect(stepAddress(code, next, query), 303)
}

/** Undefined when another window saved this step meanwhile. */
async function saveOrTell(citizen: Citizen, save: SaveStep) {
  return saveStep(citizen, save).catch((error: unknown) => {
    if (error instanceof Conflict && error.code === 'forms.draft-changed') return undefined
    throw error
  })
}

interface Overtaken {
  opened: Opened
  step: string
  body: PostedBody
  fromCheck: boolean
}

/** What was typed stands in the fields, what was saved beside it; saving once more is then a choice. */
async function showBoth(request: FastifyRequest<StepRequest>, reply: FastifyReply, overtaken: Overtaken) {
  const { opened, step, body, fromCheck } = overtaken
  const saved = await read(opened.citizen.agencyId, (tx) => getDraft(tx, opened.citizen, opened.draft.id))
  const typed = { ...saved, ...parsePosted(opened.applying.service.form, step, { body, filled: saved }) }
  return show(request, reply.code(409), { ...opened, draft: typed, step, fromCheck, saved })
}

/** As the questions stand on the page, so that the first error is the first one met. */
function inOrder({ form }: Service, errors: readonly FormError[]): FormError[] {
  const order = new Map(questionsOf(form.definition).map(({ id }, index) => [id, index]))
  return errors.toSorted((one, other) => (order.get(one.question) ?? 0) - (order.get(other.question) ?? 0))
}

async function removeFile({ citizen, draft }: Opened, questions: readonly string[], id: string): Promise<void> {
  for (const question of questions) {
    if (!draft.documents[question]?.includes(id)) continue
    await setDocuments(citizen, draft.id, { question, documents: (present) => present.filter((one) => one !== id) })
  }
}

/** A step of the form: shown, and taken. What is typed is kept whatever happens. R-051, R-052, R-054 */
export const stepRoutes: FastifyPluginAsync = async (app) => {
  app.get<StepRequest>('/procedures/:code/apply/:step', { config: { may: 'citizen' } }, showStep)
  app.post<StepRequest>(
    '/procedures/:code/apply/:step',
    { config: { may: 'citizen', audit: 'draft.saved' } },
    takeStepPost,
  )
}
