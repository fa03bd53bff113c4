import { Path } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { PetitionAct } from '../../store/acts.ts'
import type { Shared } from '../said.ts'

interface Props {
  acts: readonly (PetitionAct & { by?: string | undefined })[]
  says: Shared
}

/** What was done with it, in its order; names of officers only where they are given. */
export function History({ acts, says }: Props) {
  return (
    <Path
      stages={acts.map(({ kind, at, words, law, body, by }) => ({
        state: 'done' as const,
        title: says.acts[kind],
        detail: (
          <>
            <p class="num">{[formatDateTime(at), by].filter(Boolean).join(' · ')}</p>
            {body && (
              <p>
                {says.to}: <b>{body}</b>
              </p>
            )}
            {words && <SaidText>{words}</SaidText>}
            {law && (
              <p class="small">
                {says.law}: {law}
              </p>
            )}
          </>
        ),
      }))}
    />
  )
}
