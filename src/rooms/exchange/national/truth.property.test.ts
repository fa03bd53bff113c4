import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DossierCode } from '#kernel/dossier-code.ts'
import { addDays, type LocalDateTime, localDate, toLocal } from '#kernel/local-date.ts'
import { type Dossier, type LogEntry, type LogFacts, lifeOf } from '#rooms/dossiers/index.ts'
import { dossierMessage, type Facts, refFor, stamp } from './dossier-message.ts'
import { progressMessage } from './progress-message.ts'

/** What the contract calls each status, written down here a second time so that a slip in the data is seen. */
const CODES = new Map(
  Object.entries({
    submitted: '1',
    received: '2',
    refused: '3',
    processing: '4',
    'awaiting-supplement': '5',
    'awaiting-payment': '6',
    withdrawn: '7',
    discontinued: '8',
    'result-ready': '9',
    returned: '10',
  }).map(([status, code]) => [status, { code, name: status }]),
)

type Act = [type: string, facts?: LogFacts]
const CODE = 'H99.12-261123-0007' as DossierCode
const due = (days: number) => `${addDays(localDate('2026-11-23'), days)}T17:00` as LocalDateTime

const atIntake = fc.constantFrom<Act[]>(
  [],
  [
    ['dossier.supplement-requested', { number: 1, atIntake: true }],
    ['dossier.supplied', { number: 1 }],
  ],
)
const atWork = fc.integer({ min: 4, max: 40 }).chain((days) =>
  fc.constantFrom<Act[]>(
    [],
    [['dossier.step', { action: 'claim', step: 'appraise', unitId: 'u' }]],
    [
      ['dossier.supplement-requested', { number: 2, atIntake: false }],
      ['dossier.supplied', { number: 2, dueAt: due(days) }],
    ],
    [
      ['dossier.paused', { reason: 'verification' }],
      ['dossier.resumed', { reason: 'verification', dueAt: due(days) }],
    ],
  ),
)
const ends = fc.constantFrom<Act[]>(
  [],
  [['dossier.discontinued']],
  [['dossier.withdrawn', { from: 'processing' }]],
  [['dossier.supplement-requested', { number: 3, atIntake: false }]],
  [['dossier.result-ready', { outcome: 'granted', resultId: 'r' }]],
  [
    ['dossier.result-ready', { outcome: 'rejected', resultId: 'r' }],
    ['dossier.returned', { channel: 'counter' }],
  ],
)
const worked = fc
  .tuple(atIntake, fc.array(atWork, { maxLength: 3 }), ends)
  .map(([intake, work, end]): Act[] => [
    ...intake,
    ['dossier.received', { code: CODE, unitId: 'u', dueAt: due(3) }],
    ['dossier.processing-started', { step: 'appraise', unitId: 'u' }],
    ...work.flat(),
    ...end,
  ])
const endedAtTheDoor = fc
  .tuple(atIntake, fc.constantFrom<Act>(['dossier.refused'], ['dossier.withdrawn', { from: 'submitted' }]))
  .map(([intake, end]): Act[] => [...intake, end])

/** A life a dossier may have, with hours between its acts. */
const anyLife = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: worked }, endedAtTheDoor),
    fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 30, maxLength: 30 }),
  )
  .map(([acts, gaps]) => {
    let at = Date.UTC(2026, 10, 23, 1, 0, 0)
    const all: Act[] = [['dossier.submitted', { receivingUnitId: 'u', temporaryCode: 'TN-261123-004217' }], ...acts]
    return all.map(([type, facts = {}], index): LogEntry => {
      at += (gaps[index] ?? 1) * 1000
      const actor = { kind: 'system' } as const
      return {
        agencyId: 1,
        dossierId: 'd',
        seq: index + 1,
        at: new Date(at),
        actor,
        type,
        facts,
        prevHash: '',
        hash: '',
      }
    })
  })

function factsAt(entries: readonly LogEntry[]): Facts {
  const life = lifeOf(entries)
  if (!life) throw new Error('no life')
  const owner = { kind: 'person', name: 'Hà Thị Mẫu', identityNumber: '000198000012' } as const
  const dossier = {
    temporaryCode: 'TN-261123-004217',
    code: life.code?.value as DossierCode | undefined,
    procedureCode: '9.000001',
    procedureName: { vi: 'Giấy mẫu', en: 'Sample' },
    channel: 'online',
    resultChannel: 'counter',
    owner,
    personId: 'p',
    competentUnitId: 'u',
  } as unknown as Dossier
  return {
    ...{ dossier, life, codes: CODES, unitName: () => 'Xã Mẫu An', papers: [] },
    slips: { supplementRequests: [], refusal: undefined },
    procedureName: 'Giấy mẫu theo danh mục',
    field: { code: 'G99-TP01', name: 'Mẫu' },
    result: { id: 'r', title: 'Giấy', code: 'KQ', url: 'http://x/verify/t' },
  }
}

