import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Conflict } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Citizen, Viewer } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import type { GivenFile } from '#platform/html/index.ts'
import {
  DRAW_FIELD,
  type Draft,
  type FormError,
  getDraft,
  openedIn,
  type PostedBody,
  parsePosted,
  questionsOf,
  type SaveStep,
  type Service,
  saveStep,
  sayOpened,
  setDocuments,
  UNDO_FIELD,
  undoLast,
  visitOf,
  walk,
} from '#rooms/forms/index.ts'
import { takeKept } from '#rooms/identity/index.ts'
import { type Applying, firstUnanswered } from './applying.ts'
import { ownFiles } from './files.ts'
import type { StepShown } from './step.view.tsx'
import { addFiles, fileQuestions, readPosted } from './upload.ts'

export interface StepRequest {
  Params: { step: string }
  Querystring: {
    from?: string
    kept?: string
    revealed?: string
    resumed?: string
    row?: string
    undone?: string
    earlier?: string
  }
}

/**
 * A form being filled in, whoever holds the pen: the person at home, or a desk with them. How a step is shown and taken
 * is the same for both.
 */
export interface Filling {
  /** Whose form it is. */
  citizen: Citizen
  /** Who types. */
  viewer: Viewer
  applying: Applying
  draft: Draft
  /** Address under which the steps stand. */
  base: string
  fileHref(id: string): string
  draw(shown: StepDrawn): VNode
  area: 'public' | 'desk'
}

export interface StepDrawn extends StepShown {
  draft: Draft
  files: Readonly<Record<string, GivenFile>>
}

/** Address of a step; without one, of the page where the answers are checked. */
export function addressIn(base: string, step: string | undefined, query = ''): string {
  return `${base}/${step ?? 'check'}${step ? query : ''}`
}

/** Whether these answers lead to this step at all. */
export function isOnTheWay({ applying, draft }: Pick<Filling, 'applying' | 'draft'>, step: string): boolean {
  return visitOf(walk(applying.service.form, draft, applying.context), step) !== undefined
}

async function show(request: FastifyRequest, reply: FastifyReply, page: { of: Filling; draft: Draft } & StepShown) {
  const { of, ...shown } = page
  const { language } = request
  const ids = Object.values(page.draft.documents).flat()
  const look = { ids, language, href: of.fileHref }
  const files = ids.length > 0 ? await read(of.citizen.agencyId, (tx) => ownFiles(tx, of.citizen, look)) : {}
  return reply.page(of.draw({ ...shown, files }), { area: of.area })
}

/** The draft as it would be with what was typed when the session ran out. Nothing is saved by looking at it. */
async function withKept({ viewer, applying, draft }: Filling, step: string, kept: string): Promise<Draft | undefined> {
  const body = isId(kept) ? await read(viewer.agencyId, (tx) => takeKept(tx, viewer, kept)) : undefined
  return body && { ...draft, ...parsePosted(applying.service.form, step, { body, filled: draft }) }
}

export async function showStep(request: FastifyRequest<StepRequest>, reply: FastifyReply, of: Filling) {
  const { step } = request.params
  const { from, kept, revealed, resumed, row, undone, earlier } = request.query
  const filled = kept ? await withKept(of, step, kept) : undefined
  return show(request, reply, {
    of,
    draft: filled ?? of.draft,
    step,
    fromCheck: from === 'check',
    revealed: revealed?.split(',').filter((id) => /^\w+$/.test(id)) ?? [],
    kept: filled !== undefined,
    resumed: resumed !== undefined,
    opened: openedIn(row),
    undone: undone !== undefined,
    copyFrom: earlier === undefined ? undefined : `${of.base}/copy`,
  })
}

