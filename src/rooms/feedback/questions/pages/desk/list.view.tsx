import type { LocalDate } from '#kernel/local-date.ts'
import { Page, Table, Tabs, Tag, useFrame } from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import type { DeskList, DeskQuestion } from '../../commands/desk.ts'
import { isClosed } from '../../question.ts'
import type { DeskView } from '../../store/questions.ts'
import type { vi as mine } from '../mine/mine.vi.ts'
import { beginningOf, QUESTION_TAGS } from '../mine/mine.view.tsx'
import type { vi } from './desk.vi.ts'

const PATH = '/desk/questions'

interface Props {
  view: DeskView
  list: DeskList
  today: LocalDate
  t: typeof vi
  says: Pick<typeof mine, 'states'>
}

/** What people have asked, the earliest last day first. R-169 */
export function DeskQuestionsPage({ view, list, today, t, says }: Props) {
  const { rows, counts, coordinates } = list
  const views: readonly DeskView[] = coordinates ? ['open', 'mine', 'held', 'closed'] : ['mine', 'closed']
  const tabs = views.map((one) => ({
    href: `${PATH}?view=${one}`,
    label: t.view[one],
    current: one === view,
    count: one === 'closed' ? undefined : counts[one],
  }))
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="quiet">
        {t.lead} <a href="/desk/petitions">{t.petitions}</a>
      </p>
      <Tabs tabs={tabs} label={t.views} />
      {rows.length === 0 ? <p>{t.none}</p> : <Rows {...{ rows, today, t, says }} caption={t.view[view]} />}
    </Page>
  )
}

function Rows({
  rows,
  caption,
  today,
  t,
  says,
}: Omit<Props, 'view' | 'list'> & { rows: DeskQuestion[]; caption: string }) {
  const { language } = useFrame()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ question }) => question.id}
      columns={[
        {
          key: 'question',
          head: t.question,
          rowHeader: true,
          cell: ({ question }) => (
            <a href={`${PATH}/${question.id}`} lang={question.language}>
              {beginningOf(question.body)}
            </a>
          ),
        },
        { key: 'about', head: t.about, cell: ({ procedure }) => procedure?.[language] ?? t.general },
        {
          key: 'due',
          head: t.due,
          cell: ({ question, state }) => (
            <>
              <span class="num nb">{formatDate(question.dueOn)}</span>{' '}
              {!isClosed(state) && question.dueOn < today && <Tag kind="overdue">{t.late}</Tag>}
            </>
          ),
        },
        {
          key: 'state',
          head: t.state,
          cell: ({ state }) => <Tag kind={QUESTION_TAGS[state]}>{says.states[state]}</Tag>,
        },
        { key: 'assignee', head: t.assignee, cell: ({ assignee }) => assignee ?? t.nobody },
      ]}
    />
  )
}
