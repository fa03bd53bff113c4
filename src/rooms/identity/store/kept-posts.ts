import { newId } from '#kernel/id.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { LASTS, minutesAfter, type Session } from '../session.ts'
import './tables.ts'

export type PostedBody = Record<string, string | string[]>

export async function keepPost(tx: Tx, owner: Session, post: { path: string; body: PostedBody }): Promise<string> {
  const id = newId()
  await tx
    .insertInto('kept_posts')
    .values({
      agency_id: owner.agencyId,
      id,
      owner_kind: owner.kind,
      owner_id: owner.ownerId,
      path: post.path,
      body: post.body,
      expires_at: minutesAfter(now(), LASTS.keptPostMinutes),
    })
    .execute()
  return id
}

/**
 * What the viewer had typed when the session ran out: field names to values, for the page to fill in again.
 * Undefined when it is not theirs, or older than an hour. It stays that long, so that a reload shows it too.
 */
export async function takeKept(tx: Tx, viewer: Viewer, id: string): Promise<PostedBody | undefined> {
  const row = await tx
    .selectFrom('kept_posts')
    .select('body')
    .where('id', '=', id)
    .where('owner_kind', '=', viewer.kind)
    .where('owner_id', '=', viewer.kind === 'citizen' ? viewer.personId : viewer.officerId)
    .where('expires_at', '>', now())
    .executeTakeFirst()
  return row?.body
}
