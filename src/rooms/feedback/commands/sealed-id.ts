import { isId } from '#kernel/id.ts'
import { openBytes, sealBytes } from '#platform/sealing/index.ts'

/** Whose link it is and what it opens: `{ agencyId: 1, purpose: 'question links' }`. */
export interface LinkOf {
  agencyId: number
  purpose: string
}

const sealedFor = ({ agencyId, purpose }: LinkOf) => ({ purpose, owner: String(agencyId) })

/** An id as a secret piece of an address: it opens at this agency and for this purpose only, and cannot be guessed. */
export function sealId(link: LinkOf, id: string): string {
  return sealBytes(Buffer.from(id.replaceAll('-', ''), 'hex'), sealedFor(link)).toString('base64url')
}

/** Undefined for what this agency has not given out. */
export function openId(link: LinkOf, token: string): string | undefined {
  try {
    const hex = openBytes(Buffer.from(token, 'base64url'), sealedFor(link)).toString('hex')
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    return isId(id) ? id : undefined
  } catch {
    return undefined
  }
}
