import { createHash } from 'node:crypto'
import pg from 'pg'
import { projectPath } from '#platform/config/index.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import type { ServicePackage } from '#rooms/forms/index.ts'
import { demonstrationOfficerId } from '#rooms/identity/index.ts'
import { readPackage } from '../src/app/service-packages/index.ts'

export const SERVICE = '1.004873'

/** Filers, their sessions and their drafts are written straight into the database: they are the stage, not the play. */
export async function asOwner<T extends object>(
  address: DatabaseAddress,
  statement: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client(address.owner)
  await client.connect()
  try {
    return (await client.query<T>(statement, values)).rows
  } finally {
    await client.end()
  }
}

const tail = (number: number) => String(number).padStart(12, '0')
export const personId = (number: number) => `0000be9c-0000-7000-8000-${tail(number)}`
export const draftId = (number: number) => `0000be9d-0000-7000-8000-${tail(number)}`
const secretOf = (number: number) => `bench-citizen-${number}`

/** Citizens 1 to `count`, each with a session. Answers their cookies. */
export async function stageCitizens(address: DatabaseAddress, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const ids = numbers.map(personId)
  await asOwner(
    address,
    `insert into persons (agency_id, id, kind, issuer, subject, id_number, name, born_on, gender, nationality, ethnicity,
       residence, phone, claims, claims_at, first_seen_at, last_seen_at)
     select 1, id::uuid, 'person', 'urn:bench', id, '000198' || right(id, 6), 'Vàng Thị Thử', '1998-09-20', 'female',
       'Việt Nam', 'Mông', 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu', '0900000012', '{}', now(), now(), now()
     from unnest($1::text[]) as id on conflict do nothing`,
    [ids],
  )
  await asOwner(
    address,
    `insert into sessions (agency_id, id_hash, kind, person_id, assurance, id_token, created_at, last_seen_at, expires_at, authenticated_at)
     select 1, hash, 'citizen', id, 'level-2', '', now(), now(), now() + interval '8 hours', now()
     from unnest($1::bytea[], $2::uuid[]) as given (hash, id) on conflict do nothing`,
    [numbers.map((number) => hashOf(secretOf(number))), ids],
  )
  return numbers.map(secretOf)
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** An officer of the demonstration, past the second factor. Answers the cookie. */
export async function stageOfficer(address: DatabaseAddress, subject: string): Promise<string> {
  const secret = `bench-officer-${subject}`
  await asOwner(
    address,
    `insert into sessions (agency_id, id_hash, kind, officer_id, id_token, created_at, last_seen_at, expires_at, authenticated_at, second_factor_at)
     values (1, $1, 'officer', $2, '', now(), now(), now() + interval '8 hours', now(), now()) on conflict do nothing`,
    [hashOf(secret), demonstrationOfficerId(subject)],
  )
  return secret
}

export async function sampleService(): Promise<{ package: ServicePackage; answers: object }> {
  const found = await readPackage(projectPath('services', SERVICE))
  const example = found.examples.find(
    ({ documents, expect }) => !documents && !expect.errors && expect.mayApply !== false,
  )
  if (!example) throw new Error(`${SERVICE} has no example to file`)
  const stated = Object.entries(example.profile ?? {}).map(([path, { value }]) => [QUESTIONS[path] ?? '', value])
  return { package: found, answers: { ...Object.fromEntries(stated), ...example.answers } }
}

const QUESTIONS: Record<string, string> = {
  'person.name': 'fullName',
  'person.bornOn': 'bornOn',
  'person.gender': 'gender',
  'person.identityNumber': 'identityNumber',
  'person.ethnicity': 'ethnicity',
  'person.nationality': 'nationality',
  'person.residence': 'residence',
  'person.phone': 'phone',
}

/** One draft for each citizen from `from` to `to`, answered to the end and waiting for the last button. */
export async function stageDrafts(address: DatabaseAddress, { from, to }: { from: number; to: number }): Promise<void> {
  const { package: service, answers } = await sampleService()
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const steps = Object.fromEntries(service.form.steps.map(({ id }) => [id, 1]))
  await asOwner(
    address,
    `insert into drafts (agency_id, id, person_id, procedure_code, service_version, language, answers, documents, revision,
       step_revisions, started_at, updated_at)
     select 1, id::uuid, person::uuid, $3, $4, 'vi', $5, '{}', 1, $6, now(), now()
     from unnest($1::text[], $2::text[]) as given (id, person)`,
    [
      numbers.map(draftId),
      numbers.map(personId),
      SERVICE,
      service.service.version,
      JSON.stringify(answers),
      JSON.stringify(steps),
    ],
  )
}
