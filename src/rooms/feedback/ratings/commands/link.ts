import { isId } from '#kernel/id.ts'
import { openBytes, sealBytes } from '#platform/sealing/index.ts'
import { WAYS, type WayLetter } from '../rating.ts'

const WAY_BYTES = 1

const sealedFor = (agencyId: number) => ({ purpose: 'rating links', owner: String(agencyId) })

/** What a link says: the dossier, and the way it went out. */
export interface RatingLink {
  dossierId: string
  way: WayLetter
}

/**
 * The address under which one dossier is rated without signing in, as `/rate/…`. It is sealed: it opens at this agency
 * only, cannot be made by others, and does not say which dossier it is.
 */
export function ratingPath(agencyId: number, { dossierId, way }: RatingLink): string {
  const plain = Buffer.concat([Buffer.from(way), Buffer.from(dossierId.replaceAll('-', ''), 'hex')])
  return `/rate/${sealBytes(plain, sealedFor(agencyId)).toString('base64url')}`
}

/** Undefined for what this agency has not sent. */
export function openRatingLink(agencyId: number, token: string): RatingLink | undefined {
  const plain = opened(agencyId, token)
  const way = plain?.subarray(0, WAY_BYTES).toString() ?? ''
  const hex = plain?.subarray(WAY_BYTES).toString('hex') ?? ''
  const dossierId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return Object.hasOwn(WAYS, way) && isId(dossierId) ? { dossierId, way: way as WayLetter } : undefined
}

function opened(agencyId: number, token: string): Buffer | undefined {
  try {
    return openBytes(Buffer.from(token, 'base64url'), sealedFor(agencyId))
  } catch {
    return undefined
  }
}
