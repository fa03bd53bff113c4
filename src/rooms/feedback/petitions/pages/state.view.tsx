import { Tag, type TagKind } from '#platform/html/index.ts'
import type { Petition, PetitionState } from '../petition.ts'
import { isDone } from '../petition.ts'
import type { Shared } from './said.ts'

const TAGS: Record<PetitionState, TagKind> = {
  registered: 'running',
  refused: 'part',
  forwarded: 'part',
  handling: 'running',
  explaining: 'running',
  answered: 'done',
}

/** Where it stands; one on the waiting list says so. */
export function PetitionTag({ petition, says }: { petition: Petition; says: Shared }) {
  const { state, heldBecause } = petition
  if (heldBecause && !isDone(state)) return <Tag kind="paused">{says.held}</Tag>
  return <Tag kind={TAGS[state]}>{says.states[state]}</Tag>
}
