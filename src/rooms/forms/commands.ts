import { Conflict } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { type Draft, type Helped, isStale } from './draft.ts'
import type { Form } from './form.ts'
import { type StepTaken, takeStep } from './posted.ts'
import { startAnswers } from './prefill.ts'
import type { FormContext } from './profile.ts'
import type { PostedBody } from './read-posted.ts'
import * as store from './store/drafts.ts'

export interface Start {
  procedureCode: string
  serviceVersion: string
  language: Language
  form: Form
  context: FormContext
}

/** The person's open draft of this procedure, or a new one that already holds what is known about them. R-052 */
export async function startDraft(citizen: Citizen, start: Start): Promise<Draft> {
  return transaction(citizen.agencyId, async (tx) => {
    const open = await store.findOpenDraft(tx, citizen, start.procedureCode)
    if (open) return open
    await store.insertDraft(tx, citizen, newDraft(citizen, start))
    const draft = await store.findOpenDraft(tx, citizen, start.procedureCode)
    if (!draft) throw new Conflict('forms.draft-changed')
    return draft
  })
}

function newDraft(citizen: Citizen, { form, context, procedureCode, serviceVersion, language }: Start): Draft {
  const at = now()
  return {
    id: newId(),
    personId: citizen.personId,
    procedureCode,
    serviceVersion,
    language,
    answers: startAnswers(form, context),
    documents: {},
    revision: 1,
    stepRevisions: {},
    startedAt: at,
    updatedAt: at,
    submittedAs: undefined,
    helped: undefined,
  }
}

/**
 * A desk helps: with a new draft, or with what the person began themselves or at another desk, who stands there now and
 * has asked for it. In the caller's transaction, which knows whether it may. The draft stays the person's own. R-027 @see Decree 42/2022, Art. 15.1 c
 */
export async function helpWithDraft(
  tx: Tx,
  citizen: Citizen,
  { helped, ...start }: Start & { helped: Helped },
): Promise<Draft> {
  await store.insertDraft(tx, citizen, newDraft(citizen, start))
  const open = await store.findOpenDraft(tx, citizen, start.procedureCode)
  if (!open) throw new Conflict('forms.draft-changed')
  const draft = await store.lockDraft(tx, citizen, open.id)
  if (draft.submittedAs) throw new Conflict('forms.draft-submitted', { code: draft.submittedAs })
  const helpedWith = { ...draft, helped }
  await store.updateDraft(tx, citizen, helpedWith)
  return helpedWith
}

/** The desk stops helping: what was filled in is the person's alone again, to go on with at home or at any desk. */
export async function leaveDraft(citizen: Citizen, id: string): Promise<void> {
  await change(citizen, id, (draft) => ({ draft: { ...draft, helped: undefined } }))
}

/** Newest change first. */
export function listOpenDrafts(citizen: Citizen): Promise<Draft[]> {
  return read(citizen.agencyId, (tx) => store.listOpenDrafts(tx, citizen))
}

export interface SaveStep {
  id: string
  step: string
  body: PostedBody
  form: Form
  context: FormContext
}

/**
 * Takes a posted step into the draft and saves it whatever its errors, so that nothing typed is ever lost: not by an
 * error, not by a session that ran out and came back. The form is read again under the lock; another window's change of
 * another step stays. Throws `forms.draft-changed` when this very step was saved elsewhere since it was opened, and
 * `forms.draft-submitted` when the draft is already a dossier.
 */
export async function saveStep(citizen: Citizen, save: SaveStep): Promise<StepTaken & { draft: Draft }> {
  const { step, body, form, context } = save
  return change(citizen, save.id, (draft) => {
    const taken = takeStep(form, step, { body, filled: draft, context })
    // The same button pressed twice says the same twice: nothing would be overwritten.
    const differs = JSON.stringify(taken.filled.answers) !== JSON.stringify(draft.answers)
    if (differs && isStale(draft, step, postedRevision(body))) throw new Conflict('forms.draft-changed', { step })
    const revision = draft.revision + 1
    const stepRevisions = { ...draft.stepRevisions, [step]: revision }
    return { ...taken, draft: { ...draft, ...taken.filled, stepRevisions } }
  })
}

function postedRevision(body: PostedBody): number | undefined {
  const posted = Object.hasOwn(body, '--revision') ? Number(body['--revision']) : Number.NaN
  return Number.isSafeInteger(posted) ? posted : undefined
}

/** The files of one question, after one was added, removed or put in another order. */
export async function setDocuments(citizen: Citizen, id: string, files: QuestionFiles): Promise<Draft> {
  const { draft } = await change(citizen, id, (draft) => {
    const documents = {
      ...draft.documents,
      [files.question]: [...new Set(files.documents(draft.documents[files.question] ?? []))],
    }
    return { draft: { ...draft, documents } }
  })
  return draft
}

export interface QuestionFiles {
  question: string
  /** From the ids there are to the ids there shall be; called under the lock. */
  documents(present: readonly string[]): readonly string[]
}

/** Throws the draft away. Its documents are named, so that the room that keeps them can forget them too. */
export async function discardDraft(citizen: Citizen, id: string): Promise<{ documents: string[] }> {
  return transaction(citizen.agencyId, async (tx) => {
    const draft = await store.lockDraft(tx, citizen, id)
    if (draft.submittedAs) throw new Conflict('forms.draft-submitted', { code: draft.submittedAs })
    await store.deleteDraft(tx, citizen, id)
    return { documents: Object.values(draft.documents).flat() }
  })
}

/**
 * Closes the draft inside the submission's own transaction and gives what was in it. A second call answers with the
 * first one's code, so that a form posted twice makes one dossier.
 */
export async function submitDraft(
  tx: Tx,
  citizen: Citizen,
  { id, code }: { id: string; code: string },
): Promise<Draft> {
  const draft = await store.lockDraft(tx, citizen, id)
  if (draft.submittedAs) return draft
  const submitted = { ...draft, submittedAs: code, revision: draft.revision + 1, updatedAt: now() }
  await store.updateDraft(tx, citizen, submitted)
  return submitted
}

/** Under lock, inside the caller's transaction: look before submitting. */
export function lockDraft(tx: Tx, citizen: Citizen, id: string): Promise<Draft> {
  return store.lockDraft(tx, citizen, id)
}

async function change<T extends { draft: Draft }>(
  citizen: Citizen,
  id: string,
  alter: (draft: Draft) => T,
): Promise<T> {
  return transaction(citizen.agencyId, async (tx) => {
    const draft = await store.lockDraft(tx, citizen, id)
    if (draft.submittedAs) throw new Conflict('forms.draft-submitted', { code: draft.submittedAs })
    const changed = alter(draft)
    const saved = { ...changed.draft, revision: draft.revision + 1, updatedAt: now() }
    await store.updateDraft(tx, citizen, saved)
    return { ...changed, draft: saved }
  })
}
