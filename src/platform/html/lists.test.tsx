import { expect, test } from 'vitest'
import { Pagination, Path } from './index.ts'
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
