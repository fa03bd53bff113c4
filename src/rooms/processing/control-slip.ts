import type { LogEntry } from '#rooms/dossiers/index.ts'

/** In whose hands a dossier is: an officer, or a unit where nobody has taken it; neither is the system. */
export interface Hand {
  officerId?: string | undefined
  unitId?: string | undefined
}

/** What was written beside a passing on. */
export type SlipNote =
  | { kind: 'words'; words: string }
  | { kind: 'not-signed'; code: string }
  | { kind: 'asked' | 'sent-in' | 'withdrawn'; at: Date }

/** One line of form 06: from whose hands into whose, when, and when it was done there. */
export interface Passing {
  from: Hand
  handedAt: Date
  to: Hand
  receivedAt: Date | undefined
  doneAt: Date | undefined
  notes: readonly SlipNote[]
}

/** Form 06 while it is being written. */
interface Slip {
  lines: readonly Passing[]
  /** Who has the dossier before anybody was handed it: the desk that received it. */
  desk: Hand
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function handOf({ actor, facts }: LogEntry): Hand {
  if (actor.kind === 'system') return {}
  const by = facts.by as { unitId?: unknown } | undefined
  return { officerId: actor.id, unitId: text(by?.unitId) }
}

function notesOf({ actor, words }: LogEntry): SlipNote[] {
  if (words === undefined) return []
  // Only a signature that did not come leads a dossier on without a person, and its reason is a code.
  return actor.kind === 'system' ? [{ kind: 'not-signed', code: words }] : [{ kind: 'words', words }]
}

function changeLast({ lines, desk }: Slip, change: (last: Passing) => Partial<Passing>): Slip {
  const last = lines.at(-1)
  return last ? { desk, lines: [...lines.slice(0, -1), { ...last, ...change(last) }] } : { lines, desk }
}

function passOn(slip: Slip, entry: LogEntry, given: Pick<Passing, 'from'> & Partial<Passing>): Slip {
  const open = { to: { unitId: text(entry.facts.unitId) }, receivedAt: undefined, doneAt: undefined }
  return { ...slip, lines: [...slip.lines, { ...open, handedAt: entry.at, notes: notesOf(entry), ...given }] }
}

function afterStep(slip: Slip, entry: LogEntry, ends: ReadonlySet<string>): Slip {
  const { action, step, unitId, officerId } = entry.facts
  const from = handOf(entry)
  if (action === 'claim') {
    return changeLast(slip, ({ to }) => ({ to: { ...to, officerId: from.officerId }, receivedAt: entry.at }))
  }
  const left = changeLast(slip, () => ({ doneAt: entry.at }))
  if (action === 'hand-over') {
    const to = { officerId: text(officerId), unitId: text(unitId) }
    return passOn(left, entry, { from, to, receivedAt: entry.at })
  }
  if (typeof step === 'string' && ends.has(step)) {
    return changeLast(left, ({ notes }) => ({ notes: [...notes, ...notesOf(entry)] }))
  }
  return passOn(left, entry, { from })
}

function afterEntry(slip: Slip, entry: LogEntry, ends: ReadonlySet<string>): Slip {
  const noted = (kind: 'asked' | 'sent-in' | 'withdrawn', more: Partial<Passing> = {}) =>
    changeLast(slip, ({ notes }) => ({ ...more, notes: [...notes, { kind, at: entry.at }] }))
  switch (entry.type) {
    case 'dossier.received':
      return { ...slip, desk: handOf(entry) }
    case 'dossier.processing-started':
      return passOn(slip, entry, { from: slip.desk })
    case 'dossier.step':
      return afterStep(slip, entry, ends)
    case 'dossier.supplement-requested':
      return noted('asked')
    case 'dossier.supplied':
      return noted('sent-in')
    case 'dossier.withdrawn':
      return noted('withdrawn', { doneAt: entry.at })
    default:
      return slip
  }
}

/**
 * Form 06 (phiếu kiểm soát quá trình giải quyết hồ sơ), read from the log of the dossier and from nothing else: every
 * time the dossier was given and taken, to the minute. `ends` are the steps at which the process is over. R-136
 */
export function controlSlip(log: readonly LogEntry[], ends: ReadonlySet<string>): readonly Passing[] {
  const empty: Slip = { lines: [], desk: {} }
  return log.reduce((slip, entry) => afterEntry(slip, entry, ends), empty).lines
}
