import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { csvOf, quoted } from './csv.ts'
import { resultsOf, toldOf } from './results.ts'
import { missingFor, type Question, readAnswers, type Survey, standing } from './survey.ts'
import { readQuestion, readSettings } from './typed-survey.ts'

const say = (vi: string) => ({ vi, en: vi })
const questions: Question[] = [
  { id: 'q1', kind: 'scale', label: say('Hài lòng?'), options: [], required: true },
  {
    id: 'q2',
    kind: 'several',
    label: say('Biết qua đâu?'),
    options: [
      { value: 'o1', label: say('Báo') },
      { value: 'o2', label: say('Bạn bè') },
    ],
    required: false,
  },
  { id: 'q3', kind: 'text', label: say('Góp ý'), options: [], required: false },
]
const survey: Survey = {
  ...{ agencyId: 1, id: 's', title: say('Khảo sát'), lead: say('…'), consent: say('…'), access: 'open' },
  ...{ opensOn: localDate('2026-12-01'), closesOn: localDate('2026-12-31'), state: 'published', invitations: 0 },
  questions,
}

test.each([
  ['2026-11-30', 'coming'],
  ['2026-12-01', 'open'],
  ['2026-12-31', 'open'],
  ['2027-01-01', 'over'],
])('on %s the survey is %s: the last day counts', (day, is) => {
  expect(standing(survey, localDate(day))).toBe(is)
})

test('closed is over at once, and a draft is nothing to answer', () => {
  expect(standing({ ...survey, state: 'closed' }, localDate('2026-12-02'))).toBe('over')
  expect(standing({ ...survey, state: 'draft' }, localDate('2026-12-02'))).toBe('draft')
  expect(missingFor({ ...survey, questions: [] }, localDate('2027-01-01'))).toEqual(['questions', 'over'])
})

test('answers are kept to what was asked', () => {
  const posted: Record<string, string[]> = { q1: ['9'], q2: ['o2', 'o2', 'o7'], q3: ['x'.repeat(2001)], q9: ['?'] }
  const { answers, problems } = readAnswers(questions, (id) => posted[id] ?? [])
  expect(problems).toEqual([
    { at: 'q1', is: 'missing' },
    { at: 'q3', is: 'too-long' },
  ])
  expect(answers.q2).toEqual(['o2'])
  expect(Object.keys(answers)).toEqual(['q2', 'q3'])
})

test('R-171: results are exact, and nothing is told of a question that fewer than five answered', () => {
  const given = [5, 5, 4, 1, 3].map((mark, index) => ({
    q1: String(mark),
    ...(index < 4 ? { q2: ['o1', 'o2'], q3: `lời ${index}` } : {}),
  }))
  const [scale, several, text] = resultsOf(survey, given)
  expect(scale?.counts?.map(({ count }) => count)).toEqual([2, 1, 1, 0, 1])
  expect([several?.answered, several?.counts, text?.words]).toEqual([4, undefined, undefined])
  expect(toldOf(questions, given).map(({ id }) => id)).toEqual(['q1'])
  const more = resultsOf(survey, [...given, { q1: '5', q2: ['o2'], q3: 'thêm' }])
  expect(more[1]?.counts).toEqual([
    { value: 'o1', count: 4 },
    { value: 'o2', count: 5 },
  ])
  expect(more[2]?.words).toHaveLength(5)
})

test.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r\n=1'])(
  'R-171: %j is no formula to a spreadsheet',
  (cell) => expect(quoted(cell)).toBe(`"'${cell}"`),
)

test('the table has a line for each answer, in words', () => {
  const csv = csvOf(questions, [{ q1: '5', q2: ['o1', 'o2'], q3: 'Tốt, "rất"\n=HYPERLINK("x")' }], {
    language: 'vi',
    say: (question, value) => question.options.find((one) => one.value === value)?.label.vi ?? value,
  })
  expect(csv).toBe(
    '\uFEFF"Hài lòng?","Biết qua đâu?","Góp ý"\r\n"5","Báo; Bạn bè","Tốt, ""rất""\n=HYPERLINK(""x"")"\r\n',
  )
})

test('a question is asked in both languages with two options at least, under an id never used before it', () => {
  const typed = { kind: 'one', labelVi: 'Câu', labelEn: 'Question', options: 'Có | Yes\nKhông | No', required: true }
  const read = readQuestion(typed, [{ id: 'q2' }])
  expect(read).toMatchObject({ question: { id: 'q3', options: [{ value: 'o1', label: { vi: 'Có', en: 'Yes' } }, {}] } })
  for (const options of ['Có | Yes', 'Có\nKhông', 'Có | Yes | x\nKhông | No', '']) {
    expect(readQuestion({ ...typed, options }, [])).toEqual({ problems: ['options'] })
  }
  expect(readQuestion({ ...typed, kind: 'x', labelEn: '' }, [])).toEqual({ problems: ['kind', 'labelEn'] })
})

test('settings want every text twice, and a last day that is not before the first', () => {
  const day = (text: string) => ({ day: text, month: '12', year: '2026' })
  const typed = {
    ...{ titleVi: 'a', titleEn: 'b', leadVi: 'c', leadEn: 'd', consentVi: 'e', consentEn: 'f', access: 'invited' },
    ...{ opens: day('2'), closes: day('2') },
  }
  expect(readSettings(typed)).toMatchObject({ settings: { opensOn: '2026-12-02', access: 'invited' } })
  expect(readSettings({ ...typed, closes: day('1'), consentEn: '' })).toEqual({ problems: ['consentEn', 'order'] })
  expect(readSettings({ ...typed, opens: day('32'), access: '' })).toEqual({ problems: ['access', 'opens'] })
})
