import type { Language } from '#platform/i18n/index.ts'
import { en } from './log.en.ts'
import { vi } from './log.vi.ts'
import type { LogEntry } from './log-entry.ts'
import { en as courseEn } from './pages/shared/course.en.ts'
import { vi as courseVi } from './pages/shared/course.vi.ts'
import type { Status } from './status.ts'

const WORDS = { vi, en }

/** A status as people read it: `Chờ bổ sung`, `Waiting for papers`. */
export function sayStatus(status: Status, language: Language): string {
  return (language === 'en' ? courseEn : courseVi).statuses[status]
}

/** An entry of the log in plain words, for the person and for officers. Names are not in it. */
export function sayLogEntry({ type, facts }: LogEntry, language: Language): string {
  const t = WORDS[language]
  switch (type) {
    case 'dossier.submitted':
      return t.submitted
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
    case 'dossier.processing-started':
      return t.processingStarted
    case 'dossier.step':
      return sayStep(String(facts.action), t)
    case 'dossier.result-ready':
      return facts.outcome === 'rejected' ? t.resultRejected : t.resultGranted
    case 'dossier.returned':
      return t.returned
    default:
      return t.other(type)
  }
}

function sayStep(action: string, t: typeof vi): string {
  if (action === 'claim') return t.claimed
  if (action === 'hand-over') return t.handedOver
  return action.startsWith('return') ? t.stepBack : t.step
}
