import type { Officer } from '#kernel/viewer.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Filled, FormContext, Helped } from '#rooms/forms/index.ts'
import type { Channel, Party } from '../dossier.ts'

/** Under which name, beside the questions, the documents of a form hold scans of papers that answer none of them. */
export const SCANS = '--scans'

/** Everything a door hands over to file a dossier. The same from every door. */
export interface Submission {
  /** One key, one dossier: the id of the draft, or the caller's own. A second submit answers with the first dossier. */
  key: string
  procedureCode: string
  serviceVersion: string
  channel: Channel
  language: Language
  /** What was filled in; a draft is read again under its lock and closed. */
  from: { draftId: string } | Filled
  /** What the form is walked with. */
  context: FormContext
  applicant: Party
  /** Without one, what the form says, else the applicant. */
  owner?: Party | undefined
  representative?: Party | undefined
  /** Filed at a desk with the person standing there: by which officer, where, and how they knew who it is. R-042 */
  help?: { officer: Officer; unitId: string; identified: Helped['identified'] } | undefined
  /** Of a dossier born at the national portal: its code there, and when it was filed there. */
  born?: { nationalCode: string; at: Date | undefined } | undefined
}
