import { describe, expect, test } from 'vitest'
import type { ChannelName } from './channel.ts'
import { afterQuiet } from './quiet.ts'
import { chooseChannels, mobileNumber, nextChannel, type Reach } from './reach.ts'

const everything: Reach = {
  wanted: undefined,
  email: 'an@nguoidan.example',
  phone: '0900 000 012',
  offered: ['email', 'sms', 'zalo'],
}

describe('R-158: how somebody is told', () => {
  test.each<[string, Partial<Reach>, ChannelName[]]>([
    ['who never chose: by e-mail', {}, ['email']],
    ['with a telephone only: by SMS', { email: undefined }, ['sms']],
    ['with neither: on the portal', { email: undefined, phone: undefined }, []],
    ['with a telephone, where the agency has no SMS: on the portal', { email: undefined, offered: ['email'] }, []],
    ['never by Zalo unasked', { email: undefined, offered: ['zalo'] }, []],
    ['by what they chose', { wanted: ['zalo', 'sms'] }, ['zalo', 'sms']],
    ['on the portal only, when they chose nothing', { wanted: [] }, []],
    ['by what is left of their choice', { wanted: ['email', 'zalo'], offered: ['email', 'sms'] }, ['email']],
    ['as usual, when nothing of it is possible', { wanted: ['zalo'], offered: ['email'] }, ['email']],
  ])('%s', (_who, given, channels) => {
    expect(chooseChannels({ ...everything, ...given })).toEqual(channels)
  })

  test('when a way fails, the next one; none for who wants none', () => {
    expect(nextChannel(['zalo'], everything)).toBe('email')
    expect(nextChannel(['zalo', 'email'], everything)).toBe('sms')
    expect(nextChannel(['email', 'sms'], everything)).toBeUndefined()
    expect(nextChannel(['email'], { ...everything, wanted: [] })).toBeUndefined()
  })

  test.each([
    ['0900 000 012', '84900000012'],
    ['+84 900.000.012', '84900000012'],
    ['84900000012', '84900000012'],
    ['0200 000 0012', undefined],
    ['020 000 0012', undefined],
    ['12345', undefined],
    ['', undefined],
  ])('%s is told at %s', (phone, number) => {
    expect(mobileNumber(phone)).toBe(number)
  })
})

describe('quiet hours', () => {
  const night = { from: '21:00', to: '07:00' }
  test.each([
    ['before nine it is sent', '2026-11-25T20:59', '2026-11-25T20:59'],
    ['at nine it waits for the morning', '2026-11-25T21:00', '2026-11-26T07:00'],
    ['after midnight for the same morning', '2026-11-26T00:30', '2026-11-26T07:00'],
    ['at seven it is sent', '2026-11-26T07:00', '2026-11-26T07:00'],
  ])('%s', (_rule, at, sent) => {
    const moment = (local: string) => new Date(`${local}:00+07:00`)
    expect(afterQuiet(moment(at), night)).toEqual(moment(sent))
    expect(afterQuiet(moment(at), undefined)).toEqual(moment(at))
  })

  test('quiet at noon ends on the same day', () => {
    const noon = { from: '11:30', to: '13:00' }
    expect(afterQuiet(new Date('2026-11-25T12:00:00+07:00'), noon)).toEqual(new Date('2026-11-25T13:00:00+07:00'))
  })
})
