import { Table } from '#platform/html/index.ts'
import type { SearchHit, SearchResult } from '../../store/search.ts'
import { Vietnamese } from '../shared/facts.tsx'
import type { vi } from './search-words.vi.ts'

/** What a try-out found. */
export interface Tried {
  query: string
  before: SearchResult
  /** Undefined where nothing is proposed. */
  after: SearchResult | undefined
}

interface Props {
  tried: Tried
  t: typeof vi
}

const codesOf = ({ hits }: SearchResult) => hits.map(({ code }) => code)

/** The first ten, and beside them the first ten once the change is saved. */
export function Answers({ tried: { query, before, after }, t }: Props) {
  const was = codesOf(before)
  const same = after && codesOf(after).join() === was.join()
  const places = Array.from({ length: Math.max(before.hits.length, after?.hits.length ?? 0) }, (_, at) => at)
  return (
    <section class="sec" aria-labelledby="tried">
      <h2 id="tried">{t.tryResult(query)}</h2>
      {same && <p>{t.same}</p>}
      <ReadAs result={after ?? before} t={t} />
      {places.length === 0 && <p>{t.tryNone}</p>}
      {places.length > 0 && (
        <Table
          caption={t.tryResult(query)}
          captionHidden
          rows={places}
          rowKey={String}
          columns={[
            { key: 'place', head: t.place, rowHeader: true, cell: (at) => String(at + 1) },
            { key: 'before', head: after ? t.before : t.found, cell: (at) => <Named hit={before.hits[at]} /> },
            ...(after ? [afterColumn(after, was, t)] : []),
          ]}
        />
      )}
    </section>
  )
}

function afterColumn({ hits }: SearchResult, was: readonly string[], t: typeof vi) {
  return {
    key: 'after',
    head: t.after,
    cell: (at: number) => (
      <>
        <Named hit={hits[at]} /> <Moved from={was.indexOf(hits[at]?.code ?? '')} to={at} hit={hits[at]} t={t} />
      </>
    ),
  }
}

function ReadAs({ result: { understanding }, t }: { result: SearchResult; t: typeof vi }) {
  const read = [...understanding.meant, ...understanding.corrected.map((one) => one.read)]
  if (read.length === 0) return null
  return (
    <p class="small quiet">
      <Vietnamese>{t.readAs(read.join(', '))}</Vietnamese>
    </p>
  )
}

const LONGEST = 120

function Named({ hit }: { hit: SearchHit | undefined }) {
  if (!hit) return null
  const { code, name } = hit
  return (
    <>
      <a href={`/procedures/${encodeURIComponent(code)}`} lang="vi">
        {name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name}
      </a>{' '}
      <span class="small quiet num">{code}</span>
    </>
  )
}

interface MovedProps {
  from: number
  to: number
  hit: SearchHit | undefined
  t: typeof vi
}

function Moved({ from, to, hit, t }: MovedProps) {
  if (from === to || !hit) return null
  const said = from < 0 ? t.isNew : from > to ? t.up(String(from - to)) : t.down(String(to - from))
  return <b class="small">({said})</b>
}
