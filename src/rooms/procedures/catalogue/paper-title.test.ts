import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CATALOGUE, hasCatalogue } from '../testing.ts'
import { isConditional, paperTitle } from './paper-title.ts'

test.each([
  ['- Tờ khai theo mẫu', 'Tờ khai theo mẫu'],
  [
    'Văn bản ủy quyền theo quy định của pháp luật trong trường hợp ủy quyền thực hiện yêu cầu cấp bản sao Trích lục hộ tịch. Trường hợp người được ủy quyền là ông, bà…',
    'Văn bản ủy quyền',
  ],
  [
    'Đơn đăng ký đất đai, tài sản gắn liền với đất theo Mẫu số 15 ban hành kèm theo Quyết định số 73/2026/QĐ-UBND ngày 03/7/2026.',
    'Đơn đăng ký đất đai, tài sản gắn liền với đất',
  ],
  [
    'Giấy tờ có giá trị chứng minh thông tin về cư trú trong trường hợp cơ quan đăng ký hộ tịch không thể khai thác được thông tin',
    'Giấy tờ có giá trị chứng minh thông tin về cư trú',
  ],
])('%s', (name, title) => expect(paperTitle(name)).toBe(title))

test('what has no end of a name is broken off between words, and says so', () => {
  const title = paperTitle(`Các ${'giấy tờ hợp lệ '.repeat(20)}`)
  expect(title).toMatch(/^Các (giấy tờ hợp lệ )*[\p{L} ]+…$/u)
  expect(title.length).toBeLessThanOrEqual(101)
})

test('a paper that is not asked of everybody is known by its own words', () => {
  expect(isConditional('Văn bản ủy quyền trong trường hợp ủy quyền')).toBe(true)
  expect(isConditional('Trường hợp trẻ em bị bỏ rơi thì phải có biên bản')).toBe(true)
  expect(isConditional('Đơn đề nghị cấp giấy phép xây dựng')).toBe(false)
})

test.skipIf(!hasCatalogue)('every paper of the catalogue has a short name (../shared is needed)', () => {
  const folder = join(CATALOGUE, 'details')
  let papers = 0
  for (const file of readdirSync(folder)) {
    const { data } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    for (const group of data?.executionCases ?? []) {
      for (const { name } of group.profileComponents ?? []) {
        if (!/\p{L}/u.test(name ?? '')) continue
        const title = paperTitle(name)
        papers += 1
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(101)
        expect(name.replace(/^[-+*•\s]+/u, '').startsWith(title.replace(/…$/, ''))).toBe(true)
      }
    }
  }
  expect(papers).toBeGreaterThan(3_000)
})
