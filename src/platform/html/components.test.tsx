import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import {
  BackLink,
  Breadcrumb,
  Button,
  ButtonLink,
  Checkboxes,
  ConfirmationPanel,
  DateField,
  Details,
  Drum,
  DueRing,
  ErrorPage,
  ErrorSummary,
  FileUpload,
  Form,
  KeyFacts,
  LongText,
  MoneyField,
  Notice,
  Page,
  Pagination,
  Path,
  Radios,
  SearchBox,
  Select,
  ServiceCard,
  StepIndicator,
  SummaryList,
  Table,
  Tabs,
  Tag,
  TaskList,
  TextField,
  Views,
} from './index.ts'
import { aFrame, renderInFrame } from './testing.ts'

const HOSTILE = `"><img src=x onerror=alert(1)>'&<script>`
const x = HOSTILE
const errors = [{ field: 'f', message: x }]

/** Every component, with hostile text wherever text goes in. */
const EVERY: Record<string, VNode> = {
  Page: (
    <Page title={x} description={x} problem={x} before={<BackLink href={x}>{x}</BackLink>}>
      {x}
    </Page>
  ),
  ErrorPage: <ErrorPage status={500} code={x} id={x} title={x} message={x} />,
  Form: (
    <Form action={x} label={x}>
      {x}
    </Form>
  ),
  TextField: <TextField name="f" label={x} hint={x} value={x} errors={errors} autocomplete={x} lang={x} />,
  LongText: <LongText name="f" label={x} hint={x} value={x} errors={errors} limit={10} />,
  MoneyField: <MoneyField name="f" label={x} hint={x} value={x} errors={errors} />,
  Select: <Select name="f" label={x} value={x} errors={errors} items={[{ value: x, label: x }]} empty={x} />,
  DateField: <DateField name="f" label={x} hint={x} value={{ day: x, month: x, year: x }} errors={errors} />,
  Radios: (
    <Radios
      name="f"
      label={x}
      hint={x}
      value={x}
      errors={errors}
      items={[{ value: x, label: x, hint: x, reveal: x }]}
    />
  ),
  Checkboxes: (
    <Checkboxes name="f" label={x} hint={x} values={[x]} errors={errors} items={[{ value: x, label: x, hint: x }]} />
  ),
  FileUpload: (
    <FileUpload
      name="f"
      label={x}
      hint={x}
      errors={errors}
      formats={[x]}
      accept={x}
      maxMegabytes={20}
      maxFiles={4}
      files={[{ id: x, name: x, bytes: 1, state: { kind: 'wrong', label: x }, viewHref: x, more: x }]}
      removeName={x}
    />
  ),
  ErrorSummary: <ErrorSummary title={x} errors={errors} />,
  SummaryList: <SummaryList heading={x} items={[{ label: x, value: x, source: x, action: { href: x, words: x } }]} />,
  TaskList: (
    <TaskList
      empty={x}
      tasks={[{ id: x, state: { kind: 'waiting', label: x }, title: x, detail: x, action: { href: x, words: x } }]}
    />
  ),
  Table: (
    <Table
      caption={x}
      columns={[
        { key: 'a', head: x, cell: () => x, rowHeader: true },
        { key: 'b', head: x, cell: () => x },
      ]}
      rows={[x]}
      rowKey={(row) => row}
    />
  ),
  Pagination: <Pagination page={2} pages={9} href={(page) => `${x}${page}`} label={x} />,
  Tabs: <Tabs label={x} tabs={[{ href: x, label: x, count: 1, current: true }]} />,
  Views: <Views label={x} groups={[{ title: x, views: [{ href: x, label: x, count: 1, current: true }] }]} />,
  Breadcrumb: <Breadcrumb items={[{ label: x, href: x }, { label: `${x}.` }]} />,
  Notice: (
    <Notice title={x} live>
      {x}
    </Notice>
  ),
  ConfirmationPanel: (
    <ConfirmationPanel title={x} codeLabel={x} code={x}>
      {x}
    </ConfirmationPanel>
  ),
  Details: <Details summary={x}>{x}</Details>,
  Path: <Path stages={[{ state: 'now', title: x, detail: x }]} />,
  StepIndicator: <StepIndicator step={1} total={3} of={x} />,
  Tag: <Tag kind="today">{x}</Tag>,
  Button: (
    <Button name={x} value={x} icon="tick">
      {x}
    </Button>
  ),
  ButtonLink: <ButtonLink href={x}>{x}</ButtonLink>,
  KeyFacts: <KeyFacts facts={[{ label: x, value: x, note: x }]} />,
  ServiceCard: <ServiceCard href={x} name={x} sentence={x} time={x} fee={x} level={x} code={x} />,
  SearchBox: <SearchBox action={x} label={x} value={x} hint={x} keep={{ [x]: x }} button={x} />,
  DueRing: <DueRing used={Number.NaN} total={0} />,
  Drum: <Drum />,
}