/** What each act means to the outside, said once more and not by the code under test. */
const AFTER: Record<string, string> = {
  'dossier.received': '2',
  'dossier.refused': '3',
  'dossier.processing-started': '4',
  'dossier.withdrawn': '7',
  'dossier.discontinued': '8',
  'dossier.supplement-requested': '5',
  'dossier.result-ready': '9',
  'dossier.returned': '10',
}

const TIMES: Record<string, readonly string[]> = {
  NgayNopHoSo: ['dossier.submitted'],
  NgayTiepNhan: ['dossier.received'],
  NgayTuChoi: ['dossier.refused'],
  NgayKetThucXuLy: ['dossier.result-ready', 'dossier.refused', 'dossier.withdrawn', 'dossier.discontinued'],
  NgayTra: ['dossier.returned'],
}

describe('what the national portal is told', () => {
  test('R-186: every time that is sent is the time of an entry of the right kind, and no such entry is left out', () => {
    fc.assert(
      fc.property(anyLife, (entries) => {
        for (let end = 1; end <= entries.length; end += 1) {
          const known = entries.slice(0, end)
          const { payload } = dossierMessage(factsAt(known), 'x')
          expect(payload.TenTTHC).toBe('Giấy mẫu theo danh mục')
          for (const [field, types] of Object.entries(TIMES)) {
            const moments = known.filter(({ type }) => types.includes(type)).map(({ at }) => stamp(at))
            expect(payload[field]).toBe(moments.at(0))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('R-187: an act is told by its own status: a supplement is 5, a discontinuation 8, and nothing is 9 without a result', () => {
    fc.assert(
      fc.property(anyLife, (entries) => {
        for (const [index, entry] of entries.entries()) {
          const known = entries.slice(0, index + 1)
          const { payload } = dossierMessage(factsAt(known), 'x')
          const expected = AFTER[entry.type]
          if (expected) expect([entry.type, payload.TrangThaiHoSo]).toEqual([entry.type, expected])
          const hasResult = known.some(({ type }) => type === 'dossier.result-ready')
          if (!hasResult) expect(['9', '10']).not.toContain(payload.TrangThaiHoSo)
          expect('DanhSachGiayToKetQua' in payload).toBe(known.some(({ facts }) => facts.outcome === 'granted'))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the promised day is the last one promised, and a clock that stands still takes nothing back', () => {
    fc.assert(
      fc.property(anyLife, (entries) => {
        const { payload } = dossierMessage(factsAt(entries), 'x')
        const promised = entries.map(({ facts }) => facts.dueAt).filter((at) => typeof at === 'string')
        expect(payload.NgayHenTra).toBe(promised.length ? stamp(promised.at(-1) as LocalDateTime) : undefined)
      }),
      { numRuns: 200 },
    )
  })

  test('every field names entries that exist, and what they prove does not change when more is added', () => {
    fc.assert(
      fc.property(anyLife, (entries) => {
        const facts = factsAt(entries)
        const { payload, proof } = dossierMessage(facts, refFor(facts) ?? 'x')
        expect(Object.keys(proof)).toEqual(Object.keys(payload))
        for (const seqs of Object.values(proof)) {
          expect(seqs.length).toBeGreaterThan(0)
          for (const seq of seqs) expect(entries[seq - 1]?.seq).toBe(seq)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a line of progress has the time of its own entry, to the second', () => {
    fc.assert(
      fc.property(anyLife, (entries) => {
        const entry = entries.at(-1)
        const { life } = factsAt(entries)
        if (!entry) return
        const facts = { entry, life, codes: CODES, actor: { name: 'Trần Văn Thử' }, unit: 'Xã Mẫu An', content: 'x' }
        const { payload } = progressMessage(facts, 'x')
        expect(payload.ThoiDiemXuLy).toBe(stamp(entry.at))
        expect(payload.NgayBatDau).toBe(life.received && stamp(life.received.value))
      }),
      { numRuns: 200 },
    )
  })

  test('a dossier has one code over there for all its life', () => {
    fc.assert(
      fc.property(anyLife, (entries) => {
        const whole = refFor(factsAt(entries))
        for (let end = 1; end <= entries.length; end += 1) {
          const now = refFor(factsAt(entries.slice(0, end)))
          if (now !== undefined) expect(now).toBe(whole)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a stamp is Vietnam’s own time', () => {
    expect(stamp(new Date('2026-11-23T20:30:15Z'))).toBe('20261124033015')
    expect(stamp(toLocal(new Date('2026-11-23T01:00:00Z')))).toBe('20261123080000')
  })
})
