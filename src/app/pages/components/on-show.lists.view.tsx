import {
  BackLink,
  Breadcrumb,
  type Column,
  ICONS,
  Icon,
  type IconName,
  KeyFacts,
  Pagination,
  Path,
  SearchBox,
  ServiceCard,
  SummaryList,
  Table,
  Tabs,
  TaskList,
  Views,
} from '#platform/html/index.ts'
import { Shown, type T } from './shown.view.tsx'

const NAME = 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân'

export function Service({ t }: { t: T }) {
  const s = t.service
  return (
    <>
      <SearchBox action="/procedures" label={s.search} hint={s.hint} value="giay ket hon" />
      <KeyFacts facts={s.facts} />
      <ol class="hits">
        <ServiceCard
          href="/procedures/1.004873"
          name={NAME}
          nameLang="vi"
          sentence={s.sentence}
          time={s.time}
          fee={s.fee}
          level={s.level}
          code="1.004873"
        />
      </ol>
    </>
  )
}

export function Summary({ t }: { t: T }) {
  const s = t.summary
  return (
    <SummaryList
      items={[
        {
          label: t.form.name,
          value: t.form.nameValue,
          source: s.source,
          action: { href: '#summary', words: s.report },
        },
        {
          label: s.born,
          value: <span class="num">12/03/1998</span>,
          source: s.source,
          action: { href: '#summary', words: s.report },
        },
        { label: s.home, value: s.homeValue },
        {
          label: t.form.phone,
          value: <span class="num">0900 000 012</span>,
          action: { href: '#summary', words: s.change },
        },
      ]}
    />
  )
}

export function Tasks({ t }: { t: T }) {
  return (
    <>
      <TaskList
        empty={t.task.empty}
        tasks={[
          {
            id: '1',
            state: { kind: 'waiting', label: t.tags.waiting },
            title: t.task.title,
            detail: t.task.detail,
            action: { href: '#tasks', words: t.task.act },
          },
        ]}
      />
      <Shown name={t.empty}>
        <TaskList empty={t.task.empty} tasks={[]} />
      </Shown>
    </>
  )
}

export function PathGroup({ t }: { t: T }) {
  const states = ['done', 'done', 'now', 'todo', 'todo'] as const
  return <Path stages={t.path.map((stage, index) => ({ ...stage, state: states[index] ?? 'todo' }))} />
}

interface Row {
  unit: string
  count: string
  onTime: string
  note: string
}

export function Tables({ t }: { t: T }) {
  const rows: Row[] = [
    { unit: t.form.communes[0] ?? '', count: '1.908', onTime: '98,4%', note: '' },
    { unit: t.form.communes[1] ?? '', count: '412', onTime: '96,7%', note: t.table.noteValue },
  ]
  const columns: Column<Row>[] = [
    { key: 'unit', head: t.table.unit, cell: (row) => row.unit, rowHeader: true },
    { key: 'count', head: t.table.count, cell: (row) => row.count, figures: true, sort: 'descending' },
    { key: 'on-time', head: t.table.onTime, cell: (row) => row.onTime, figures: true },
    { key: 'note', head: t.table.note, cell: (row) => row.note },
  ]
  return (
    <>
      <Table caption={t.table.caption} columns={columns} rows={rows} rowKey={(row) => row.unit} />
      <Pagination page={4} pages={12} href={(page) => `?page=${page}`} label={t.table.pages} />
    </>
  )
}

export function Navigation({ t }: { t: T }) {
  const { nav } = t
  return (
    <>
      <Breadcrumb
        items={nav.crumbs.map((label, index) => (index === 2 ? { label } : { label, href: '#navigation' }))}
      />
      <p>
        <BackLink href="#navigation" />
      </p>
      <Tabs
        label={nav.tabsLabel}
        tabs={nav.tabs.map((label, index) => ({ href: `#tab-${index}`, label, current: index === 0 }))}
      />
      <div class="show-views">
        <Views
          label={nav.viewsLabel}
          groups={[
            {
              title: nav.viewsTitle,
              views: nav.views.map((label, index) => ({
                href: `?view=${index}`,
                label,
                count: 8 - 3 * index,
                current: index === 0,
              })),
            },
          ]}
        />
      </div>
    </>
  )
}

export function Icons() {
  return (
    <ul class="icons">
      {(Object.keys(ICONS) as IconName[]).map((name) => (
        <li key={name}>
          <Icon name={name} />
          <span lang="en">{name}</span>
        </li>
      ))}
    </ul>
  )
}
