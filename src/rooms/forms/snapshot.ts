import { cellOf, rowsIn } from './answer.ts'
import type { Answer, Answers, Filled, ListName, PlainForm, QuestionDefinition } from './definition.ts'
import type { Form } from './form.ts'
import { type Asked, walk } from './journey.ts'
import { listOf, optionWith } from './options.ts'
import type { Fact, FormContext, Option } from './profile.ts'

/**
 * A form as it was asked and answered: kept with the dossier, so that it prints in ten years as it was. Only what was
 * asked is in it: no hidden answer, no fact of the profile that no question used, no list beyond what was chosen.
 */
export interface Snapshot {
  format: 1
  definition: PlainForm
  filled: Filled
  context: FormContext
}

export function snapshot(form: Form, filled: Filled, context: FormContext): Snapshot {
  const journey = walk(form, filled, context)
  const asked = journey.steps.flatMap((visit) => visit.asked)
  return {
    format: 1,
    definition: trimmed(form.definition, journey.answers),
    filled: { answers: journey.answers, documents: journey.documents },
    context: {
      today: context.today,
      ...(context.applicant ? { applicant: context.applicant } : {}),
      profile: factsUsed(asked),
      lists: listsUsed(asked, context),
    },
  }
}

function factsUsed(asked: readonly Asked[]): Record<string, Fact> {
  const used: Record<string, Fact> = {}
  for (const { definition, fact, answer } of asked) {
    const kept = fact && JSON.stringify(fact.value) === JSON.stringify(answer)
    if (kept && definition.kind !== 'note' && definition.prefill) used[definition.prefill.fact] = fact
  }
  return used
}

/** Of the lists kept outside the form, what was chosen. */
function listsUsed(asked: readonly Asked[], context: FormContext): Record<ListName, readonly Option[]> {
  const used: Record<ListName, Option[]> = {}
  const keep = (definition: QuestionDefinition, answer: Answer | undefined) => {
    if ((definition.kind !== 'select' && definition.kind !== 'radios') || typeof definition.options !== 'string') return
    const kept = used[definition.options] ?? []
    used[definition.options] = kept
    const option = typeof answer === 'string' ? optionWith(listOf(definition, context), answer) : undefined
    if (option && !kept.includes(option)) kept.push(option)
  }
  for (const { definition, answer } of asked) {
    keep(definition, answer)
    if (definition.kind !== 'table') continue
    for (const row of rowsIn(answer)) for (const column of definition.columns) keep(column, cellOf(row, column.id))
  }
  return used
}

/** From how many options on a list is too long to be kept whole with every dossier. */
const LONG_LIST = 40

/** The form as it was asked, its long lists cut down to what was chosen. */
function trimmed(definition: PlainForm, answers: Answers): PlainForm {
  return {
    ...definition,
    steps: definition.steps.map((step) => ({
      ...step,
      questions: step.questions.map((question) => {
        const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
        if (question.kind !== 'table') return withChosen(question, [answer])
        const rows = rowsIn(answer)
        const columns = question.columns.map((column) =>
          withChosen(
            column,
            rows.map((row) => cellOf(row, column.id)),
          ),
        )
        return { ...question, columns }
      }),
    })),
  }
}

function withChosen<Q extends QuestionDefinition>(question: Q, answers: readonly (Answer | undefined)[]): Q {
  if (question.kind !== 'select' && question.kind !== 'radios') return question
  const { options } = question
  if (typeof options === 'string' || options.length <= LONG_LIST) return question
  return { ...question, options: options.filter(({ value }) => answers.includes(value)) }
}
