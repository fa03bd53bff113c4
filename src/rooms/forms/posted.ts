import { rowsIn } from './answer.ts'
import type { Answer, Filled } from './definition.ts'
import { ONE_PAGE } from './expand.ts'
import type { Form, Step } from './form.ts'
import { isAnswered, reportKey, stepAfter, visitOf, walk } from './journey.ts'
import { LONGEST_PASTE, readPaste } from './paste.ts'
import type { FormError } from './problem.ts'
import { type PostedBody, readAnswer, readMany, readText } from './read-posted.ts'
import { actIn, type Opened, openAfter, type RowAct, readRows, rowOpen } from './row-acts.ts'
import { pasteKey, rowField } from './row-names.ts'
import { type Given, validateStep } from './validate.ts'

/** The hidden field that says which questions stood on the page, so that an empty set of boxes is told from one not shown. */
export const ASKED_FIELD = '--asked'

/** Boxes that name the locked answers the person says are wrong. */
export const WRONG_FIELD = '--wrong'

/**
 * The answers of a step as they were posted, merged into what was said before. Whatever is typed is kept as it was
 * typed, in NFC; questions that stood on the page and came back empty lose their answer; others are left alone.
 */
export function parsePosted(form: Form, step: string, { body, filled }: { body: PostedBody; filled: Filled }): Filled {
  const found = form.steps.find((one) => one.id === step)
  if (!found) return filled
  const shown = shownOn(found, body)
  const answers: Record<string, Answer> = { ...filled.answers }
  const act = actIn(body)
  for (const question of found.questions) {
    const { id, definition } = question
    if (!shown.has(id) || !isAnswered(definition) || definition.kind === 'file') continue
    if (definition.kind === 'table') {
      set(answers, id, readRows(question, body, { before: answers[id], act }))
      if (Object.hasOwn(body, pasteKey(id)))
        set(answers, pasteKey(id), readText(body, pasteKey(id), LONGEST_PASTE) || undefined)
      continue
    }
    set(answers, id, readAnswer(definition, body))
    set(answers, reportKey(id), readReport(id, body))
  }
  return { answers, documents: filled.documents }
}

/** Named among the wrong ones, and what is wrong; unticking takes the report back. */
function readReport(id: string, body: PostedBody): string | undefined {
  return readMany(body, WRONG_FIELD).includes(id) ? readText(body, reportKey(id)) || undefined : undefined
}

function set(answers: Record<string, Answer>, key: string, answer: Answer | undefined): void {
  if (answer === undefined) delete answers[key]
  else answers[key] = answer
}

function shownOn(step: Step, body: PostedBody): ReadonlySet<string> {
  const asked = readText(body, ASKED_FIELD)
  return new Set(asked === '' ? step.questions.map((question) => question.id) : asked.split(','))
}

/** What came of posting a step. */
export interface StepTaken {
  filled: Filled
  errors: FormError[]
  /** Questions of this step that the answers have just made visible: show the step again, they are not errors. */
  revealed: readonly string[]
  /** Where to go: this step again, the next, or undefined for the page where answers are checked. */
  next: string | undefined
  /** A button of a table was pressed: show this step again, with this of the table open. */
  opened?: Opened
  /** The person would rather see it otherwise: saved, and on to all questions or to the first step, whatever is missing. */
  go?: string
  /** The row that stood in fields, as it stands now: where the same page is drawn again. */
  stands?: Opened
}

type Taking = Given & { body: PostedBody }

/** Takes a posted step. The route saves `filled`, then shows errors (422) or redirects to `next`. */
export function takeStep(form: Form, step: string, { body, filled, context }: Taking): StepTaken {
  const taken = withPasted(form, step, { filled: parsePosted(form, step, { body, filled }), context })
  const journey = walk(form, taken, context)
  const definition = form.steps.find((one) => one.id === step)
  const shown = definition ? shownOn(definition, body) : new Set<string>()
  const revealed = (visitOf(journey, step)?.asked ?? [])
    .filter((asked) => isAnswered(asked.definition) && !asked.locked && !shown.has(asked.id))
    .map((asked) => asked.id)
  const errors = validateStep(form, step, { filled: taken, context }).filter(
    (error) => !revealed.includes(error.question),
  )
  const go = wayIn(form, body)
  if (go) return { filled: taken, errors: [], revealed: [], next: step, go }
  const act = actIn(body)
  if (act && shown.has(act.table)) return { ...takeAct(act, { filled: taken, errors, body }), next: step }
  const next = errors.length > 0 || revealed.length > 0 ? step : stepAfter(journey, step)
  const stands = rowStanding(definition, body, { before: filled, after: taken })
  return { filled: taken, errors, revealed, next, ...(stands ? { stands } : {}) }
}

/** A new row that was typed is a row now, and goes on being typed. */
function rowStanding(step: Step | undefined, body: PostedBody, { before, after }: Record<'before' | 'after', Filled>) {
  for (const { id, definition } of step?.questions ?? []) {
    const open = definition.kind === 'table' ? readText(body, rowField(id)) : ''
    if (open === '') continue
    const [was, is] = [before, after].map(({ answers }) => rowsIn(answers[id]).length)
    if (open !== 'new') return { table: id, row: Number(open) }
    return { table: id, row: (is ?? 0) > (was ?? 0) ? (is ?? 1) - 1 : ('new' as const) }
  }
  return undefined
}

/** Posted by the page itself while it is filled in: save, and draw it again; `checked` with its errors. */
export const DRAW_FIELD = '--draw'

/** The button that takes the last change back. */
export const UNDO_FIELD = '--undo'

/** The button that changes between one page and several. */
export const GO_FIELD = '--go'

function wayIn({ parts }: Form, body: PostedBody): string | undefined {
  const way = readText(body, GO_FIELD)
  if (way === 'one-page' && !parts) return ONE_PAGE
  return way === 'steps' ? parts?.[0] : undefined
}

/** A row is added after one that is in order; to look at another row or take one away, nothing need be in order. */
function takeAct(act: RowAct, { filled, errors, body }: { filled: Filled; errors: FormError[]; body: PostedBody }) {
  const rows = rowsIn(filled.answers[act.table]).length
  const typed = rowOpen(act.table, body, rows + 1) ?? -1
  const last = readText(body, rowField(act.table)) === 'new' ? rows - 1 : typed
  const stands = (error: FormError) =>
    error.field === pasteKey(act.table) || (act.act === 'add' && error.question === act.table && error.row === last)
  const wrong = act.act === 'add' || act.act === 'import' ? errors.filter(stands) : []
  return { filled, errors: wrong, revealed: [], opened: openAfter(act, rows) }
}

/** Lines pasted into a table become its rows once all of them are in order; until then they wait as they were pasted. */
function withPasted(form: Form, step: string, { filled, context }: Given): Filled {
  const pasted = (visitOf(walk(form, filled, context), step)?.asked ?? []).filter((asked) => asked.pasted !== undefined)
  if (pasted.length === 0) return filled
  const answers: Record<string, Answer> = { ...filled.answers }
  const { values } = walk(form, filled, context)
  for (const { question, pasted: text = '' } of pasted) {
    const read = readPaste(question, text, { values, context })
    if (read.errors.length > 0) continue
    set(answers, question.id, [...rowsIn(answers[question.id]), ...read.rows])
    set(answers, pasteKey(question.id), undefined)
  }
  return { ...filled, answers }
}
