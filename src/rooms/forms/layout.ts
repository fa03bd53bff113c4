import type { Filled, QuestionDefinition } from './definition.ts'
import type { Question } from './form.ts'
import { type Asked, askedIds, standing, type Visit } from './journey.ts'
import type { FormContext } from './profile.ts'

/**
 * How the questions of a step stand on the page. A question whose rule is just “this answer was chosen above” hangs
 * under that answer and is shown by style alone, so that it appears without a round trip and without script. Every
 * other rule is looked at on the server: the step comes again with what has become visible.
 */
export interface Placed {
  asked: Asked
  /** Option value → the questions that hang under it. */
  under: ReadonlyMap<string, readonly Placed[]>
}

/** Everything to be drawn, in order; hidden questions only where they hang under an answer. */
export function layout(visit: Visit, filled: Filled, context: FormContext): Placed[] {
  const visible = new Map(visit.asked.map((asked) => [asked.id, asked]))
  const hosts = new Map(visit.step.questions.map((question) => [question.id, hostOf(question, visit.step.questions)]))
  const placed = (question: Question): Placed => ({
    asked: visible.get(question.id) ?? standing(question, filled, context),
    under: under(question),
  })
  return visit.step.questions.filter(({ id }) => !hosts.get(id) && visible.has(id)).map(placed)

  function under({ id: host }: Question): Map<string, Placed[]> {
    const groups = new Map<string, Placed[]>()
    for (const question of visit.step.questions) {
      const hung = hosts.get(question.id)
      if (hung?.question !== host) continue
      const one = placed(question)
      if (one.asked.locked && !visible.has(question.id)) continue
      groups.set(hung.value, [...(groups.get(hung.value) ?? []), one])
    }
    return groups
  }
}

/** Ids of every question drawn, for the hidden field `--asked`. */
export function drawnIds(placed: readonly Placed[]): string[] {
  return placed.flatMap(({ asked, under }) => [
    ...askedIds([asked]),
    ...[...under.values()].flatMap((children) => drawnIds(children)),
  ])
}

interface Host {
  question: string
  value: string
}

const SIMPLE = /^\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(?:"([^"\\]*)"|(true|false))\s*$/

function hostOf(question: Question, siblings: readonly Question[]): Host | undefined {
  const [, name, text, truth] = SIMPLE.exec(question.definition.when ?? '') ?? []
  const host = siblings.find(({ id }) => id === name)?.definition
  if (!host) return undefined
  if (truth !== undefined)
    return host.kind === 'yes-no' ? { question: host.id, value: truth === 'true' ? 'yes' : 'no' } : undefined
  return text !== undefined && offers(host, text) ? { question: host.id, value: text } : undefined
}

function offers(host: QuestionDefinition, value: string): boolean {
  return host.kind === 'radios' && typeof host.options !== 'string' && host.options.some((one) => one.value === value)
}
