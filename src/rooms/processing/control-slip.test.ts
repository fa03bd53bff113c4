import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEntry } from '#rooms/dossiers/index.ts'
import { controlSlip } from './control-slip.ts'

const minute = (n: number) => new Date(Date.UTC(2026, 10, 19, 1, n))
const ENDS = new Set(['done'])

function entry(n: number, type: string, given: Partial<Pick<LogEntry, 'actor' | 'facts' | 'words'>>): LogEntry {
  const of = { agencyId: 1, dossierId: 'd', seq: n + 1, at: minute(n), prevHash: '', hash: '' }
  return { ...of, type, actor: { kind: 'system' }, facts: {}, ...given }
}

const by = (id: string, unitId = 'commune') => ({ actor: { kind: 'officer', id } as const, by: { unitId } })
const step = (n: number, who: string | undefined, facts: LogEntry['facts'], words?: string): LogEntry => {
  const officer = who === undefined ? undefined : by(who)
  return entry(n, 'dossier.step', {
    ...(officer ? { actor: officer.actor } : {}),
    facts: { unitId: 'commune', ...facts, ...(officer ? { by: officer.by } : {}) },
    ...(words === undefined ? {} : { words }),
  })
}

const life = [
  entry(0, 'dossier.submitted', {}),
  entry(1, 'dossier.received', { actor: by('desk').actor, facts: { by: { unitId: 'commune' } } }),
  entry(2, 'dossier.processing-started', { facts: { step: 'appraise', unitId: 'commune' } }),
  step(3, 'first', { action: 'claim', step: 'appraise' }),
  step(4, 'first', { action: 'hand-over', step: 'appraise', officerId: 'second' }, 'Nghỉ phép.'),
  entry(5, 'dossier.supplement-requested', {}),
  entry(6, 'dossier.supplied', {}),
  step(7, 'second', { action: 'propose', step: 'approve' }, 'Đủ điều kiện.'),
  step(8, 'chair', { action: 'claim', step: 'approve' }),
  step(9, 'chair', { action: 'approve', step: 'issue' }),
  step(10, undefined, { action: 'not-signed', step: 'approve' }, 'refused'),
]

test('R-136: who gave, who took, when, when it was done, and what was written, line by line', () => {
  const lines = controlSlip(life, ENDS)
  const shown = lines.map(({ from, handedAt, to, receivedAt, doneAt }) => ({
    from: from.officerId,
    to: to.officerId,
    minutes: [handedAt, receivedAt, doneAt].map((at) => at?.getUTCMinutes()),
  }))
  expect(shown).toEqual([
    { from: 'desk', to: 'first', minutes: [2, 3, 4] },
    { from: 'first', to: 'second', minutes: [4, 4, 7] },
    { from: 'second', to: 'chair', minutes: [7, 8, 9] },
    { from: 'chair', to: undefined, minutes: [9, undefined, 10] },
    { from: undefined, to: undefined, minutes: [10, undefined, undefined] },
  ])
  expect(lines.map(({ notes }) => notes.map(({ kind }) => kind))).toEqual([
    [],
    ['words', 'asked', 'sent-in'],
    ['words'],
    [],
    ['not-signed'],
  ])
})

test('the end of the process is not handed to anybody, and a withdrawal closes the line it meets', () => {
  const ended = controlSlip([...life, step(11, 'desk', { action: 'returned', step: 'done' })], ENDS)
  expect(ended).toHaveLength(5)
  expect(ended.at(-1)?.doneAt).toEqual(minute(11))
  const withdrawn = controlSlip([...life, entry(11, 'dossier.withdrawn', {})], ENDS)
  expect(withdrawn.at(-1)).toMatchObject({ doneAt: minute(11), notes: [{ kind: 'not-signed' }, { kind: 'withdrawn' }] })
})

test('R-136: however far a life has come, each line but the last is done, and begins where the one before ended', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: life.length }), (length) => {
      const lines = controlSlip(life.slice(0, length), ENDS)
      lines.forEach((line, n) => {
        if (n > 0) expect(line.handedAt).toEqual(lines[n - 1]?.doneAt)
        expect(line.doneAt === undefined).toBe(n === lines.length - 1)
      })
    }),
  )
})
