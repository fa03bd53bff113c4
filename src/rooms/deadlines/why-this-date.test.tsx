import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { localDate, localDateTime } from '#kernel/local-date.ts'
import type { DeadlineInput, Step } from './deadline.ts'
import { explainDeadline } from './explain.ts'
import { parseLimit } from './limit.ts'
import { WhyThisDate } from './why-this-date.view.tsx'
import { deadlineWords, sayStep } from './wording.ts'
import { stateCalendar } from './working-calendar.ts'

const calendar = stateCalendar()

function explain(received: string, limit: string, more: Partial<DeadlineInput> = {}) {
  return explainDeadline({ received: localDateTime(received), limit: parseLimit(limit), calendar, ...more })
}

function said(found: ReturnType<typeof explain>, language: 'vi' | 'en' = 'vi'): string[] {
  return found.steps.map((step: Step) => sayStep(step, found, deadlineWords(language)))
}

describe('the rows', () => {
  test('are those of the page of tracking, in Vietnamese', () => {
    expect(said(explain('2026-11-19T08:40', '3wd'))).toEqual([
      'Tiếp nhận lúc 8:40. Chưa đếm ngày này.',
      'Ngày làm việc thứ nhất',
      'Nghỉ hằng tuần, không đếm',
      'Nghỉ hằng tuần, không đếm',
      'Ngày làm việc thứ hai',
      'Nghỉ Ngày Văn hóa Việt Nam, không đếm',
      'Hạn cuối: 17:00',
    ])
  })

  test('and in English', () => {
    expect(said(explain('2026-11-19T08:40', '3wd'), 'en')).toEqual([
      'Accepted at 8:40. This day is not counted.',
      'First working day',
      'Weekend, not counted',
      'Weekend, not counted',
      'Second working day',
      'Viet Nam Culture Day, not counted',
      'Due by 17:00',
    ])
  })

  test('name pauses, swaps and days in lieu', () => {
    const pauses = [
      { from: localDateTime('2026-08-21T16:00'), to: localDateTime('2026-08-24T08:00'), reason: 'supplement' as const },
    ]
    expect(said(explain('2026-08-20T08:00', '2wd', { pauses }))).toEqual([
      'Tiếp nhận lúc 8:00. Chưa đếm ngày này.',
      'Tạm dừng: chờ bổ sung giấy tờ, không đếm',
      'Tạm dừng: chờ bổ sung giấy tờ, không đếm',
      'Nghỉ hằng tuần, không đếm',
      'Ngày làm việc thứ nhất',
      'Hạn cuối: 17:00',
    ])
    expect(said(explain('2026-08-21T08:00', '2wd'))[1]).toBe('Ngày làm việc thứ nhất, làm bù cho thứ Hai, 31/08/2026')
    expect(said(explain('2026-08-28T08:00', '1wd'))[3]).toBe('Nghỉ hoán đổi, làm bù thứ Bảy, 22/08/2026, không đếm')
    expect(said(explain('2026-04-24T08:00', '1wd'))[3]).toBe('Nghỉ bù Giỗ Tổ Hùng Vương, không đếm')
  })

  test('say hours with their stretches', () => {
    expect(said(explain('2026-11-19T10:30', '4h'))).toEqual([
      'Tiếp nhận lúc 10:30. Đếm 4 giờ (10:30–11:30 và 13:30–16:30). Hạn cuối: 16:30',
    ])
  })
})

describe('a limit of the same day', () => {
  test('is one sentence after another, with one full stop between them', () => {
    const sameDay = explain('2026-11-19T08:40', '0wd')
    expect(said(sameDay)).toEqual(['Tiếp nhận lúc 8:40, giải quyết ngay trong ngày. Hạn cuối: 17:00'])
    expect(said(sameDay, 'en')).toEqual(['Accepted at 8:40, settled the same day. Due by 17:00'])
  })

  test.each([
    ['one day is a line', '2026-11-19T08:40', '0wd', 'days one'],
    ['less than a week is as wide as its days', '2026-11-19T15:20', '0wd', 'days few'],
    ['a week fills the page', '2026-11-19T08:40', '3wd', 'days'],
  ])('%s', (_rule, received, limit, name) => {
    const html = render(<WhyThisDate explanation={explain(received, limit)} language="vi" />)
    expect(html).toContain(`<ol class="${name}">`)
    expect(html.match(/<div class="k"><svg/g)?.length ?? 0).toBe(limit === '0wd' ? 1 : 0)
  })
})

