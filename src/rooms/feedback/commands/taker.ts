import { createHmac } from 'node:crypto'
import type { Viewer } from '#kernel/viewer.ts'
import { secretKey } from '#platform/http/index.ts'

/** Who asks, as a request knows them. */
export interface Asking {
  agency: { id: number }
  viewer: Viewer | undefined
  cookies: Readonly<Record<string, string | undefined>>
}

/** Every form of a visit is derived from this cookie (`platform/http/csrf.ts`): without it no post is taken. */
const VISIT = 'mc_form'

/** One matter of one agency: `wish 1.001193`. */
export interface Matter {
  agencyId: number
  about: string
}

/** One and the same text for the same taker in one matter, another in the next: nothing can be put together from it. */
export function keyedTaker({ agencyId, about }: Matter, who: string): string {
  return createHmac('sha256', secretKey()).update(`feedback ${agencyId} ${about} ${who}`).digest('base64url')
}

/** The person, or the visit of somebody who has not signed in; undefined when neither is known. */
export function takerOf({ agency, viewer, cookies }: Asking, about: string): string | undefined {
  const who = viewer?.kind === 'citizen' ? `person ${viewer.personId}` : cookies[VISIT] && `visit ${cookies[VISIT]}`
  return who ? keyedTaker({ agencyId: agency.id, about }, who) : undefined
}
