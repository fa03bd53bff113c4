import type { LightMyRequestResponse } from 'fastify'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import type { TestApp } from '#platform/http/testing.ts'
import { aCitizen } from '../testing.ts'

export const ENGLISH = 'e-services.sampleprovince.localhost'

/** A citizen whose account the agency knows, as after signing in. */
export async function aPerson(given: Partial<Citizen> = {}): Promise<Citizen> {
  const citizen = aCitizen(given)
  const kind = citizen.assurance === 'organisation' ? 'organisation' : 'person'
  await transaction(citizen.agencyId, (tx) =>
    tx
      .insertInto('persons')
      .values({
        agency_id: citizen.agencyId,
        id: citizen.personId,
        kind,
        issuer: 'https://vneid.example',
        subject: citizen.personId,
        name: citizen.name,
        id_number: kind === 'person' ? '000198000012' : null,
        residence: 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu',
        email: 'mau@example.test',
        claims: {},
        claims_at: now(),
        first_seen_at: now(),
        last_seen_at: now(),
      })
      .execute(),
  )
  return citizen
}

/** One pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What no page may ever say. */
export function faultsIn(html: string): string[] {
  const shown = html.replace(/<[^>]*>/g, ' ')
  return ['undefined', '[object Object]', 'NaN', 'Invalid Date', 'null'].filter((word) => shown.includes(word))
}

export function locationOf(answer: LightMyRequestResponse | undefined): string {
  return String(answer?.headers.location ?? `no redirect: ${answer?.statusCode}`)
}

interface Upload {
  fields: Record<string, string>
  files: readonly { field: string; name: string; bytes: Buffer }[]
  viewer: Citizen
}

/** Posts a form with files as a browser does: the token first. */
export async function upload(
  site: TestApp,
  url: string,
  { fields, files, viewer }: Upload,
): Promise<LightMyRequestResponse> {
  const host = 'dichvucong.tinhmau.localhost'
  const form = await site.app.inject({ url: '/testing/form-token', headers: { host } })
  const cookie = String(form.headers['set-cookie']).split(';')[0] ?? ''
  const boundary = `----${newId()}`
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ])
  const texts = Object.entries({ _form: form.json<{ token: string }>().token, ...fields })
  const payload = Buffer.concat([
    ...texts.map(([name, value]) => part(`name="${name}"`, value)),
    ...files.map(({ field, name, bytes }) =>
      part(`name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream`, bytes),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  // The helper's own `get` names the viewer for what follows.
  await site.get('/testing/form-token', { viewer })
  const headers = { host, cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return site.app.inject({ method: 'POST', url, payload, headers })
}
