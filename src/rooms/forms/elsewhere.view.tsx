import { Notice, Table } from '#platform/html/index.ts'
import type { Difference } from './differences.ts'
import type { vi } from './form.vi.ts'

interface Props {
  differences: readonly Difference[]
  /** The step as it is saved. */
  keepHref: string
  t: typeof vi
}

/** This step was saved in another window meanwhile: both versions, and what each button would do. Nothing is lost. */
export function SavedElsewhereView({ differences, keepHref, t }: Props) {
  const words = (text: string) => (text === '' ? <span class="quiet">{t.notAnswered}</span> : text)
  return (
    <section class="stack">
      <Notice kind="wait" live title={t.elsewhere}>
        <p>{t.elsewhereText}</p>
        <p>
          <a href={keepHref}>{t.keepSaved}</a>
        </p>
      </Notice>
      <Table
        caption={t.twoVersions}
        rows={differences}
        rowKey={({ question }) => question}
        columns={[
          { key: 'question', head: t.question, rowHeader: true, cell: ({ label }) => label },
          { key: 'saved', head: t.savedVersion, cell: ({ saved }) => words(saved) },
          { key: 'typed', head: t.typedVersion, cell: ({ typed }) => words(typed) },
        ]}
      />
    </section>
  )
}
