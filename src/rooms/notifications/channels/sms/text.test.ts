import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { Told } from '../../channel.ts'
import { aTold } from '../../testing.ts'
import { en } from '../short.en.ts'
import { vi } from '../short.vi.ts'
import { fillTemplate } from '../template.ts'
import { sizeOf } from './segments.ts'
import { smsText, withoutMarks } from './text.ts'

const occasions = Object.keys(vi.statuses) as Told['occasion'][]
const plain = { marks: false, most: 2 }
const longest = {
  ref: 'H99.12.08-26-261119-0000007',
  portalHost: 'dichvucong.thanhphohochiminh-mau.gov.vn',
  returnOn: localDate('2026-11-25'),
}

describe('how an SMS is counted', () => {
  test.each([
    ['one plain message', 'a'.repeat(160), 'gsm-7', 1],
    ['one letter more', 'a'.repeat(161), 'gsm-7', 2],
    ['the parts of a longer one hold less', 'a'.repeat(306), 'gsm-7', 2],
    ['and one letter more', 'a'.repeat(307), 'gsm-7', 3],
    ['a sign of the extension costs two', '€'.repeat(80), 'gsm-7', 1],
    ['and is not cut in two between the parts', `${'a'.repeat(152)}€${'a'.repeat(7)}`, 'gsm-7', 2],
    ['one letter outside the alphabet makes all of them wide', 'đ'.repeat(70), 'ucs-2', 1],
    ['wide parts', 'đ'.repeat(71), 'ucs-2', 2],
    ['a picture costs two units', '😀'.repeat(36), 'ucs-2', 2],
  ] as const)('%s', (_rule, text, encoding, segments) => {
    expect(sizeOf(text)).toMatchObject({ encoding, segments })
  })

  test('a longer text never costs less', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '€', 'đ', '😀'), maxLength: 400 })
    fc.assert(
      fc.property(texts, fc.constantFrom('a', 'đ'), (text, more) => {
        expect(sizeOf(text + more).segments).toBeGreaterThanOrEqual(sizeOf(text).segments)
      }),
    )
  })
})

describe('what an SMS says', () => {
  test.each(occasions.flatMap((occasion) => [[occasion, 'vi'] as const, [occasion, 'en'] as const]))(
    'R-159: %s in %s is one plain message with the longest code, and says nothing about anybody',
    (occasion, language) => {
      const told = aTold({ ...longest, occasion, language, subject: 'Nguyễn Thị An', body: 'số 000192000012' })
      const text = smsText(told, plain)
      expect(sizeOf(text)).toMatchObject({ encoding: 'gsm-7', segments: 1 })
      expect(text).toContain(longest.ref)
      expect(text).toContain(longest.portalHost)
      expect(text).not.toMatch(/An\b|000192000012|https?:|\/\//)
      expect(sizeOf(smsText(told, { ...plain, marks: true })).segments).toBeLessThanOrEqual(2)
    },
  )

  test('the marks of Vietnamese go, its letters stay', () => {
    expect(withoutMarks('Đã trả “kết quả” – H’Nguyệt Niê Kđăm, ưỡn ẹo')).toBe(
      'Da tra "ket qua" - H\'Nguyet Nie Kdam, uon eo',
    )
  })

  test('the address is left out before a message becomes too long', () => {
    const told = aTold({ portalHost: `${'rat-dai.'.repeat(20)}gov.vn` })
    expect(smsText(told, { marks: false, most: 1 })).toBe('Ho so H99.12-261119-0007: da co ket qua.')
  })

  test('both languages know every occasion', () => {
    expect(Object.keys(en.statuses)).toEqual(occasions)
  })
})

describe('a registered text', () => {
  const templates = {
    received: { id: '1001', params: { 1: 'ref', 2: 'returnOn' } },
    '*:en': { id: '2002', params: { 1: 'ref', 2: 'status' } },
    '*': { id: '1002', params: { 1: 'ref', 2: 'status' } },
  } as const

  test('is the closest that was registered, in the person’s language', () => {
    const received = aTold({ occasion: 'received', returnOn: localDate('2026-11-25') })
    expect(fillTemplate(templates, received)).toEqual({
      id: '1001',
      values: { 1: 'H99.12-261119-0007', 2: '25/11/2026' },
    })
    expect(fillTemplate(templates, aTold({ language: 'en' }))?.id).toBe('2002')
    expect(fillTemplate(templates, aTold())?.values).toEqual({ 1: 'H99.12-261119-0007', 2: 'đã có kết quả' })
  })

  test('with a place for what is not known is passed over; without any, nothing is sent', () => {
    expect(fillTemplate(templates, aTold({ occasion: 'received' }))?.id).toBe('1002')
    expect(fillTemplate({ received: templates.received }, aTold())).toBeUndefined()
  })
})
