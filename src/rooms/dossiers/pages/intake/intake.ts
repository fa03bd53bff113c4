import type { LocalDateTime } from '#kernel/local-date.ts'
import type { GivenFile } from '#platform/html/index.ts'
import type { Dossier } from '../../dossier.ts'
import type { ListedPaper } from '../../slips.ts'
import type { ServiceSays } from '../shared/service-says.ts'

/** A dossier before the officer who decides whether to take it in. */
export interface Intake {
  dossier: Dossier
  ref: string
  says: ServiceSays
  files: readonly GivenFile[]
  competentUnit: string
  dueIfNow: LocalDateTime | undefined
  earlierRequests: number
}

export const PAPER_KINDS: readonly ListedPaper['kind'][] = ['original', 'certified-copy', 'copy', 'electronic']

/** A paper as it stands in the form: what the service asks for, and what the officer says about it. */
export interface PaperRow {
  name: string
  ticked: boolean
  kind: string
  copies: string
}

/** What decides which papers stand in the form; before there is a dossier, its channel and what the answers ask for. */
interface PapersOf {
  dossier: Pick<Dossier, 'channel'>
  says: Pick<ServiceSays, 'papers'>
  files: readonly unknown[]
}

/**
 * The papers this dossier asks for, those that came with it ticked. Papers taken from the
 * state's data are nobody's to bring. Their names are the official ones: they go on the slip.
 */
export function expectedPapers({ dossier, says, files }: PapersOf): PaperRow[] {
  const online = dossier.channel === 'online'
  return says.papers
    .filter(({ by }) => by !== 'data')
    .map((paper) => ({
      name: paper.name.vi,
      ticked: paper.by === 'form' || (paper.by === 'upload' && files.length > 0),
      kind: online ? 'electronic' : paper.originals > 0 ? 'original' : 'copy',
      copies: String(Math.max(1, paper.originals, paper.copies)),
    }))
}
