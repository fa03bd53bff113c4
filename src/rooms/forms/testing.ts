import { localDate } from '#kernel/local-date.ts'
import type { FormDefinition, QuestionDefinition, StepDefinition } from './definition.ts'
import type { FormContext } from './profile.ts'

const said = (text: string) => ({ vi: text, en: text })

/** What a kind cannot be without. */
const KINDS: Partial<Record<QuestionDefinition['kind'], Record<string, unknown>>> = {
  'partial-date': { precision: 'any' },
  declaration: { text: said('…') },
  calculated: { value: '2', as: 'number' },
  table: {
    row: said('row'),
    columns: [
      { id: 'name', kind: 'text', label: said('name') },
      { id: 'share', kind: 'number', label: said('share'), max: 100 },
    ],
  },
}

type Loose = { id: string; kind: QuestionDefinition['kind'] } & Record<string, unknown>

/** A question with everything sensible: `aQuestion({ id: 'copies', kind: 'number', max: 10 })`. */
export function aQuestion(question: Loose): QuestionDefinition {
  const options = [
    { value: 'a', label: said('A') },
    { value: 'b', label: said('B') },
  ]
  const more = ['radios', 'select', 'checkboxes'].includes(question.kind) ? { options } : {}
  const note = question.kind === 'note' ? { text: said('…') } : {}
  const file = question.kind === 'file' ? { document: 'paper' } : {}
  const kind = KINDS[question.kind] ?? {}
  return { label: said(question.id), ...more, ...note, ...file, ...kind, ...question } as unknown as QuestionDefinition
}

export function aStep(id: string, questions: Loose[], more: Partial<StepDefinition> = {}): StepDefinition {
  return { id, title: said(id), questions: questions.map(aQuestion), ...more }
}

export function aFormDefinition(...steps: StepDefinition[]): FormDefinition {
  return { steps }
}

export function aContext(more: Partial<FormContext> = {}): FormContext {
  return { today: localDate('2026-11-25'), ...more }
}
