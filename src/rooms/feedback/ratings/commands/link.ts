import { isId } from '#kernel/id.ts'
import { openBytes, sealBytes } from '#platform/sealing/index.ts'

const sealedFor = (agencyId: number) => ({ purpose: 'rating links', owner: String(agencyId) })

/**
 * The address under which one dossier is rated without signing in, as `/rate/…`. It is sealed: it opens at this agency
 * only, cannot be made by others, and does not say which dossier it is.
 */
export function ratingPath(agencyId: number, dossierId: string): string {
  const plain = Buffer.from(dossierId.replaceAll('-', ''), 'hex')
  return `/rate/${sealBytes(plain, sealedFor(agencyId)).toString('base64url')}`
}

/** Id of the dossier; undefined for what this agency has not sent. */
export function openRatingLink(agencyId: number, token: string): string | undefined {
  try {
    const hex = openBytes(Buffer.from(token, 'base64url'), sealedFor(agencyId)).toString('hex')
    const dossierId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    return isId(dossierId) ? dossierId : undefined
  } catch {
    return undefined
  }
}
