import { expect, test } from 'vitest'
import { renderInFrame } from '#platform/html/testing.ts'
import type { Answers } from './definition.ts'
import { CheckAnswersView, compileForm, type Fact, FormStepView, summary, validateStep } from './index.ts'
import { aContext, aFormDefinition, aStep } from './testing.ts'

const upload = { formats: ['PDF', 'JPG'], accept: 'application/pdf,image/*', maxMegabytes: 20 }
const source = { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National Population Database' }
const name: Fact = { value: 'Vàng Thị Mỷ', source, authoritative: true }
const form = compileForm(
  aFormDefinition(
    aStep('one', [
      { id: 'name', kind: 'text', prefill: { fact: 'person.name', locked: true } },
      { id: 'married', kind: 'yes-no' },
      { id: 'spouse', kind: 'text', when: 'married = true' },
      { id: 'copies', kind: 'number', where: { vi: 'Góc trên bên phải.', en: 'Top right.' } },
      { id: 'reason', kind: 'long-text', when: 'copies > 5' },
      { id: 'paper', kind: 'file', required: false },
    ]),
  ),
)
const context = aContext({ profile: { 'person.name': name } })

function draw(answers: Answers, language: 'vi' | 'en' = 'vi', checked = false) {
  const filled = { answers, documents: {} }
  const errors = checked ? validateStep(form, 'one', { filled, context }) : []
  const view = (
    <FormStepView
      form={form}
      step="one"
      filled={filled}
      context={context}
      action="/here"
      service="X"
      upload={upload}
      errors={errors}
    />
  )
  return renderInFrame(view, { language })
}

const asked = (html: string) => /name="--asked" value="([^"]*)"/.exec(html)?.[1]

test('a question under an answer is on the page at once, one with another rule only when it is asked', () => {
  expect(asked(draw({}))).toBe('name,married,spouse,copies,paper')
  expect(draw({})).toContain('name="spouse"')
  expect(draw({})).not.toContain('name="reason"')
  expect(asked(draw({ copies: 6 }))).toBe('name,married,spouse,copies,reason,paper')
})

test('R-050: the state’s own data is shown with its source, never as a field, and can be reported', () => {
  const html = draw({})
  expect(html).toContain('Vàng Thị Mỷ')
  expect(html).toContain(source.vi)
  expect(html).not.toContain('name="name"')
  expect(html).toContain('name="name--wrong"')
})

test('errors stand on top and at the field, and what was typed stands in it', () => {
  const html = draw({ married: true, copies: 'hai' }, 'vi', true)
  expect(html).toContain('href="#spouse"')
  expect(html.match(/phải là số, ví dụ 2\. Bạn đã nhập “hai”/g)).toHaveLength(2)
  expect(html).toContain('value="hai"')
})

test('R-054: formats and size are said at the upload, and the form can carry files', () => {
  const html = draw({})
  expect(html).toContain('enctype="multipart/form-data"')
  expect(html).toMatch(/PDF, JPG.*20/)
})

test('the aside says where on the paper to look, in both languages', () => {
  expect(draw({})).toContain('Góc trên bên phải.')
  expect(draw({}, 'en')).toContain('Top right.')
})

test('what a person typed is never markup', () => {
  const html = draw({ married: true, spouse: '<img src=x onerror=alert(1)>"' })
  expect(html).not.toContain('<img')
})

test('checking answers offers to report the state’s data and to change the rest', () => {
  const filled = { answers: { married: false, copies: 2, 'name--wrong': 'Họ là Vang' }, documents: {} }
  const groups = summary(form, filled, { context, language: 'vi' })
  const html = renderInFrame(<CheckAnswersView groups={groups} stepHref={(step) => `/apply/${step}`} />)
  expect(html).toContain('href="/apply/one#report-wrong"')
  expect(html).toContain('href="/apply/one#married"')
  expect(html).toContain('Họ là Vang')
  expect(html).toContain('Không trả lời')
})
