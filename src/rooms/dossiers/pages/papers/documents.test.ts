import { beforeAll, expect, test } from 'vitest'
import type { Citizen } from '#kernel/viewer.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import type { Document } from '#rooms/documents/index.ts'
import { aDocument, samples } from '#rooms/documents/testing.ts'
import { refOf } from '../../dossier.ts'
import { aCitizen, anOfficer, installSample, submitSample } from '../../testing.ts'
import { documentRoutes } from './documents.route.tsx'

useTestDatabase()
useTestFiles()
let site: TestApp
let citizen: Citizen
let paper: Document
let path = ''

beforeAll(async () => {
  await installSample()
  site = await createTestApp([documentRoutes])
  citizen = aCitizen()
  paper = await aDocument({ personId: citizen.personId })
  const dossier = await submitSample({ citizen, documents: { oldPaper: [paper.id] } })
  path = `/dossiers/${refOf(dossier)}/documents/${paper.id}`
})

test('the owner and an officer of the unit get the exact bytes', async () => {
  for (const viewer of [
    citizen,
    await anOfficer(DEMO.units.mauAn),
    await anOfficer(DEMO.units.mauAn, ['case-officer']),
  ]) {
    const answer = await site.get(path, { viewer })
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.equals(samples.pdf)).toBe(true)
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  }
})

test('R-045: everybody else finds nothing', async () => {
  const others = [aCitizen(), await anOfficer(DEMO.units.mauSon), await anOfficer(DEMO.units.mauAn, ['administrator'])]
  for (const viewer of others) expect((await site.get(path, { viewer })).statusCode).toBe(404)
  const stranger = await anOfficer(DEMO.units.ministryDesk, ['desk-officer'], { agencyId: 2 })
  expect((await site.get(path, { viewer: stranger, host: 'dichvucong.bomau.localhost' })).statusCode).toBe(404)
})

test('a paper of another dossier is not reached through this one', async () => {
  const other = await submitSample({ citizen })
  expect((await site.get(`/dossiers/${refOf(other)}/documents/${paper.id}`, { viewer: citizen })).statusCode).toBe(404)
  expect((await site.get(`/dossiers/${refOf(other)}/documents/x`, { viewer: citizen })).statusCode).toBe(404)
})

test('without signing in, one is asked to', async () => {
  const answer = await site.get(path)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/sign-in?return=${encodeURIComponent(path)}`])
})
