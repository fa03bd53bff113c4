import { randomBytes } from 'node:crypto'
import { Conflict } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { copiable } from './copy.ts'
import type { Answers } from './definition.ts'
import { type Draft, type Helped, isStale } from './draft.ts'
import type { Form } from './form.ts'
import { changeOf, takenBack } from './last-change.ts'
import { type StepTaken, takeStep } from './posted.ts'
import { startAnswers } from './prefill.ts'
import type { FormContext } from './profile.ts'
import type { PostedBody } from './read-posted.ts'
import { resumeCode } from './resume-code.ts'
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
    resumeCode: resumeCode(randomBytes(8)),
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
    const saved = [step, ...(form.parts ?? [])]
    if (differs && saved.some((one) => isStale(draft, one, postedRevision(body))))
      throw new Conflict('forms.draft-changed', { step })
    const revision = draft.revision + 1
    const stepRevisions = { ...draft.stepRevisions, ...Object.fromEntries(saved.map((one) => [one, revision])) }
    const lastChange = changeOf(draft, taken.filled, step) ?? draft.lastChange
    return { ...taken, draft: { ...draft, ...taken.filled, stepRevisions, lastChange } }
  })
}

function postedRevision(body: PostedBody): number | undefined {
  const posted = Object.hasOwn(body, '--revision') ? Number(body['--revision']) : Number.NaN
  return Number.isSafeInteger(posted) ? posted : undefined
}

/**
 * Takes the last change back, and what the page asks again with it; a second time brings it back. The step it was made
 * in is given, to be shown. R-053 @see Decree 224/2026, Art. 23.6 a
 */
export async function undoLast(citizen: Citizen, id: string): Promise<{ draft: Draft; step: string | undefined }> {
  return change(citizen, id, (draft) => {
    const { lastChange } = draft
    if (!lastChange) return { draft, step: undefined }
    const before = takenBack(draft, lastChange)
    const stepRevisions = { ...draft.stepRevisions }
    if (lastChange.step) stepRevisions[lastChange.step] = draft.revision + 1
    return {
      draft: { ...draft, ...before, stepRevisions, lastChange: changeOf(draft, before, lastChange.step) },
      step: lastChange.step,
    }
  })
}

/**
 * Takes into a draft what was answered in an earlier dossier: what this form still asks, and finds in order. Files are
 * given again, and what the state knows now stays. It can be taken back like any change.
 */
export async function copyAnswers(citizen: Citizen, id: string, from: CopyFrom): Promise<Draft> {
  const { draft } = await change(citizen, id, (draft) => {
    const answers = { ...draft.answers, ...copiable(from.form, from.answers, from.context) }
    const lastChange = changeOf(draft, { ...draft, answers }, undefined) ?? draft.lastChange
    return { draft: { ...draft, answers, lastChange } }
  })
  return draft
}

export interface CopyFrom {
  form: Form
  context: FormContext
  /** Of the earlier dossier. */
  answers: Answers
}

/** The files of one question, after one was added, removed or put in another order. */
export async function setDocuments(citizen: Citizen, id: string, files: QuestionFiles): Promise<Draft> {
  const { draft } = await change(citizen, id, (draft) => {
    const documents = {
      ...draft.documents,
      [files.question]: [...new Set(files.documents(draft.documents[files.question] ?? []))],
    }
    const lastChange = changeOf(draft, { ...draft, documents }, undefined) ?? draft.lastChange
    return { draft: { ...draft, documents, lastChange } }
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
