import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { compileService, type Example, resultText, type ServicePackage, suggestFields, walk } from './index.ts'

const part = (name: string) => JSON.parse(readFileSync(`services/2.000635/${name}.json`, 'utf8')) as never
const service = compileService({
  format: 1,
  ...{ service: part('service'), procedure: part('procedure'), form: part('form') },
  ...{ process: part('process'), result: part('result'), letters: [], examples: [] },
} satisfies ServicePackage)

const example = part('examples/01-own-birth-certificate') as Example
const lists = { communes: [{ value: 'H99.12', label: { vi: 'xã Mẫu An', en: 'Mẫu An Commune' } }] }
const context = { today: localDate('2026-11-25'), profile: example.profile ?? {}, lists }
const filled = { answers: { ...example.answers, registrationNumber: '118', registeredOn: '1998-10-02' }, documents: {} }
const given = {
  journey: walk(service.form, filled, context),
  context,
  circumstances: { channel: 'online' as const, agency: 'H99', on: context.today },
}
const facts = { seq: 7, issuedOn: context.today, unit: 'Ủy ban nhân dân xã Mẫu An', dossierCode: 'H99.12-261125-0007' }

test('the officer’s fields begin with what the person said, days as days', () => {
  expect(suggestFields(service, { ...given, facts })).toEqual({
    registryNumber: '118',
    registryOn: '1998-10-02',
    registryPlace: 'xã Mẫu An',
  })
})

test('the paper says each name as people read it, and leaves out what has no value', () => {
  const fields = { registryNumber: '118', registryOn: '1998-10-02', registryPlace: 'xã Mẫu An', registryContent: '' }
  const text = resultText(service, { ...given, facts: { ...facts, fields } })
  expect(text).toMatchObject({ title: 'Giấy khai sinh (bản sao)', number: '7/TLHT-BS' })
  expect(text.paragraphs).not.toContain('')
  expect(text.tables[0]?.rows).toContainEqual(['Ngày đăng ký', '02/10/1998'])
  expect(text.tables[0]?.rows.map(([label]) => label)).not.toContain('Số định danh cá nhân')
})

test('an answer that looks like a template is only text', () => {
  const journey = walk(
    service.form,
    { ...filled, answers: { ...filled.answers, subjectName: 'A {dossierCode}' } },
    context,
  )
  const text = resultText(service, { ...given, journey, facts: { ...facts, fields: {} } })
  expect(text.tables[0]?.rows[0]).toEqual(['Họ, chữ đệm, tên', 'A {dossierCode}'])
})
