import { describe, expect, test } from 'vitest'
import { DateField, ErrorSummary, FileUpload, Form, Radios, TextField } from './index.ts'
import { renderInFrame } from './testing.ts'

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
