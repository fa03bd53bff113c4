import type { SearchResult } from '../../store/search.ts'
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

/** The first ten, and beside them the first ten once the change is saved. */
export function Answers({ tried: { query, before, after }, t }: Props) {
  const same = after && codesOf(after).join() === codesOf(before).join()
  return (
    <section class="sec" aria-labelledby="tried">
      <h2 id="tried">{t.tryResult(query)}</h2>
      {same && <p>{t.same}</p>}
      <div class="two-col">
        <Answer title={after ? t.before : undefined} result={before} t={t} />
        {after && <Answer title={t.after} result={after} was={codesOf(before)} t={t} />}
      </div>
    </section>
  )
}

const codesOf = ({ hits }: SearchResult) => hits.map(({ code }) => code)

interface AnswerProps {
  title: string | undefined
  result: SearchResult
  /** Codes in the order before the change. */
  was?: readonly string[]
  t: typeof vi
}

function Answer({ title, result, was, t }: AnswerProps) {
  const { hits, understanding } = result
  const read = [...understanding.meant, ...understanding.corrected.map(({ read }) => read)]
  return (
    <div class="stack-s">
      {title && <h3>{title}</h3>}
      {read.length > 0 && (
        <p class="small quiet">
          <Vietnamese>{t.readAs(read.join(', '))}</Vietnamese>
        </p>
      )}
      {hits.length === 0 && <p>{t.tryNone}</p>}
      <ol class="stack-s">
        {hits.map(({ code, name }, at) => (
          <li key={code}>
            <a href={`/procedures/${code}`} lang="vi">
              {name}
            </a>{' '}
            <span class="small quiet num">{code}</span> {was && <Moved from={was.indexOf(code)} to={at} t={t} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Moved({ from, to, t }: { from: number; to: number; t: typeof vi }) {
  if (from === to) return null
  const said = from < 0 ? t.isNew : from > to ? t.up(String(from - to)) : t.down(String(to - from))
  return <b class="small">({said})</b>
}