/** Takes a posted step: saved whatever its errors, then shown again with them (422), or on to the next. */
export async function takeStep(request: FastifyRequest<StepRequest>, reply: FastifyReply, of: Filling) {
  const { step } = request.params
  const { citizen, applying, draft, base } = of
  const { service, context } = applying
  const most = fileQuestions(service, step)
  const { body, files } = await readPosted(request, { citizen, purpose: 'dossier', isAsked: (name) => most.has(name) })
  const problems = await addFiles(citizen, { draft, step, files, most })
  const removed = typeof body.remove === 'string' ? body.remove : undefined
  if (removed) await removeFile(of, [...most.keys()], removed)

  const fromCheck = request.query.from === 'check'
  const taken = await saveOrTell(citizen, { id: draft.id, step, body, form: service.form, context })
  if (!taken) return showBoth(request, reply, { of, step, body, fromCheck })
  const query = fromCheck ? '?from=check' : ''
  if (removed) return reply.redirect(addressIn(base, step, query), 303)

  if (body[DRAW_FIELD] !== undefined) {
    const errors = body[DRAW_FIELD] === 'checked' ? taken.errors : []
    return show(request, reply, { of, draft: taken.draft, step, fromCheck, errors, opened: taken.stands })
  }
  if (body[UNDO_FIELD] !== undefined) return undo(reply, of, step)
  if (taken.go) return reply.redirect(addressIn(base, taken.go, query), 303)

  const errors = inOrder(service, [
    ...problems,
    ...taken.errors.filter(({ question }) => !problems.some((problem) => problem.question === question)),
  ])
  if (errors.length > 0) return show(request, reply.code(422), { of, draft: taken.draft, step, fromCheck, errors })
  if (taken.opened) {
    const more = `${query ? `${query}&` : '?'}row=${sayOpened(taken.opened)}#${taken.opened.table}`
    return reply.redirect(addressIn(base, step, more), 303)
  }
  if (taken.revealed.length > 0) {
    const more = `${query ? `${query}&` : '?'}revealed=${taken.revealed.join(',')}#${taken.revealed[0]}`
    return reply.redirect(addressIn(base, step, more), 303)
  }
  const next = fromCheck ? firstUnanswered(applying, taken.draft) : taken.next
  return reply.redirect(addressIn(base, next, query), 303)
}

/** What was just typed is saved first, so that it is the change that is taken back: a second press brings it back. R-053 */
async function undo(reply: FastifyReply, { citizen, draft, base }: Filling, step: string) {
  const undone = await undoLast(citizen, draft.id)
  return reply.redirect(addressIn(base, undone.step ?? step, '?undone=1'), 303)
}

/** Undefined when another window saved this step meanwhile. */
async function saveOrTell(citizen: Citizen, save: SaveStep) {
  return saveStep(citizen, save).catch((error: unknown) => {
    if (error instanceof Conflict && error.code === 'forms.draft-changed') return undefined
    throw error
  })
}

interface Overtaken {
  of: Filling
  step: string
  body: PostedBody
  fromCheck: boolean
}

/** What was typed stands in the fields, what was saved beside it; saving once more is then a choice. */
async function showBoth(request: FastifyRequest, reply: FastifyReply, { of, step, body, fromCheck }: Overtaken) {
  const saved = await read(of.citizen.agencyId, (tx) => getDraft(tx, of.citizen, of.draft.id))
  const typed = { ...saved, ...parsePosted(of.applying.service.form, step, { body, filled: saved }) }
  return show(request, reply.code(409), { of, draft: typed, step, fromCheck, saved })
}

/** As the questions stand on the page, so that the first error is the first one met. */
function inOrder({ form }: Service, errors: readonly FormError[]): FormError[] {
  const order = new Map(questionsOf(form.definition).map(({ id }, index) => [id, index]))
  return errors.toSorted((one, other) => (order.get(one.question) ?? 0) - (order.get(other.question) ?? 0))
}

type Whose = Pick<Filling, 'citizen' | 'draft'>

/** Takes a file away from whichever of these questions it stands under. */
export async function removeFile({ citizen, draft }: Whose, questions: readonly string[], id: string): Promise<void> {
  for (const question of questions) {
    if (!draft.documents[question]?.includes(id)) continue
    await setDocuments(citizen, draft.id, { question, documents: (present) => present.filter((one) => one !== id) })
  }
}
