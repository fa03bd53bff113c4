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
import { renderInFrame } from './testing.ts'

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
