import { DomainError } from '#kernel/errors.ts'
import type { Dossier } from '#rooms/dossiers/index.ts'
import { type ResultDefinition, type ResultText, resultText, type Service } from '#rooms/forms/index.ts'
import type { Proposal } from '../work-item.ts'
import type { Paper } from './paper.ts'

/** The letter of a package that tells a rejection on the merits. */
const REJECTION = 'rejection'

interface Deciding {
  dossier: Pick<Dossier, 'owner' | 'procedureName'>
  proposal: Pick<Proposal, 'outcome' | 'opinion' | 'fields'> | undefined
  /** The unit that signs: `Ủy ban nhân dân xã Mẫu An`. */
  unit: string
  /** Undefined while it is a draft, which has no number yet. */
  seq?: number
}

/**
 * What is signed, in the words of the dossier's own version of the package: the paper that is granted, or the letter
 * that rejects. A rejection on the merits is a signed result too, with its reasons. R-091
 *
 * @see Decree 61/2018, Art. 19.8
 */
export function decisionText(paper: Paper, { dossier, proposal, unit, seq }: Deciding): ResultText {
  const facts = { ...paper.facts, unit, ...(seq === undefined ? {} : { seq }), fields: { ...proposal?.fields } }
  if (proposal?.outcome !== 'rejected') return resultText(paper.service, { ...paper.given, facts })
  const said = { reason: proposal.opinion, owner: dossier.owner.name, procedure: dossier.procedureName.vi }
  return resultText(asLetter(paper.service), { ...paper.given, facts: { ...facts, fields: said } })
}

/** The service as if its letter of rejection were its result: said by the same templates, in Vietnamese. */
function asLetter(service: Service): Service {
  const letter = service.package.letters.find(({ id }) => id === REJECTION)
  if (!letter?.paper) throw new DomainError('processing.no-rejection-letter')
  const result: ResultDefinition = {
    kind: letter.id,
    fields: [],
    title: letter.title.vi,
    number: letter.paper.number,
    paragraphs: letter.paragraphs.map(({ vi }) => ({ text: vi })),
    tables: [],
    signer: { position: '' },
    recipients: letter.paper.recipients,
  }
  return { ...service, package: { ...service.package, result } }
}