const ids = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  test.each(Object.entries(EVERY))(
    '%s escapes what it is given, and needs no inline style or handler',
    (_name, node) => {
      const html = renderInFrame(node, { language, area: 'public' })
      expect(html).not.toContain('<img')
      expect(html).not.toContain('<script>')
      expect(html).not.toMatch(/ style=/)
      // Outside quotes: inside an attribute the escaped text may well say onerror.
      expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]* on\w+=/)
      expect(html).not.toMatch(/undefined|\[object|NaN/)
    },
  )

  test.each(Object.entries(EVERY))('%s repeats no id, and points only at what is there', (_name, node) => {
    const html = renderInFrame(node, { language })
    const present = ids(html)
    expect(new Set(present).size).toBe(present.length)
    const pointed = [...html.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]*)"/g)]
    for (const id of pointed.flatMap((match) => (match[1] ?? '').split(' '))) expect(present).toContain(id)
  })
})

test('an icon is hidden from screen readers everywhere', () => {
  for (const node of Object.values(EVERY)) {
    for (const [svg] of renderInFrame(node).matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"')
  }
})

describe('a field with an error', () => {
  const all = [
    { field: 'name', message: 'Nhập họ và tên.' },
    { field: 'born-year', message: 'Năm sinh phải ở trong quá khứ.' },
    { field: 'ways', message: 'Chọn một cách.' },
  ]

  test('R-247: is marked, and tied to hint and message, in the order they are read', () => {
    const html = renderInFrame(
      <TextField name="name" label="Họ và tên" hint="Như trên căn cước" value="a" errors={all} />,
    )
    expect(html).toMatch(/<input[^>]*id="name"[^>]*aria-invalid[^>]*aria-describedby="name-hint name-error"/)
    expect(html.indexOf('name-hint')).toBeLessThan(html.indexOf('id="name-error"'))
    expect(html.indexOf('id="name-error"')).toBeLessThan(html.indexOf('<input'))
    expect(html).toContain('value="a"')
    expect(html).not.toContain('Năm sinh')
  })

  test('a date marks only the box that is wrong, and every summary link lands on a control', () => {
    const date = renderInFrame(<DateField name="born" label="Ngày sinh" value="1998-03-12" errors={all} />)
    expect(date).toMatch(/<input id="born" name="born-day"[^>]*value="12"/)
    expect(date).toMatch(/<input id="born-year"[^>]*aria-invalid/)
    expect(date.match(/aria-invalid/g)).toHaveLength(1)

    const radios = renderInFrame(
      <Radios name="ways" label="Cách nhận" errors={all} items={[{ value: 'a', label: 'Tại quầy' }]} />,
    )
    expect(radios).toMatch(/<input type="radio" id="ways"/)
    expect(radios).toMatch(/role="radiogroup"[^>]*aria-describedby="ways-error"[^>]*aria-invalid/)

    const summary = renderInFrame(<ErrorSummary errors={all} />)
    expect(summary).toContain('role="alert"')
    expect(summary).toContain('Có 3 chỗ cần sửa')
    for (const { field } of all) expect(summary).toContain(`href="#${field}"`)
  })

  test('a day box that is pointed at keeps its name, and the group answers to the field', () => {
    const html = renderInFrame(
      <DateField name="born" label="Ngày sinh" errors={[{ field: 'born-day', message: 'Ngày từ 1 đến 31.' }]} />,
    )
    expect(html).toMatch(/<fieldset id="born"/)
    expect(html).toMatch(/<input id="born-day" name="born-day"/)
  })

  test('what was typed in a date that is no date comes back as typed', () => {
    const html = renderInFrame(<DateField name="d" label="Ngày" value={{ day: '31', month: 'hai', year: '98' }} />)
    for (const typed of ['31', 'hai', '98']) expect(html).toContain(`value="${typed}"`)
  })
})

test('a posted form carries the token, a search does not', () => {
  expect(renderInFrame(<Form action="/a">x</Form>)).toContain('name="_form" value="form-token"')
  const search = renderInFrame(
    <Form action="/a" method="get">
      x
    </Form>,
  )
  expect(search).not.toContain('_form')
  expect(
    renderInFrame(
      <Form action="/a" multipart>
        x
      </Form>,
    ),
  ).toContain('enctype="multipart/form-data"')
})

test('formats, size and count of files are said before', () => {
  const limits = { formats: ['PDF', 'JPG'], maxMegabytes: 20, maxFiles: 4 }
  const html = renderInFrame(<FileUpload name="f" label="Ảnh" {...limits} />)
  expect(html).toContain('Nhận tệp PDF, JPG. Mỗi tệp nhỏ hơn 20 MB, nhiều nhất 4 tệp.')
  const files = [1, 2, 3, 4].map((n) => ({ id: `${n}`, name: `${n}.pdf`, bytes: 2_000_000 }))
  const full = renderInFrame(<FileUpload name="f" label="Ảnh" {...limits} files={files} removeName="remove" />)
  expect(full).not.toContain('type="file"')
  expect(full).toContain('name="remove" value="1"')
  expect(full).toContain('1,9 MB')
})

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

describe('the page', () => {
  const page = (changes = {}, props = {}) =>
    renderInFrame(
      <Page title="Thủ tục" {...props}>
        <h1>Thủ tục</h1>
      </Page>,
      changes,
    )

  test('R-033: the foot says who answers: unit, person, address, telephone, email', () => {
    const foot = page().split('<footer')[1] ?? ''
    const { contact } = aFrame().agency
    for (const part of [contact.unit.vi, contact.person, contact.address.vi, contact.phone, contact.email])
      expect(foot).toContain(part)
  })

  test('R-253: the language switch keeps the page, and says its own language', () => {
    expect(page()).toContain(
      '<a href="http://e-services.sampleprovince.localhost/procedures?q=khai%20sinh" lang="en" hreflang="en">',
    )
    expect(page({ language: 'en' })).toMatch(/lang="vi" hreflang="vi">.*Tiếng Việt/s)
  })

  test('R-013: the foot says when the catalogue was last brought in', () => {
    expect(page()).toContain('13:30, 23/11/2026')
    expect(page({ lastSync: undefined })).not.toContain('đồng bộ')
  })

  test('R-155: while anything outside is simulated, every page says so', () => {
    expect(page()).not.toContain('Bản chạy thử')
    expect(page({ simulated: true })).toContain('Bản chạy thử')
    expect(page({ simulated: true, area: 'desk' })).toContain('Bản chạy thử')
  })

  test('the menu marks where one is', () => {
    expect(page()).toMatch(/href="\/procedures" aria-current="page"/)
    expect(page({ path: '/procedures/1.004873' })).toMatch(/href="\/procedures" aria-current="true"/)
    expect(page({ path: '/track' })).not.toContain('aria-current')
  })

  test('R-249: preferences are drawn on the server', () => {
    expect(page({ preferences: { theme: 'dark', size: 'largest' } })).toMatch(
      /<html lang="vi" data-theme="dark" data-size="largest"/,
    )
    expect(page()).toMatch(/<html lang="vi">/)
  })

  test('a page that could not take a form says so first in its title', () => {
    expect(page({}, { problem: true })).toContain('<title>Lỗi: Thủ tục · Cổng dịch vụ công tỉnh Mẫu</title>')
    expect(page({ language: 'en' }, { errors: [{ field: 'a', message: 'b' }] })).toContain('<title>Error: Thủ tục')
    expect(page({}, { errors: [] })).toContain('<title>Thủ tục')
  })

  test('who is signed in has a name and a way out that no other site can press', () => {
    const html = page({ viewer: { kind: 'citizen', name: 'Hà Thị Mẫu' } })
    expect(html).toContain('Hà Thị Mẫu')
    expect(html).toMatch(/<form action="\/sign-out"[^>]*method="post".*name="_form"/s)
    expect(page()).toContain('href="/sign-in?return=%2Fprocedures%3Fq%3Dkhai%2520sinh"')
  })

  test('without a viewer the page holds no form that posts, so that its bytes can be kept', () => {
    expect(page()).not.toContain('method="post"')
  })

  test('the desk is another room: ink header, no foot, not for search engines', () => {
    const html = page(
      { area: 'desk', viewer: { kind: 'officer', name: 'Trần Văn Thử' } },
      { place: 'Một cửa xã Mẫu An' },
    )
    expect(html).toContain('<body class="desk">')
    expect(html).toContain('Một cửa xã Mẫu An')
    expect(html).toContain('noindex')
    expect(html).not.toContain('<footer')
  })
})

test.each([400, 403, 404, 409, 413, 415, 422, 429, 500, 503, 418, 502])(
  'the page of a %i has words and the code to read out',
  (status) => {
    for (const language of ['vi', 'en'] as const) {
      const html = renderInFrame(<ErrorPage status={status} code="http.fault" id="K7-204-MX" />, { language })
      expect(html).toContain('K7-204-MX')
      expect(html).toMatch(/<h1>[^<]{8,}<\/h1>/)
      expect(html).not.toContain('undefined')
    }
  },
)

test('Enter in a form with files goes on, and takes no file away', () => {
  const files = [{ id: '1', name: 'a.pdf', bytes: 1 }]
  const html = renderInFrame(
    <Form action="/a" multipart>
      <FileUpload
        name="f"
        label="Ảnh"
        formats={['PDF']}
        maxMegabytes={20}
        maxFiles={4}
        files={files}
        removeName="remove"
      />
    </Form>,
  )
  const [first] = html.match(/<button[^>]*type="submit"[^>]*>/) ?? []
  expect(first).toContain('aria-hidden="true"')
  expect(first).not.toContain('name=')
})
