import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '#kernel/viewer.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { refOf } from '../../dossier.ts'
import { dossierRoutes } from '../../index.ts'
import { aDossier, anOfficer, installSample } from '../../testing.ts'
import { aPerson, ENGLISH, faultsIn, locationOf, PNG, upload } from '../testing.ts'

useTestDatabase()
let site: TestApp
let viewer: Citizen

beforeAll(async () => {
  await installSample()
  site = await createTestApp([dossierRoutes])
  viewer = await aPerson()
})
afterAll(closePdf)

const SLIPS = [
  ['received', 'receipt', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'],
  ['awaiting-supplement', 'supplement-requests/1', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'],
  ['refused', 'refusal', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ'],
] as const

describe('slips', () => {
  test.each(SLIPS)('R-067: of a dossier that is %s, %s is a page and an A5 print', async (status, path, title) => {
    const ref = refOf(await aDossier({ citizen: viewer, status }))
    for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
      const page = await site.get(`/dossiers/${ref}/${path}`, { viewer, host })
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain(title)
      expect(page.body).toContain(ref)
      expect(page.body).toContain(`/track/${ref}`)
      expect(faultsIn(page.body)).toEqual([])
    }
    const print = await site.get(`/dossiers/${ref}/${path}.pdf`, { viewer })
    expect([print.statusCode, print.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(print.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const again = await site.get(`/dossiers/${ref}/${path}.pdf`, { viewer })
    expect(again.rawPayload.equals(print.rawPayload)).toBe(true)
  })

  test('for the owner and officers of its units; strangers find nothing, the unknown are asked to sign in', async () => {
    const ref = refOf(await aDossier({ citizen: viewer, status: 'received' }))
    const path = `/dossiers/${ref}/receipt`
    expect((await site.get(path, { viewer: await anOfficer(DEMO.units.mauAn) })).statusCode).toBe(200)
    expect((await site.get(path, { viewer: await anOfficer(DEMO.units.mauSon) })).statusCode).toBe(404)
    expect((await site.get(path, { viewer: await aPerson() })).statusCode).toBe(404)
    expect(locationOf(await site.get(path))).toBe(`/sign-in?return=${encodeURIComponent(path)}`)
    expect((await site.get(`/dossiers/${ref}/refusal`, { viewer })).statusCode).toBe(404)
    expect((await site.get(`/dossiers/${ref}/supplement-requests/1`, { viewer })).statusCode).toBe(404)
  })
})

describe('papers of a dossier', () => {
  test('byte for byte, as a download, for those who may see the dossier', async () => {
    const owner = await aPerson()
    const fields = {
      '--asked': 'residenceCommune,purposeText,oldPaper',
      residenceCommune: 'H99.12',
      purposeText: 'Để thử',
    }
    const apply = '/procedures/9.000001/apply'
    await site.get(apply, { viewer: owner })
    await upload(site, `${apply}/paper`, {
      fields,
      files: [{ field: 'oldPaper', name: 'giấy.png', bytes: PNG }],
      viewer: owner,
    })
    const { body } = await site.get(`${apply}/paper`, { viewer: owner })
    const id = /name="remove" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const ref = refOf(await aDossier({ citizen: owner, documents: { oldPaper: [id] } }))
    const path = `/dossiers/${ref}/documents/${id}`

    const file = await site.get(path, { viewer: owner })
    expect(file.statusCode).toBe(200)
    expect(file.rawPayload.equals(PNG)).toBe(true)
    expect(file.headers['content-disposition']).toContain('attachment')
    expect((await site.get(path, { viewer: await anOfficer(DEMO.units.mauAn) })).statusCode).toBe(200)
    expect((await site.get(path, { viewer: await anOfficer(DEMO.units.mauSon) })).statusCode).toBe(404)
    const other = refOf(await aDossier({ citizen: owner }))
    expect((await site.get(`/dossiers/${other}/documents/${id}`, { viewer: owner })).statusCode).toBe(404)
    expect((await site.get(`/dossiers/${ref}/documents/x`, { viewer: owner })).statusCode).toBe(404)
  })
})
