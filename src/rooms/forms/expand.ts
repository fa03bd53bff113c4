import { andRule, isBlock, questionsOfBlock } from './blocks.ts'
import type { FormDefinition, OptionDefinition, PlainForm, QuestionDefinition } from './definition.ts'
import { en } from './form.en.ts'
import { vi } from './form.vi.ts'
import { REFERENCE_LISTS } from './reference-lists.ts'

const expanded = new WeakMap<FormDefinition, PlainForm>()

/**
 * The form with its blocks taken apart and its lists in place: all that the rest of this room knows. What is kept with a
 * dossier is this, so that it prints as it was when a block is one day asked otherwise. Done once for a definition.
 */
export function expandForm(definition: FormDefinition): PlainForm {
  const known = expanded.get(definition)
  if (known) return known
  const lists: Lists = { ...REFERENCE_LISTS, ...definition.lists }
  const { lists: _, ...rest } = definition
  const plain: PlainForm = {
    ...rest,
    steps: definition.steps.map((step) => ({
      ...step,
      questions: step.questions
        .flatMap((question) => (isBlock(question) ? questionsOfBlock(question) : [question]))
        .map((question) => withOptions(question, lists)),
    })),
  }
  expanded.set(definition, plain)
  expanded.set(plain, plain)
  return plain
}

type Lists = Readonly<Record<string, readonly OptionDefinition[]>>

function withOptions<Q extends QuestionDefinition>(question: Q, lists: Lists): Q {
  if (question.kind === 'table')
    return { ...question, columns: question.columns.map((column) => withOptions(column, lists)) }
  if (question.kind !== 'select' && question.kind !== 'radios') return question
  const { options } = question
  return typeof options === 'string' && Object.hasOwn(lists, options)
    ? { ...question, options: lists[options] ?? [] }
    : question
}

/** The address of the page that holds every step. */
export const ONE_PAGE = 'all'

/** All steps as one, so that a person who would rather see everything walks, posts and saves it as any other step. */
export function onOnePage(form: PlainForm): PlainForm {
  return {
    ...form,
    steps: [
      {
        id: ONE_PAGE,
        title: { vi: vi.allQuestions, en: en.allQuestions },
        questions: form.steps.flatMap(({ id, title, intro, when, questions }) =>
          questions.map((question) => {
            const both = andRule(when, question.when)
            const section = { id, title, ...(intro ? { intro } : {}) }
            return { ...question, section, ...(both ? { when: both } : {}) }
          }),
        ),
        checks: form.steps.flatMap(({ checks = [] }) => checks),
      },
    ],
  }
}
