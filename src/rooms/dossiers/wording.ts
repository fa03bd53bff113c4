import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { ProcessDefinition } from '#rooms/forms/index.ts'
import { en } from './log.en.ts'
import { vi } from './log.vi.ts'
import type { LogEntry, LogFact, LogFacts } from './log-entry.ts'
import { en as courseEn } from './pages/shared/course.en.ts'
import { vi as courseVi } from './pages/shared/course.vi.ts'
import type { Status } from './status.ts'

const WORDS = { vi, en }

/** A status as people read it: `Chờ bổ sung`, `Waiting for papers`. */
export function sayStatus(status: Status, language: Language): string {
  return (language === 'en' ? courseEn : courseVi).statuses[status]
}

/**
 * Who reads the log. Officers read names and everything that was written; the person reads position and unit, and what
 * was written to them. @see Circular 01/2018, Art. 16.2 d and 17.1 b
 */
export interface LogReader {
  kind: 'citizen' | 'officer'
  /** Names of officers by their ids, for officers. */
  names?: ReadonlyMap<string, string>
  /** The process the dossier was received under, for the names of its steps and actions. */
  process?: ProcessDefinition
}

interface Telling {
  entry: LogEntry
  language: Language
  reader: LogReader
  t: typeof vi
}

/** An entry of the log in plain words: who, what, at which step, and why. */
export function sayLogEntry(entry: LogEntry, language: Language, reader: LogReader = { kind: 'officer' }): string {
  const t = WORDS[language]
  const telling = { entry, language, reader, t }
  const [who, what, why] = [sayWho(telling), sayWhat(telling), sayWhy(telling)]
  const said = who === undefined ? sentence(what) : t.by(who, what)
  if (why === undefined) return said
  return isReason(entry) ? t.because(said, why) : t.written(said, why)
}

function named(fact: LogFact | undefined, language: Language): string | undefined {
  return (fact as Bilingual | undefined)?.[language]
}

function sayWho({ entry, language, reader, t }: Telling): string | undefined {
  const { actor, facts } = entry
  if (actor.kind === 'system') return undefined
  if (actor.kind === 'citizen') return reader.kind === 'citizen' ? t.you : t.applicant
  const { position, unit } = (facts.by ?? {}) as LogFacts
  const at = position && unit ? t.at(named(position, language) ?? '', named(unit, language) ?? '') : undefined
  const name = reader.kind === 'officer' ? reader.names?.get(actor.id) : undefined
  if (name === undefined) return at ?? t.someOfficer
  return at === undefined ? name : t.officer(name, at)
}

function sayWhat(telling: Telling): string {
  const { entry, t } = telling
  const { type, facts } = entry
  switch (type) {
    case 'dossier.submitted':
      if (facts.helpedAtUnitId) return t.submittedAtDesk
      return facts.born === 'national-portal' ? t.submittedThere(String(facts.nationalCode)) : t.submitted
    case 'dossier.received':
      return t.received(String(facts.code))
    case 'dossier.refused':
      return t.refused
    case 'dossier.supplement-requested':
      return facts.atIntake
        ? t.supplementRequestedAtIntake(Number(facts.items))
        : t.supplementRequested(Number(facts.items))
    case 'dossier.supplied':
      return t.supplied
    case 'dossier.withdrawn':
      return t.withdrawn
    case 'dossier.paused':
      return t.paused
    case 'dossier.resumed':
      return t.resumed
    case 'dossier.due-moved':
      return t.dueMoved(sayDate(String(facts.dueAt).slice(0, 10) as LocalDate))
    case 'dossier.processing-started':
    case 'dossier.step':
      return sayStep(telling)
    case 'dossier.result-ready':
      return facts.outcome === 'rejected' ? t.resultRejected : t.resultGranted
    case 'dossier.notice':
      return t.notice(String(facts.number))
    case 'dossier.returned':
      return t.returned
    default:
      return t.other(type)
  }
}

/** `25/11/2026` */
function sayDate(date: LocalDate): string {
  return date.split('-').toReversed().join('/')
}

function sayStep(telling: Telling): string {
  const { entry, language, reader, t } = telling
  const { action, step, from, officerId } = entry.facts
  const steps = reader.process?.steps ?? []
  const to = steps.find(({ id }) => id === step)
  const name = to && to.kind !== 'end' ? to.name[language] : undefined
  if (entry.type === 'dossier.processing-started') return name ? t.processingStartedAt(name) : t.processingStarted
  if (action === 'claim') return name ? t.claimedAt(name) : t.claimed
  if (action === 'hand-over') {
    const receiver = reader.kind === 'officer' ? reader.names?.get(String(officerId)) : undefined
    return receiver ? t.handedOverTo(receiver) : t.handedOver
  }
  const left = steps.find(({ id }) => id === from)
  const label = left?.actions.find(({ id }) => id === action)?.label[language]
  if (label) return name ? t.acted(inside(label), name) : inside(label)
  return name ? t.stepTo(name) : String(action).startsWith('return') ? t.stepBack : t.step
}

/** As a sentence of its own. */
function sentence(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** A label inside a sentence. */
function inside(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

/** What was written with the act. What officers wrote to each other is not the person's to read. */
function sayWhy({ entry, reader, t }: Telling): string | undefined {
  const { words, type, actor } = entry
  if (words === undefined || (type === 'dossier.step' && reader.kind === 'citizen')) return undefined
  // Only a signature that did not come leads a dossier on without a person, and its reason is a code.
  return (type === 'dossier.step' && actor.kind === 'system' ? notSigned(words, t) : words).replaceAll('\n', '; ')
}

/** Whether the words say why. An officer's opinion and the things asked for are notes. */
function isReason({ type, actor }: LogEntry): boolean {
  return type === 'dossier.step' ? actor.kind === 'system' : type === 'dossier.refused' || type === 'dossier.withdrawn'
}

function notSigned(code: string, t: typeof vi): string {
  const known: Record<string, string> = t.notSigned
  return known[code] ?? t.notSignedOther(code)
}

/** Why a signature did not come, by the code the signing room gave, as a sentence. */
export function sayNotSigned(code: string, language: Language): string {
  const t = WORDS[language]
  return `${sentence(notSigned(code, t))}.`
}
