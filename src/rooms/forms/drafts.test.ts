import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { compileRule } from '#platform/rules/index.ts'
import { compileOnePage } from './form.ts'
import {
  compileForm,
  copyAnswers,
  discardDraft,
  findByResumeCode,
  findOpenDraft,
  getDraft,
  listOpenDrafts,
  readResumeCode,
  saveStep,
  sayResumeCode,
  setDocuments,
  startDraft,
  submitDraft,
  undoLast,
} from './index.ts'
import { aContext, aFormDefinition, aStep } from './testing.ts'

useTestDatabase()

const form = compileForm(
  aFormDefinition(
    aStep('one', [
      { id: 'name', kind: 'text', prefill: { fact: 'person.name' } },
      { id: 'born', kind: 'date', limit: 'past' },
    ]),
    aStep('two', [{ id: 'copies', kind: 'number' }]),
  ),
)
const source = { vi: 'Tài khoản', en: 'Account' }
const context = aContext({ profile: { 'person.name': { value: 'Vàng Thị Mỷ', source, authoritative: false } } })

function aCitizen(agencyId = 1): Citizen {
  return { kind: 'citizen', agencyId, personId: newId(), name: 'Vàng Thị Mỷ', assurance: 'level-2' }
}

let person: Citizen
beforeEach(() => {
  person = aCitizen()
})

function start(citizen = person, procedureCode = '1.004873') {
  return startDraft(citizen, { procedureCode, serviceVersion: '1.0.0', language: 'vi', form, context })
}

function save(id: string, step: string, body: Record<string, string>) {
  return saveStep(person, { id, step, body, form, context })
}

test('R-052: coming back resumes the open draft, with what is known already in it', async () => {
  const draft = await start()
  expect(draft).toMatchObject({ answers: { name: 'Vàng Thị Mỷ' }, revision: 1, submittedAs: undefined })
  expect((await start()).id).toBe(draft.id)
  expect((await start(person, '2.000635')).id).not.toBe(draft.id)
  expect(await listOpenDrafts(person)).toHaveLength(2)
})

test('two windows that start at once get the same draft', async () => {
  const drafts = await Promise.all([start(), start(), start(), start()])
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(1)
})

test('a step is saved with its mistakes: nothing typed is lost', async () => {
  const { id } = await start()
  const saved = await save(id, 'one', { name: 'Lò Thị Mẫu', 'born-day': '31', 'born-month': '2', 'born-year': '2000' })
  expect(saved.errors.map(({ field }) => field)).toEqual(['born-day'])
  expect((await read(1, (tx) => getDraft(tx, person, id))).answers).toEqual({
    name: 'Lò Thị Mẫu',
    born: { day: '31', month: '2', year: '2000' },
  })
})

test('two windows on different steps do not disturb each other; on the same step the older one is told', async () => {
  const { id, revision } = await start()
  const stamp = { '--revision': String(revision) }
  await save(id, 'one', { ...stamp, name: 'Một' })
  await save(id, 'two', { ...stamp, copies: '2' })
  await expect(save(id, 'one', { ...stamp, name: 'Hai' })).rejects.toMatchObject({ code: 'forms.draft-changed' })
  expect((await read(1, (tx) => getDraft(tx, person, id))).answers).toMatchObject({ name: 'Một', copies: 2 })
})

test('a form posted after the session ran out is saved when it comes back', async () => {
  const { id, revision } = await start()
  const kept = { '--revision': String(revision), '--asked': 'name,born', name: 'Giữ lại', _form: 'a token of before' }
  await save(id, 'one', kept)
  expect((await read(1, (tx) => getDraft(tx, person, id))).answers).toMatchObject({ name: 'Giữ lại' })
})

test('changes at the same moment all count', async () => {
  const { id } = await start()
  const add = (file: string) =>
    setDocuments(person, id, { question: 'paper', documents: (present) => [...present, file] })
  await Promise.all([add('a'), add('b'), add('c'), save(id, 'two', { copies: '3' })])
  const draft = await read(1, (tx) => getDraft(tx, person, id))
  expect([...(draft.documents.paper ?? [])].sort()).toEqual(['a', 'b', 'c'])
  expect(draft).toMatchObject({ answers: { copies: 3 }, revision: 5 })
})

describe('somebody else', () => {
  test('sees no draft that is not theirs, at this agency or another', async () => {
    const { id } = await start()
    const elsewhere: Citizen = { ...person, agencyId: 2 }
    for (const other of [aCitizen(), elsewhere]) {
      await expect(read(other.agencyId, (tx) => getDraft(tx, other, id))).rejects.toMatchObject({
        code: 'http.not-found',
      })
      await expect(discardDraft(other, id)).rejects.toMatchObject({ code: 'http.not-found' })
      await expect(saveStep(other, { id, step: 'two', body: { copies: '9' }, form, context })).rejects.toThrow()
      expect(await read(other.agencyId, (tx) => findOpenDraft(tx, other, '1.004873'))).toBeUndefined()
    }
    expect((await read(1, (tx) => getDraft(tx, person, id))).revision).toBe(1)
  })
})

test('a draft is discarded for good, and names the documents to forget', async () => {
  const { id } = await start()
  await setDocuments(person, id, { question: 'paper', documents: () => ['a', 'b', 'a'] })
  expect(await discardDraft(person, id)).toEqual({ documents: ['a', 'b'] })
  await expect(read(1, (tx) => getDraft(tx, person, id))).rejects.toMatchObject({ code: 'http.not-found' })
})

