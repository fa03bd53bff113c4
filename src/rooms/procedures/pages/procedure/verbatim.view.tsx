import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { stepsOfPackage } from '../../installable.ts'
import type { Named, PaperGroup, ProcedureRecord, Step } from '../../record.ts'
import type { Procedure } from '../../store/procedures.ts'
import { Vietnamese } from '../shared/facts.tsx'
import { Blocks, Fold, Lang, type ProcedureWords } from './blocks.view.tsx'
import { VerbatimWays } from './ways.view.tsx'

/** The publisher's text, word for word and whole: nothing above takes its place in law. */
export function Verbatim({ t, procedure: { record, service } }: { t: ProcedureWords; procedure: Procedure }): VNode {
  const steps = service ? stepsOfPackage(service.package) : record.steps
  return (
    <Fold title={t.verbatim}>
      <div class="measure flow">
        <p class="small quiet">{t.verbatimLead}</p>
        <p>
          <b class="num">{record.code}</b> <Vietnamese>{record.name}</Vietnamese>
        </p>
        <Steps steps={steps} t={t} />
        {record.channels.length > 0 && (
          <>
            <h3>{t.verbatimWays}</h3>
            <VerbatimWays channels={record.channels} t={t} />
          </>
        )}
        <Papers groups={record.papers} t={t} />
        <Agencies record={record} t={t} />
      </div>
    </Fold>
  )
}

function Steps({ steps, t }: { steps: readonly Step[]; t: ProcedureWords }): VNode | null {
  const { language } = useFrame()
  if (steps.length === 0) return null
  return (
    <>
      <h3>{t.verbatimSteps}</h3>
      {steps.map(({ title, titleEn, text }, at) => (
        <div key={at} class="flow">
          {steps.length > 1 && (
            <h4>{(language === 'en' && titleEn) || <Vietnamese>{title || t.step(at + 1)}</Vietnamese>}</h4>
          )}
          <Blocks blocks={text} />
        </div>
      ))}
    </>
  )
}

function Papers({ groups, t }: { groups: readonly PaperGroup[]; t: ProcedureWords }): VNode | null {
  const notes = groups.flatMap((group) => group.notes)
  if (groups.length === 0) return null
  return (
    <>
      <h3>{t.verbatimPapers}</h3>
      {groups.map(({ name, papers }, at) =>
        papers.length === 0 ? null : (
          <div key={at} class="flow">
            {name && (
              <h4>
                <Vietnamese>{name}</Vietnamese>
              </h4>
            )}
            <Lang>
              <ul>
                {papers.map((paper, step) => (
                  <li key={step}>
                    {paper.name} ({t.copies(paper.originals, paper.copies)}
                    {paper.code && (
                      <>
                        , <span class="num">{paper.code}</span>
                      </>
                    )}
                    )
                  </li>
                ))}
              </ul>
            </Lang>
          </div>
        ),
      )}
      {notes.length > 0 && (
        <>
          <h4>{t.verbatimNotes}</h4>
          <Blocks blocks={notes.map((text) => ({ kind: 'item', text }))} />
        </>
      )}
    </>
  )
}

function Agencies({ t, record }: { t: ProcedureWords; record: ProcedureRecord }): VNode | null {
  const groups: [string, Named[]][] = [
    [t.executing, record.executing],
    [t.deciding, record.deciding],
    [t.coordinating, record.coordinating],
  ]
  const some = groups.filter(([, names]) => names.length > 0)
  if (some.length === 0) return null
  return (
    <>
      <h3>{t.agencies}</h3>
      {some.map(([label, names]) => (
        <p key={label}>
          {label}: <Vietnamese>{names.map(({ name }) => name).join('; ')}</Vietnamese>
        </p>
      ))}
      {record.receivedAt.length > 0 && (
        <>
          <h4>{t.receivedAt}</h4>
          <Blocks blocks={record.receivedAt} />
        </>
      )}
    </>
  )
}
