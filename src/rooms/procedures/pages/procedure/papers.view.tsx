import type { ComponentChildren, VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { Tag, type TagKind } from '#platform/html/index.ts'
import { isConditional, paperTitle } from '../../catalogue/paper-title.ts'
import type { Paper, PaperGroup } from '../../record.ts'
import { Vietnamese } from '../shared/facts.tsx'
import type { OfferedPaper } from '../shared/offered.ts'
import { Fold, type ProcedureWords } from './blocks.view.tsx'

const LOOKS: Record<OfferedPaper['kind'], TagKind> = {
  form: 'done',
  data: 'done',
  case: 'case',
  away: 'case',
  bring: 'case',
}

/** Paper by paper: what is made online, what the state already holds, what hangs on the case. R-018 */
export function OfferedPapers({ papers, t }: { papers: readonly OfferedPaper[]; t: ProcedureWords }): VNode | null {
  const { language } = useFrame()
  if (papers.length === 0) return null
  return (
    <section class="sec" aria-labelledby="gt">
      <h2 id="gt">{t.papers}</h2>
      <ol class="papers">
        {papers.map((paper) => (
          <li key={paper.id}>
            <h3>{paper.kind === 'form' ? t.declaration : paper.name[language]}</h3>
            <p>{explained(paper, t, language)}</p>
            <Tag kind={LOOKS[paper.kind]}>
              {paper.kind === 'bring' ? t.bring(t.copies(paper.originals, paper.copies)) : t.tags[paper.kind]}
            </Tag>
          </li>
        ))}
      </ol>
    </section>
  )
}

function explained(paper: OfferedPaper, t: ProcedureWords, language: 'vi' | 'en'): string {
  if (paper.plain) return paper.plain[language]
  if (paper.kind === 'form') return t.declarationText
  if (paper.source) return t.fromData(paper.source[language])
  return t.copies(paper.originals, paper.copies)
}

/** Groups beyond this, or papers beyond that, fold group by group. */
const MOST_OPEN = 12

/** The national record's components: case by case, by their short names. */
export function NationalPapers({ groups, t }: { groups: readonly PaperGroup[]; t: ProcedureWords }): VNode | null {
  const withPapers = groups.filter(({ papers }) => papers.length > 0)
  if (groups.length === 0) return null
  const count = withPapers.flatMap(({ papers }) => papers).length
  const folded = count > MOST_OPEN && withPapers.length > 1
  return (
    <section class="sec" aria-labelledby="gt">
      <h2 id="gt">{t.papers}</h2>
      {count === 0 ? <p>{t.papersNone}</p> : <p class="small quiet">{t.papersLead}</p>}
      {withPapers.map(({ name, papers }, at) => (
        <Group key={at} name={name} papers={papers} folded={folded} t={t} />
      ))}
    </section>
  )
}

interface GroupProps {
  name: string
  papers: readonly Paper[]
  folded: boolean
  t: ProcedureWords
}

function Group({ name, papers, folded, t }: GroupProps): VNode {
  // Whole: publishers tell one case from another by the end of its name.
  const title = <Vietnamese>{name || t.papersOther}</Vietnamese>
  if (folded) {
    return (
      <Fold title={<Counted title={title} count={papers.length} t={t} />}>
        <PaperList papers={papers} t={t} />
      </Fold>
    )
  }
  return (
    <div class="flow">
      {name && <h3>{title}</h3>}
      <PaperList papers={papers} t={t} />
    </div>
  )
}

function Counted({ title, count, t }: { title: ComponentChildren; count: number; t: ProcedureWords }): VNode {
  const [before, after] = t.papersOf('\u0000', count).split('\u0000')
  return (
    <>
      {before}
      {title}
      {after}
    </>
  )
}

function PaperList({ papers, t }: { papers: readonly Paper[]; t: ProcedureWords }): VNode {
  const { language } = useFrame()
  return (
    <ol class="papers">
      {papers.map((paper, at) => (
        <li key={at}>
          <h4 lang={language === 'vi' ? undefined : 'vi'}>{paperTitle(paper.name)}</h4>
          <p>{t.copies(paper.originals, paper.copies)}</p>
          {isConditional(paper.name) && <Tag kind="case">{t.tags.case}</Tag>}
        </li>
      ))}
    </ol>
  )
}
