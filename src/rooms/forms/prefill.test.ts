import { expect, test } from 'vitest'
import { compileForm, type Fact, snapshot, startAnswers, summary, takeStep, walk } from './index.ts'
import { aContext, aFormDefinition, aStep } from './testing.ts'

const source = { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National Population Database' }
const name: Fact = { value: 'Vàng Thị Mỷ', source, authoritative: true }
const phone: Fact = { value: '0900000012', source, authoritative: false }
const form = compileForm(
  aFormDefinition(
    aStep('you', [
      { id: 'name', kind: 'text', prefill: { fact: 'person.name', locked: true } },
      { id: 'phone', kind: 'text', format: 'phone', prefill: { fact: 'person.phone' } },
      { id: 'commune', kind: 'select', options: 'communes' },
    ]),
  ),
)
const lists = {
  communes: ['12', '13'].map((value) => ({ value, label: { vi: `xã ${value}`, en: `Commune ${value}` } })),
}
const context = aContext({
  profile: { 'person.name': name, 'person.phone': phone, 'person.bornOn': { ...name, value: '1998-09-20' } },
  lists,
})

test('R-050: a new draft holds what may be changed; the state’s own data is read each time', () => {
  expect(startAnswers(form, context)).toEqual({ phone: '0900000012' })
})

test('R-050: a locked answer cannot be typed over, only reported', () => {
  const body = {
    name: 'Somebody Else',
    phone: '0900000099',
    commune: '12',
    '--wrong': 'name',
    'name--wrong': 'Họ là Vang',
  }
  const taken = takeStep(form, 'you', { body, filled: { answers: {}, documents: {} }, context })
  const { answers } = walk(form, taken.filled, context)
  expect(answers).toEqual({ name: 'Vàng Thị Mỷ', 'name--wrong': 'Họ là Vang', phone: '0900000099', commune: '12' })
})

test('a report is taken back by unticking it', () => {
  const body = { phone: '0900000012', commune: '12', 'name--wrong': 'Họ là Vang' }
  const taken = takeStep(form, 'you', { body, filled: { answers: { 'name--wrong': 'x' }, documents: {} }, context })
  expect(taken.filled.answers).not.toHaveProperty('name--wrong')
})

test('without a fact the question is asked like any other', () => {
  const bare = aContext({ lists })
  expect(walk(form, { answers: { name: 'Lò Văn Pắng' }, documents: {} }, bare).answers).toEqual({ name: 'Lò Văn Pắng' })
})

test('R-047: the source is told as long as the value is the source’s', () => {
  const rows = (answers: Record<string, string>) =>
    summary(form, { answers, documents: {} }, { context, language: 'vi' }).flatMap((group) => group.rows)
  expect(rows({ phone: '0900000012' }).map((row) => row.source?.name)).toEqual([source.vi, source.vi, undefined])
  expect(rows({ phone: '0900000099' }).map((row) => row.source?.name)).toEqual([source.vi, undefined, undefined])
})

test('a snapshot prints the same for ever, and keeps nothing that was not asked', () => {
  const filled = { answers: { phone: '0900000099', commune: '13', stray: 'x' }, documents: {} }
  const kept = JSON.parse(JSON.stringify(snapshot(form, filled, context))) as ReturnType<typeof snapshot>
  expect(kept.filled.answers).toEqual({ name: 'Vàng Thị Mỷ', phone: '0900000099', commune: '13' })
  expect(Object.keys(kept.context.profile ?? {})).toEqual(['person.name'])
  expect(kept.context.lists?.communes).toHaveLength(1)
  const now = summary(form, filled, { context, language: 'vi' })
  expect(summary(compileForm(kept.definition), kept.filled, { context: kept.context, language: 'vi' })).toEqual(now)
})
