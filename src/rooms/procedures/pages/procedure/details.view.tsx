import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { formatDate } from '#platform/i18n/index.ts'
import { lengthOf } from '../../installable.ts'
import type { TimeUnit } from '../../record.ts'
import type { Procedure, VersionLine } from '../../store/procedures.ts'
import { lengthText, useFactWords, Vietnamese } from '../shared/facts.tsx'
import { Blocks, Fold, Lang, type ProcedureWords } from './blocks.view.tsx'
import { Verbatim } from './verbatim.view.tsx'

interface Props {
  t: ProcedureWords
  procedure: Procedure
  versions: readonly VersionLine[]
}

/** What some people need and most do not: each behind its title. */
export function Details(props: Props): VNode {
  const { t, procedure, versions } = props
  const { record, code } = procedure
  return (
    <section class="sec" aria-label={t.about}>
      {record.requirements.length > 0 && (
        <Fold title={t.requirements}>
          <Blocks blocks={record.requirements} />
        </Fold>
      )}
      {record.law.length > 0 && (
        <Fold title={t.law(record.law.length)}>
          <Lang>
            <ul>
              {record.law.map((text, at) => (
                <li key={at}>
                  <b class="num">{text.code}</b> {text.name !== text.code && text.name}
                </li>
              ))}
            </ul>
          </Lang>
        </Fold>
      )}
      {record.detail === 'full' && <Verbatim t={t} procedure={procedure} />}
      {versions.length > 1 && (
        <Fold title={t.versions(versions.length)}>
          <ul>
            {versions.map(({ version, validFrom, validTo }) => (
              <li key={version}>
                <a href={`/procedures/${encodeURIComponent(code)}?on=${validFrom}`}>
                  {t.version(version, formatDate(validFrom))}
                </a>
                {validTo && t.until(formatDate(validTo))}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

interface CaseLine {
  name: string
  official: boolean
  codes: string[]
  limit: { amount: number; unit: TimeUnit } | null
}

/** Case by case: how long. Cases that a record repeats under one name and one limit are one line. */
export function Cases({ t, procedure }: Omit<Props, 'versions'>): VNode | null {
  const { language } = useFrame()
  const facts = useFactWords()
  const lines = casesOf(procedure, language)
  if (lines.length < 2) return null
  return (
    <section class="sec" aria-labelledby="th">
      <h2 id="th">{t.cases}</h2>
      <ul class="cases">
        {lines.map(({ name, official, codes, limit }) => (
          <li key={codes.join()}>
            <p>
              {official ? <Vietnamese>{name}</Vietnamese> : name}{' '}
              <span class="small quiet num">{codes.join(', ')}</span>
            </p>
            <b class="num">{limit ? lengthText(limit, facts) : facts.limitVaries}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function casesOf({ record, service }: Procedure, language: 'vi' | 'en'): CaseLine[] {
  const all: CaseLine[] = service
    ? service.package.service.cases.map(({ name, code, limit }) => ({
        name: name[language],
        official: false,
        codes: [code],
        limit: lengthOf(limit),
      }))
    : record.cases.map(({ name, code, limit: { amount, unit } }) => ({
        name,
        official: true,
        codes: [code],
        limit: amount !== null && unit ? { amount, unit } : null,
      }))
  const same = Map.groupBy(service ? all.toReversed() : all, ({ name, limit }) => JSON.stringify([name, limit]))
  return [...same.values()].flatMap((lines) => {
    const [first] = lines
    return first ? [{ ...first, codes: lines.flatMap(({ codes }) => codes) }] : []
  })
}
