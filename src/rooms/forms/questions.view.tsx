import { FieldGroup, Notice } from '#platform/html/index.ts'
import type { BlockMark, SectionMark } from './definition.ts'
import type { Drawing } from './drawing.ts'
import type { Placed } from './layout.ts'
import { QuestionView } from './question.view.tsx'

/** Questions in their order; those of one block stand together under its name. */
export function QuestionsView({ placed, drawing }: { placed: readonly Placed[]; drawing: Drawing }) {
  if (!placed.some(({ asked }) => asked.definition.section)) return <BlocksView placed={placed} drawing={drawing} />
  return (
    <>
      {inSections(placed).map(({ section, questions }) => (
        <section key={section?.id} class="stack">
          {section && <h2>{section.title[drawing.language]}</h2>}
          {section?.intro && <p class="hint">{section.intro[drawing.language]}</p>}
          <BlocksView placed={questions} drawing={drawing} />
        </section>
      ))}
    </>
  )
}

function inSections(placed: readonly Placed[]) {
  const sections: { section: SectionMark | undefined; questions: Placed[] }[] = []
  for (const one of placed) {
    const { section } = one.asked.definition
    const last = sections.at(-1)
    if (last && last.section?.id === section?.id) last.questions.push(one)
    else sections.push({ section, questions: [one] })
  }
  return sections
}

function BlocksView({ placed, drawing }: { placed: readonly Placed[]; drawing: Drawing }) {
  return (
    <>
      {inBlocks(placed).map(({ block, questions }) => {
        const views = questions.map((one) => <QuestionView key={one.asked.id} placed={one} drawing={drawing} />)
        if (!block) return views
        return (
          <FieldGroup key={block.id} legend={block.label[drawing.language]} hint={block.hint?.[drawing.language]}>
            {views}
          </FieldGroup>
        )
      })}
    </>
  )
}

interface Together {
  block: BlockMark | undefined
  questions: Placed[]
}

export function inBlocks(placed: readonly Placed[]): Together[] {
  const groups: Together[] = []
  for (const one of placed) {
    const { block } = one.asked.definition
    const last = groups.at(-1)
    if (last && block && last.block?.id === block.id) last.questions.push(one)
    else groups.push({ block, questions: [one] })
  }
  return groups
}

/** Said before it is asked, not after. @see Law 91/2025/QH15 on personal data, Art. 2: what is sensitive */
export function SensitiveNotice({ placed, drawing }: { placed: readonly Placed[]; drawing: Drawing }) {
  const { language, t } = drawing
  const labels = sensitiveIn(placed).map(({ asked }) => asked.definition.label[language].toLowerCase())
  if (labels.length === 0) return null
  return <Notice title={t.sensitive}>{t.sensitiveText([...new Set(labels)].join(', '))}</Notice>
}

function sensitiveIn(placed: readonly Placed[]): Placed[] {
  return placed.flatMap((one) => {
    const { definition } = one.asked
    const own = definition.kind !== 'note' && definition.sensitive ? [one] : []
    return [...own, ...[...one.under.values()].flatMap((children) => sensitiveIn(children))]
  })
}
