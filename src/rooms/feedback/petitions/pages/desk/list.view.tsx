import type { LocalDate } from '#kernel/local-date.ts'
import { ButtonLink, Buttons, Page, Table, Tabs, Tag } from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import type { DeskPetitions } from '../../commands/desk.ts'
import { isDone, numberOf } from '../../petition.ts'
import type { DeskView } from '../../store/petitions.ts'
import type { Shared } from '../said.ts'
import { PetitionTag } from '../state.view.tsx'
import type { vi } from './desk.vi.ts'

const PATH = '/desk/petitions'

interface Props {
  view: DeskView
  list: DeskPetitions
  today: LocalDate
  t: typeof vi
  says: Shared
}

function LastDay({ on, owed, today, late }: { on: LocalDate; owed: boolean; today: LocalDate; late: string }) {
  return (
    <>
      <span class="num nb">{formatDate(on)}</span> {owed && on < today && <Tag kind="overdue">{late}</Tag>}
    </>
  )
}

/** What waits, by its last day: no content, which is for whoever opens it. R-167 */
export function DeskPetitionsPage({ view, list, today, t, says }: Props) {
  const { rows, counts, coordinates, takesIn } = list
  const views: readonly DeskView[] = coordinates ? ['open', 'mine', 'held', 'closed'] : ['mine', 'closed']
  const tabs = views.map((one) => ({
    href: `${PATH}?view=${one}`,
    label: t.view[one],
    current: one === view,
    count: one === 'closed' ? undefined : counts[one],
  }))
  return (
    <Page title={says.petitions} private>
      <h1>{says.petitions}</h1>
      <p class="quiet">
        {t.lead} <a href="/desk/questions">{t.questions}</a> · <a href="/desk/explanations">{t.explanations}</a>
      </p>
      {takesIn && (
        <Buttons>
          <ButtonLink kind="two" href={`${PATH}/new`}>
            {t.takeIn}
          </ButtonLink>
        </Buttons>
      )}
      <Tabs tabs={tabs} label={t.views} />
      {rows.length === 0 ? <p>{t.none}</p> : <Rows {...{ rows, today, t, says }} caption={t.view[view]} />}
    </Page>
  )
}

type RowsProps = Pick<Props, 'today' | 't' | 'says'> & { rows: DeskPetitions['rows']; caption: string }

function Rows({ rows, caption, today, t, says }: RowsProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ petition }) => petition.id}
      columns={[
        {
          key: 'number',
          head: says.number,
          rowHeader: true,
          cell: ({ petition }) => (
            <a class="num nb" href={`${PATH}/${petition.id}`}>
              {numberOf(petition)}
            </a>
          ),
        },
        { key: 'subject', head: says.subject, cell: ({ petition }) => says.subjects[petition.subject] },
        {
          key: 'forward',
          head: t.forwardBy,
          cell: ({ petition: { state, forwardByOn } }) =>
            state === 'registered' && <LastDay on={forwardByOn} owed today={today} late={t.late} />,
        },
        {
          key: 'due',
          head: t.due,
          cell: ({ petition: { state, dueOn } }) => (
            <LastDay on={dueOn} owed={!isDone(state)} today={today} late={t.late} />
          ),
        },
        { key: 'state', head: t.state, cell: ({ petition }) => <PetitionTag petition={petition} says={says} /> },
        { key: 'assignee', head: t.assignee, cell: ({ assignee }) => assignee ?? t.nobody },
      ]}
    />
  )
}
