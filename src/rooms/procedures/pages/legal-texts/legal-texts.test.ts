import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { importCatalogue, installService, procedureRoutes } from '../../index.ts'
import { aDetailSource, aListedSource, anInstallable } from '../../testing.ts'

useTestDatabase()

const ENGLISH = { host: 'e-services.sampleprovince.localhost' }
const CIVIL = { code: '123/2015/NĐ-CP', name: 'Nghị định 123/2015/NĐ-CP ngày 15/11/2015 về hộ tịch' }
const FEES = { code: 'Thông tư số 85/2019/TT-BTC', name: 'Thông tư về phí' }

let site: TestApp
let folder: string

async function bring(records: Record<string, unknown>[]): Promise<void> {
  const path = join(folder, 'details.json')
  await writeFile(path, JSON.stringify(records))
  await importCatalogue(path)
}

const detail = (code: string, legalBasisesDetails: object[]) => aDetailSource({ code, legalBasisesDetails })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-law-'))
  const listed = join(folder, 'list.jsonl')
  await writeFile(listed, ['9.000001', '9.000002'].map((code) => JSON.stringify(aListedSource({ code }))).join('\n'))
  await importCatalogue(listed)
  await bring([
    detail('9.000001', [CIVIL, FEES]),
    detail('9.000002', [{ code: '123/2015/NĐ-CP ', name: 'Nghị định 123' }]),
  ])
  await transaction(1, (tx) => installService(tx, 1, anInstallable()))
  site = await createTestApp([procedureRoutes])
})

test('R-012: a text stands once, however it is written, with its parts and the procedures that rest on it', async () => {
  const list = await site.get('/legal-texts')
  expect(list.body).toContain('3 văn bản')
  expect(list.body.match(/href="\/legal-texts\/123-2015-nd-cp"/g)).toHaveLength(1)
  const { body } = await site.get('/legal-texts/123-2015-nd-cp')
  for (const part of [CIVIL.name, 'Nghị định', 'Chính phủ', '15/11/2015', '2 thủ tục dựa vào văn bản này']) {
    expect(body).toContain(part)
  }
  expect(body).toContain('href="/procedures/9.000001"')
  expect(body).toContain('href="/procedures/9.000002"')
  expect((await site.get('/legal-texts/123-2015-nd-cp', ENGLISH)).body).toContain('2 procedures rest on this text')
})

test('R-012: found by number and by words without marks, and by kind', async () => {
  expect((await site.get('/legal-texts?q=85/2019')).body).toContain('1 văn bản')
  expect((await site.get('/legal-texts?q=ho+tich+nghi+dinh')).body).toContain('123/2015/NĐ-CP')
  const circulars = await site.get('/legal-texts?kind=circular')
  expect(circulars.body).toContain('85/2019/TT-BTC')
  expect(circulars.body).not.toContain('href="/legal-texts/123-2015-nd-cp"')
  expect((await site.get('/legal-texts?q=100%25+_')).statusCode).toBe(200)
  expect((await site.get('/legal-texts/khong-co')).statusCode).toBe(404)
})

test('R-013: a procedure that rests on it no longer is gone from its page with the synchronisation', async () => {
  await bring([detail('9.000002', [FEES])])
  expect((await site.get('/legal-texts/123-2015-nd-cp')).body).toContain('1 thủ tục dựa vào')
  expect((await site.get('/legal-texts/85-2019-tt-btc')).body).toContain('2 thủ tục dựa vào')
})