describe('R-086: a clock that began anew', () => {
  test.each([
    ['2026-11-19T08:40', '3wd', 'Bổ sung đủ lúc 8:40. Thời hạn đếm lại; chưa đếm ngày này.'],
    ['2026-11-21T08:40', '3wd', 'Nghỉ hằng tuần. Bổ sung đủ lúc 8:40; thời hạn đếm lại, chưa đếm ngày này.'],
    ['2026-11-19T15:20', '0wd', 'Bổ sung đủ lúc 15:20, sau 15:00. Hẹn ngày làm việc sau.'],
    [
      '2026-11-19T10:30',
      '2h',
      'Bổ sung đủ lúc 10:30. Thời hạn đếm lại. Đếm 2 giờ (10:30–11:30 và 13:30–14:30). Hạn cuối: 14:30',
    ],
  ])('with %s and %s says that it counts from the supplement', (received, limit, first) => {
    const again = explain(received, limit, { begins: 'supplement' })
    expect(said(again)[0]).toBe(first)
    expect(said(again, 'en').join()).not.toContain('Accepted')
    const html = render(<WhyThisDate explanation={again} language="vi" />)
    expect(html).toContain('đếm lại từ đầu, vì hồ sơ đã được bổ sung đủ.')
    expect(html).toContain('Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4')
  })

  test('is due when any other clock of that moment is', () => {
    const [anew, first] = [
      explain('2026-11-19T08:40', '3wd', { begins: 'supplement' }),
      explain('2026-11-19T08:40', '3wd'),
    ]
    expect([anew.dueAt, anew.steps]).toEqual([first.dueAt, first.steps])
  })
})

describe('the list', () => {
  const today = localDate('2026-11-23')

  test('has the classes of the design and marks today and the end', () => {
    const explanation = explain('2026-11-19T08:40', '3wd')
    const html = render(
      <WhyThisDate explanation={explanation} language="vi" today={today} procedureCode="1.004873" id="vs" />,
    )
    expect(html).toContain('<h2 id="vs">Vì sao là ngày 25/11/2026?</h2>')
    expect(html).toContain('<b class="num">3 ngày làm việc</b>, đếm từ ngày làm việc sau ngày tiếp nhận.')
    expect(html.match(/<li class="[^"]*"/g)).toEqual([
      '<li class="off"',
      '<li class="on"',
      '<li class="off"',
      '<li class="off"',
      '<li class="on today"',
      '<li class="off"',
      '<li class="on end"',
    ])
    expect(html).toContain('<span class="num">23/11 · hôm nay</span>')
    expect(html).toContain('Căn cứ: thời hạn của thủ tục 1.004873; Bộ luật Dân sự 2015, Điều 147')
    expect(html).toContain('Hồ sơ chưa lần nào phải dừng đếm.')
    expect(html).not.toContain('<details')
  })

  test('says that the Vietnamese text is the legal one, in English only', () => {
    const html = render(<WhyThisDate explanation={explain('2026-11-19T08:40', '3wd')} language="en" />)
    expect(html).toContain('The Vietnamese text is the legal one.')
  })

  test('folds away the days of a long limit, and says since when the date is unknown', () => {
    expect(render(<WhyThisDate explanation={explain('2026-11-02T08:40', '30wd')} language="vi" />)).toContain(
      '<details>',
    )
    const pauses = [{ from: localDateTime('2026-11-20T10:00'), reason: 'payment' as const }]
    const html = render(<WhyThisDate explanation={explain('2026-11-19T08:40', '3wd', { pauses })} language="vi" />)
    expect(html).toContain('Vì sao chưa có ngày hẹn?')
    expect(html).toContain('Đang dừng đếm từ 10:00, thứ Sáu, 20/11/2026.')
  })
})