test('once it is a dossier a draft no longer changes, and submitting twice gives the first code', async () => {
  const { id } = await start()
  const submit = (code: string) => transaction(1, (tx) => submitDraft(tx, person, { id, code }))
  expect((await submit('TN-261125-000001')).submittedAs).toBe('TN-261125-000001')
  expect((await submit('TN-261125-000002')).submittedAs).toBe('TN-261125-000001')
  await expect(save(id, 'two', { copies: '1' })).rejects.toMatchObject({ code: 'forms.draft-submitted' })
  await expect(discardDraft(person, id)).rejects.toMatchObject({ code: 'forms.draft-submitted' })
  expect((await start()).id).not.toBe(id)
})

test('a submission that fails leaves the draft open', async () => {
  const { id } = await start()
  const failing = transaction(1, async (tx) => {
    await submitDraft(tx, person, { id, code: 'TN-261125-000003' })
    throw new Error('the dossier could not be written')
  })
  await expect(failing).rejects.toThrow('could not be written')
  expect((await read(1, (tx) => getDraft(tx, person, id))).submittedAs).toBeUndefined()
})

test('R-053: the last change is taken back, and brought back by a second press; other steps stay', async () => {
  const { id } = await start()
  await save(id, 'one', { name: 'Vàng Thị Mỷ' })
  await save(id, 'two', { copies: '2' })
  await save(id, 'one', { name: 'Vàng Thị Mỹ' })
  const undone = await undoLast(person, id)
  expect(undone).toMatchObject({ step: 'one', draft: { answers: { name: 'Vàng Thị Mỷ', copies: 2 } } })
  expect((await undoLast(person, id)).draft.answers).toEqual({ name: 'Vàng Thị Mỹ', copies: 2 })
  // A window that still shows the step as it was is told, not written over.
  await expect(save(id, 'one', { name: 'Khác', '--revision': '3' })).rejects.toThrow('forms.draft-changed')
})

test('R-053: a file that was taken away comes back; where nothing was changed, nothing is taken back', async () => {
  const { id } = await start()
  expect(await undoLast(person, id)).toMatchObject({ step: undefined })
  await setDocuments(person, id, { question: 'paper', documents: () => ['a', 'b'] })
  await setDocuments(person, id, { question: 'paper', documents: () => ['b'] })
  expect((await undoLast(person, id)).draft.documents).toEqual({ paper: ['a', 'b'] })
})

test('R-048: all steps on one page are saved as each of them, and neither window overwrites the other', async () => {
  const { id } = await start()
  const whole = compileOnePage(compileRule, form.definition)
  const savePage = (body: Record<string, string>) => saveStep(person, { id, step: 'all', body, form: whole, context })
  const day = { 'born-day': '1', 'born-month': '2', 'born-year': '1998' }
  const saved = await savePage({ name: 'Lan', ...day, copies: '2' })
  expect(saved).toMatchObject({
    errors: [],
    next: undefined,
    draft: { answers: { name: 'Lan', born: '1998-02-01', copies: 2 } },
  })
  expect(Object.keys(saved.draft.stepRevisions).sort()).toEqual(['all', 'one', 'two'])
  await expect(save(id, 'two', { copies: '3', '--revision': '1' })).rejects.toThrow('forms.draft-changed')
  await save(id, 'two', { copies: '3', '--revision': String(saved.draft.revision) })
  const stale = { name: 'Lan', ...day, copies: '2', '--revision': String(saved.draft.revision) }
  await expect(savePage(stale)).rejects.toThrow('forms.draft-changed')
})

test('changing between one page and several saves what was typed, whatever is missing', async () => {
  const { id } = await start()
  const there = await save(id, 'one', { name: '', '--go': 'one-page' })
  expect(there).toMatchObject({ go: 'all', errors: [] })
  const whole = compileOnePage(compileRule, form.definition)
  const back = await saveStep(person, { id, step: 'all', body: { name: 'Lan', '--go': 'steps' }, form: whole, context })
  expect(back).toMatchObject({ go: 'one', errors: [], draft: { answers: { name: 'Lan' } } })
})

test('answers of an earlier dossier are taken over where they still fit, and can be given back', async () => {
  const { id } = await start()
  const earlier = { name: 'Vàng Thị Cũ', born: '2062-01-01', copies: 'hai', gone: 'x' }
  const copied = await copyAnswers(person, id, { form, context, answers: earlier })
  expect(copied.answers).toEqual({ name: 'Vàng Thị Cũ' })
  expect((await undoLast(person, id)).draft.answers).toEqual({ name: 'Vàng Thị Mỷ' })
})

test('R-027: a draft is found by its code, as people type it, in its own agency only, until it is filed', async () => {
  const { id, resumeCode = '' } = await start()
  const typed = ` ${sayResumeCode(resumeCode).toLowerCase().replaceAll('0', 'o')} `
  const find = (agencyId: number) => read(agencyId, (tx) => findByResumeCode(tx, agencyId, readResumeCode(typed) ?? ''))
  expect((await find(1))?.id).toBe(id)
  expect(await find(2)).toBeUndefined()
  expect(['', 'K7QF', 'K7QF-2M9D-1', 'K7QF 2M9Ư'].map(readResumeCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  await transaction(1, (tx) => submitDraft(tx, person, { id, code: 'H99.12-261125-0001' }))
  expect(await find(1)).toBeUndefined()
})
