import { BackLink, Page, Table, useFrame } from '#platform/html/index.ts'
import { formatDate, formatNumber } from '#platform/i18n/index.ts'
import type { getWishes, NamedWish } from '../../commands.ts'
import type { vi } from '../../wish.vi.ts'

const PATH = '/manage/online-wishes'

/** What people would do online, most wished first. */
export function WishesPage({ wishes, t }: { wishes: readonly NamedWish[]; t: typeof vi }) {
  const { language } = useFrame()
  const number = (value: number) => <span class="num">{formatNumber(value, language)}</span>
  return (
    <Page title={t.listTitle} private before={<BackLink href="/manage">{t.manage}</BackLink>}>
      <h1>{t.listTitle}</h1>
      <p class="quiet measure">{t.listLead}</p>
      {wishes.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.listTitle}
          captionHidden
          rows={wishes}
          rowKey={({ procedureCode }) => procedureCode}
          columns={[
            {
              key: 'procedure',
              head: t.procedure,
              rowHeader: true,
              cell: ({ procedureCode, name }) => (
                <a href={`/procedures/${encodeURIComponent(procedureCode)}`}>{name[language]}</a>
              ),
            },
            { key: 'wishes', head: t.wishes, figures: true, cell: ({ count }) => number(count) },
            { key: 'signed-in', head: t.signedIn, figures: true, cell: ({ signedIn }) => number(signedIn) },
            { key: 'level', head: t.level, cell: ({ level }) => t.levels[level] },
            { key: 'last', head: t.last, cell: ({ last }) => <span class="num">{formatDate(last)}</span> },
            {
              key: 'reasons',
              head: t.reasons,
              cell: ({ procedureCode, reasons }) =>
                reasons > 0 && (
                  <a href={`${PATH}/${encodeURIComponent(procedureCode)}`}>
                    {t.seeReasons(formatNumber(reasons, language))}
                  </a>
                ),
            },
          ]}
        />
      )}
    </Page>
  )
}

/** Why people wish it. */
export function ReasonsPage({ wishable, reasons, t }: Awaited<ReturnType<typeof getWishes>> & { t: typeof vi }) {
  const { language } = useFrame()
  const name = wishable.name[language]
  return (
    <Page title={name} private before={<BackLink href={PATH}>{t.listTitle}</BackLink>}>
      <h1>{name}</h1>
      <p class="quiet">{t.count(formatNumber(wishable.count, language))}</p>
      <h2>{t.reasons}</h2>
      {reasons.length === 0 && <p>{t.noReasons}</p>}
      <ul class="stack measure">
        {reasons.map(({ reason, on }, index) => (
          <li key={`${index} ${on}`}>
            <p>{reason}</p>
            <p class="small quiet num">{formatDate(on)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
