import { expect, test } from 'vitest'
import { Pagination, Path, SummaryList } from './index.ts'
import { renderInFrame } from './testing.ts'

test('the path says in words which stage is done, now and to come', () => {
  const html = renderInFrame(
    <Path
      stages={[
        { state: 'done', title: 'Đã nộp' },
        { state: 'now', title: 'Đang thẩm tra' },
        { state: 'todo', title: 'Trả kết quả' },
      ]}
    />,
  )
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  expect(html).toMatch(/Đang làm: <\/span>Đang thẩm tra/)
})

test('one page of results has no pagination; many show both ends and the near ones', () => {
  const href = (page: number) => `?page=${page}`
  expect(renderInFrame(<Pagination page={1} pages={1} href={href} label="Trang" />)).toBe('')
  const html = renderInFrame(<Pagination page={5} pages={12} href={href} label="Trang" />)
  const numbers = [...html.matchAll(/<span class="num">(\d+)<\/span>/g)].map((match) => Number(match[1]))
  expect(numbers).toEqual([1, 4, 5, 6, 12])
})

test('a source that all rows share is said once under the heading, and each row keeps its mark', () => {
  const row = (label: string, source?: string) => ({ label, value: 'x', source })
  const shared = renderInFrame(
    <SummaryList
      heading="Về bạn"
      items={[row('Họ và tên', 'VNeID, 14:02'), row('Ngày sinh', 'VNeID, 14:02'), row('Điện thoại')]}
    />,
  )
  expect(shared.match(/VNeID, 14:02/g)).toHaveLength(1)
  expect(shared.indexOf('VNeID')).toBeLessThan(shared.indexOf('<dl'))
  expect(shared.match(/\(có sẵn\)/g)).toHaveLength(2)
  const differing = renderInFrame(
    <SummaryList heading="Về bạn" items={[row('Họ và tên', 'VNeID, 14:02'), row('Ngày sinh', 'VNeID, 15:30')]} />,
  )
  expect(differing.indexOf('VNeID')).toBeGreaterThan(differing.indexOf('<dl'))
  expect(differing).not.toContain('(có sẵn)')
})
