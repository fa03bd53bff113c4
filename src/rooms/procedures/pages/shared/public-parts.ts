import type { VNode } from 'preact'
import type { Language } from '#platform/i18n/index.ts'

export interface PublicPlace {
  agencyId: number
  language: Language
}

/**
 * What other rooms say on the catalogue's public pages. The application puts them in; they must be the same for every
 * visitor, and are made again with the page, at least every hour.
 */
export interface PublicParts {
  /** Below the description of a procedure. */
  belowProcedure?(at: PublicPlace & { code: string }): Promise<VNode | undefined>
  /** Beside what can be done here, on the home page. */
  besideHome?(at: PublicPlace): Promise<VNode | undefined>
}

export interface WithParts {
  parts?: PublicParts
}
