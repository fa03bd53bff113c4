import { Breadcrumb, ButtonLink, Buttons, Page, Pagination, SearchBox, useFrame } from '#platform/html/index.ts'
import { type Bilingual, formatDate, formatNumber, type Language, wordsFor } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { NamedAnswer } from '../../commands/publish.ts'
import type { PublishedAnswer } from '../../question.ts'
import { en } from './published.en.ts'
import { vi } from './published.vi.ts'

export interface ListAsked {
  query: string
  page: number
  pages: number
  procedure: { code: string; name: Bilingual } | undefined
}

interface ListProps {
  asked: ListAsked
  answers: readonly NamedAnswer[]
  count: number
  t: typeof vi
}

function addressOf({ query, procedure }: ListAsked, page: number): string {
  const asked = new URLSearchParams()
  if (query) asked.set('q', query)
  if (procedure) asked.set('procedure', procedure.code)
  if (page > 1) asked.set('page', String(page))
  const text = asked.toString()
  return text ? `/questions?${text}` : '/questions'
}

const askHref = (code: string | undefined) => (code ? `/questions/ask?procedure=${code}` : '/questions/ask')

/** The list and its search. R-169 */
export function QuestionsPage({ asked, answers, count, t }: ListProps) {
  const { language } = useFrame()
  const { query, procedure, page, pages } = asked
  return (
    <Page
      title={query ? t.titleFor(query) : t.title}
      description={t.lead}
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.title }]} />}
    >
      <h1>{t.title}</h1>
      <p class="lead measure">{t.lead}</p>
      {procedure && (
        <p>
          <b>{t.about(procedure.name[language])}</b> <a href="/questions">{t.all}</a>
        </p>
      )}
      <SearchBox
        action="/questions"
        label={t.search}
        labelHidden={false}
        button={t.find}
        value={query}
        hint={t.searchHint}
        keep={procedure ? { procedure: procedure.code } : {}}
      />
      <Buttons>
        <ButtonLink href={askHref(procedure?.code)}>{t.ask}</ButtonLink>
        <ButtonLink kind="two" href="/petitions">
          {t.petition}
        </ButtonLink>
      </Buttons>
      {count > 0 && <p class="quiet num">{t.count(formatNumber(count, language))}</p>}
      {count === 0 && <p>{query ? t.noneFor(query) : t.none}</p>}
      <ol class="hits">
        {answers.map((one) => (
          <Hit key={one.id} one={one} language={language} t={t} />
        ))}
      </ol>
      <Pagination page={page} pages={pages} href={(number) => addressOf(asked, number)} label={t.pages} />
    </Page>
  )
}

const SHOWN = 220

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …`
}

function Hit({ one, language, t }: { one: NamedAnswer; language: Language; t: typeof vi }) {
  return (
    <li class="card">
      <h2>
        <a href={`/questions/${one.id}`} lang={one.language}>
          {cut(one.question)}
        </a>
      </h2>
      <p lang={one.language}>{cut(one.answer)}</p>
      <ul class="facts">
        {one.procedure && <li>{one.procedure[language]}</li>}
        <li class="num">{t.answeredOn(formatDate(one.publishedAt))}</li>
      </ul>
    </li>
  )
}

/** One question and its answer, at an address that can be shared. */
export function AnswerPage({ one, t }: { one: NamedAnswer; t: typeof vi }) {
  const { language } = useFrame()
  const { procedureCode, procedure } = one
  return (
    <Page
      title={cut(one.question)}
      description={cut(one.answer)}
      before={
        <Breadcrumb
          items={[{ label: t.home, href: '/' }, { label: t.title, href: '/questions' }, { label: t.question }]}
        />
      }
    >
      <h1 class="vh">{t.question}</h1>
      <h2 lang={one.language} class="pre measure">
        {one.question}
      </h2>
      <h3>{t.answer}</h3>
      <SaidText lang={one.language}>{one.answer}</SaidText>
      <p class="small quiet num">{t.answeredOn(formatDate(one.publishedAt))}</p>
      {procedureCode && procedure && (
        <p>
          {t.procedure}: <a href={`/procedures/${procedureCode}`}>{procedure[language]}</a>
        </p>
      )}
      <p class="small quiet measure">{t.notes}</p>
      <p>
        {t.notYours} <a href={askHref(procedureCode)}>{t.ask}</a>
      </p>
    </Page>
  )
}

/**
 * What others have asked about a procedure, for its page: each question opens to its answer. Nothing when there is
 * none, except the way to ask.
 */
export function AnsweredQuestions({ code, answers }: { code: string; answers: readonly PublishedAnswer[] }) {
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t.aboutTitle}</h2>
      {answers.map(({ id, question, answer, language: lang }) => (
        <details key={id}>
          <summary lang={lang}>{question}</summary>
          <SaidText lang={lang}>{answer}</SaidText>
        </details>
      ))}
      <p>
        {answers.length > 0 && (
          <>
            <a href={`/questions?procedure=${code}`}>{t.more}</a> ·{' '}
          </>
        )}
        <a href={askHref(code)}>{t.ask}</a>
      </p>
    </section>
  )
}
