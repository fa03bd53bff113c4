import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  Form,
  Hidden,
  Notice,
  Page,
  Pagination,
  SearchBox,
  Table,
  Tag,
  type TagKind,
  TextField,
} from '#platform/html/index.ts'
import { formatDateTime, formatNumber, type Language } from '#platform/i18n/index.ts'
import type { WordEntry } from '../../search/lexicon.ts'
import type { Standing } from '../../search/words.ts'
import { Answers, type Tried } from './answers.view.tsx'
import type { WordsLine } from './line.ts'
import type { vi } from './search-words.vi.ts'

interface Props {
  lines: readonly WordsLine[]
  total: number
  page: number
  pages: number
  filter: string
  tried: Tried | undefined
  done: 'saved' | 'retired' | undefined
  path: string
  language: Language
  t: typeof vi
}

/** What the search has been taught, and a box to try it. */
export function SearchWordsPage(props: Props) {
  const { tried, filter, done, path, t } = props
  const keep = { ...(tried ? { try: tried.query } : {}), ...(filter ? { filter } : {}) }
  return (
    <Page
      title={t.title}
      before={<Breadcrumb items={[{ label: t.manage, href: '/manage' }, { label: t.title }]} />}
      path={path}
    >
      <h1>{t.title}</h1>
      <p class="quiet measure">{t.lead}</p>
      {done && <Notice kind="good" live title={done === 'saved' ? t.done : t.retiredDone} />}
      <section class="sec" aria-labelledby="try-title">
        <h2 id="try-title">{t.tryTitle}</h2>
        <SearchBox
          action={path}
          name="try"
          label={t.tryLabel}
          labelHidden={false}
          button={t.tryButton}
          value={tried?.query}
          keep={filter ? { filter } : {}}
        />
      </section>
      {tried && <Answers tried={tried} t={t} />}
      <List {...props} keep={keep} />
    </Page>
  )
}

function List({ keep, ...props }: Props & { keep: Record<string, string> }) {
  const { lines, total, page, pages, filter, path, language, t } = props
  return (
    <section class="sec" aria-labelledby="list">
      <h2 id="list">{t.listTitle}</h2>
      <Buttons>
        <ButtonLink href={`${path}/new`}>{t.add}</ButtonLink>
        <ButtonLink href={`${path}/new?kind=situation`} kind="two">
          {t.addSituation}
        </ButtonLink>
      </Buttons>
      <Form action={path} method="get">
        <TextField name="filter" label={t.filterLabel} value={filter} lang="vi" />
        {keep.try !== undefined && <Hidden name="try" value={keep.try} />}
        <Buttons>
          <Button kind="two">{t.filterButton}</Button>
        </Buttons>
      </Form>
      <p class="quiet num">{t.count(formatNumber(total, language))}</p>
      {lines.length === 0 ? <p>{t.none}</p> : <Lines lines={lines} path={path} t={t} />}
      <Pagination
        page={page}
        pages={pages}
        href={(to) => `${path}?${new URLSearchParams({ ...keep, page: String(to) })}`}
        label={t.pages}
      />
    </section>
  )
}

function Lines({ lines, path, t }: Pick<Props, 'lines' | 'path' | 't'>) {
  return (
    <Table
      caption={t.caption}
      captionHidden
      rows={lines}
      rowKey={({ entry }) => entry}
      columns={[
        {
          key: 'said',
          head: t.said,
          rowHeader: true,
          cell: ({ entry, words }) => (
            <a href={`${path}/${entry}`} lang="vi">
              <Said words={words} t={t} />
            </a>
          ),
        },
        { key: 'means', head: t.means, cell: ({ words }) => <span lang="vi">{words.means}</span> },
        { key: 'codes', head: t.codes, cell: ({ words }) => <span class="num">{words.codes.join(', ')}</span> },
        {
          key: 'standing',
          head: t.standing,
          cell: ({ standing }) =>
            standing === 'shipped' ? t.standings.shipped : <Tag kind={KINDS[standing]}>{t.standings[standing]}</Tag>,
        },
        {
          key: 'who',
          head: t.who,
          cell: ({ last }) =>
            last && (
              <>
                {last.name} <span class="small quiet num">{formatDateTime(last.at)}</span>
              </>
            ),
        },
      ]}
    />
  )
}

const KINDS: Record<Exclude<Standing, 'shipped'>, TagKind> = { changed: 'part', own: 'done', retired: 'paused' }

const MOST_SHOWN = 3

/** The first ways of saying it, and how many there are beside. */
export function Said({ words, t }: { words: WordEntry; t: typeof vi }) {
  if (words.kind === 'situation') {
    return <>{t.situation(words.when.map((group) => group.slice(0, MOST_SHOWN).join(t.or)).join(t.followedBy))}</>
  }
  const more = words.said.length - MOST_SHOWN
  return (
    <>
      {words.said.slice(0, MOST_SHOWN).join(' · ')}
      {more > 0 && <span class="small quiet"> {t.more(String(more))}</span>}
    </>
  )
}
