import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { renderInFrame } from '#platform/html/testing.ts'
import { SavedElsewhereView } from './elsewhere.view.tsx'
import { vi } from './form.vi.ts'
import {
  CheckAnswersView,
  compileForm,
  type FormDefinition,
  FormStepView,
  getDraft,
  openedIn,
  reportKey,
  saveStep,
  sayOpened,
  startDraft,
  summary,
  takeStep,
} from './index.ts'
import { aContext, aQuestion } from './testing.ts'

useTestDatabase()

const HOSTILE = `</textarea><script>alert(1)</script><img src=x onerror=alert(2)> "'&\u0000\u202e{name} \${1} %00 ẳ`
const UPLOAD = { formats: ['PDF'], accept: 'application/pdf', maxMegabytes: 20 }

/** Everything a browser could post for a form, with hostile words in every field of every step. */
function hostileBody(definition: FormDefinition, step: string): Record<string, string> {
  const questions = definition.steps.find(({ id }) => id === step)?.questions ?? []
  const fields = questions.flatMap(({ id }) => [id, `${id}-day`, `${id}-month`, `${id}-year`, reportKey(id)])
  return { ...Object.fromEntries(fields.map((field) => [field, HOSTILE])), '--wrong': HOSTILE }
}

test.each(['1.004873', '2.000635'])(
  '%s: hostile words in every field are kept as typed, and shown as text',
  async (code) => {
    const definition: FormDefinition = JSON.parse(readFileSync(`services/${code}/form.json`, 'utf8'))
    const form = compileForm(definition)
    const context = aContext({ lists: { communes: [], provinces: [] }, applicant: { kind: 'person' } })
    const citizen: Citizen = { kind: 'citizen', agencyId: 1, personId: newId(), name: HOSTILE, assurance: 'level-2' }
    const { id } = await startDraft(citizen, {
      procedureCode: code,
      serviceVersion: '1.0.0',
      language: 'vi',
      form,
      context,
    })
    for (const { id: step } of definition.steps) {
      await saveStep(citizen, { id, step, body: hostileBody(definition, step), form, context })
    }

    const draft = await read(1, (tx) => getDraft(tx, citizen, id))
    const kept = Object.values(draft.answers).filter((answer) => typeof answer === 'string')
    expect(kept.length).toBeGreaterThan(8)
    for (const answer of kept) {
      // A telephone number loses its brackets and spaces, and PostgreSQL keeps no NUL; nothing else is taken away.
      expect(answer).toMatch(/^<\/textarea><script>alert.*ẳ$/)
      expect(answer).not.toContain('\0')
    }

    const steps = definition.steps.map(({ id: step }) => (
      <FormStepView
        form={form}
        step={step}
        filled={draft}
        context={context}
        action="/"
        service={HOSTILE}
        upload={UPLOAD}
      />
    ))
    const difference = { question: 'a', label: HOSTILE, saved: HOSTILE, typed: HOSTILE }
    const pages = [
      ...steps,
      <CheckAnswersView groups={summary(form, draft, { context, language: 'vi' })} />,
      <SavedElsewhereView differences={[difference]} keepHref="/" t={vi} />,
    ]
    const html = pages.map((page) => renderInFrame(page)).join('\n')
    expect(html).not.toMatch(/<script|<img|<\/textarea><script/)
    expect(html).toContain('&lt;script>alert(1)')
  },
)

test('hostile words in every field of every kind are kept as typed, and shown as text', () => {
  const columns = [
    { id: 'cell', kind: 'text', label: { vi: HOSTILE, en: 'x' } },
    { id: 'choice', kind: 'select', search: true, options: 'countries', label: { vi: 'x', en: 'x' } },
  ]
  const kinds = [
    'number',
    'money',
    'partial-date',
    'select',
    'radios',
    'checkboxes',
    'declaration',
    'calculated',
  ] as const
  const label = { vi: HOSTILE, en: HOSTILE }
  const form = compileForm({
    steps: [
      {
        id: 'one',
        title: label,
        questions: [
          ...kinds.map((kind) => aQuestion({ id: kind.replace('-', ''), kind, label })),
          aQuestion({ id: 'land', kind: 'select', search: true, options: 'countries', label }),
          aQuestion({ id: 'rows', kind: 'table', columns, label, row: label, sensitive: true }),
          { id: 'home', kind: 'address', label, hint: label, old: true },
        ],
      },
    ],
  })
  const context = aContext({ lists: { provinces: [{ value: HOSTILE, label }] } })
  const names = ['number', 'money', 'select', 'radios', 'checkboxes', 'land', 'homeProvince', 'homeDetail', 'homeOld']
  const cells = ['rows--cell', 'rows--choice', 'rows--paste', 'partialdate-day', 'partialdate-year', '--wrong']
  const posted = Object.fromEntries([...names, ...cells].map((name) => [name, HOSTILE]))
  for (const act of [
    'rows.add',
    'rows.import',
    'rows.edit.99999',
    'rows.remove.1',
    'rows.page.7',
    HOSTILE,
    '__proto__.add',
  ]) {
    const body = { ...posted, 'rows--open': 'new', '--row': act }
    const taken = takeStep(form, 'one', { body, filled: { answers: {}, documents: {} }, context })
    expect(taken.filled.answers).toMatchObject({
      number: expect.stringContaining('<script>'),
      rows: [{ cell: expect.any(String) }],
    })
    const { filled, errors } = taken
    const opened = openedIn(taken.opened && sayOpened(taken.opened))
    const html = [
      <FormStepView
        {...{ form, filled, context, errors, opened }}
        step="one"
        action="/"
        service={HOSTILE}
        upload={UPLOAD}
      />,
      <CheckAnswersView groups={summary(form, filled, { context, language: 'vi', unmasked: true })} />,
    ].map((page) => renderInFrame(page))
    expect(html.join('')).not.toMatch(/<script|<img|<\/textarea><script/)
  }
})

test.each([
  ['an array for a text', { number: ['1', '2'], 'rows--open': ['new', '0'] }],
  ['an object for a text', { number: { toString: 'x' }, 'rows--paste': {} }],
  ['rows that were never asked', { rows: [{ cell: 'x' }], 'rows--cell': 'x' }],
  ['a row far away', { 'rows--open': '99999', 'rows--cell': 'x' }],
  ['a text without an end', { 'rows--paste': '"'.repeat(200_000), number: '9'.repeat(20_000) }],
])('%s does no harm', (_say, body) => {
  const rows = aQuestion({ id: 'rows', kind: 'table' })
  const form = compileForm({
    steps: [{ id: 'one', title: { vi: 'x', en: 'x' }, questions: [aQuestion({ id: 'number', kind: 'number' }), rows] }],
  })
  const taken = takeStep(form, 'one', { body, filled: { answers: {}, documents: {} }, context: aContext() })
  expect(taken.filled.answers.rows).toBeUndefined()
})
