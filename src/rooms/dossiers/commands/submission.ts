import type { Language } from '#platform/i18n/index.ts'
import type { Answers, Documents } from '#rooms/forms/index.ts'
import type { Channel, Party, ResultChannel } from '../dossier.ts'

/** Everything a door hands over to file a dossier. The same from every door. */
export interface Submission {
  /** One key, one dossier: the id of the draft, or the caller's own. A second submit answers with the first dossier. */
  key: string
  procedureCode: string
  serviceVersion: string
  channel: Channel
  language: Language
  resultChannel: ResultChannel
  answers: Answers
  documents: Documents
  applicant: Party
  /** Without one, the applicant. */
  owner?: Party | undefined
  representative?: Party | undefined
}
