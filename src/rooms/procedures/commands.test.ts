import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { setClock } from '#platform/clock/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import {
  findInstalledService,
  getCatalogueState,
  getInstalledService,
  getProcedure,
  getServiceVersion,
  importCatalogue,
  installService,
  listVersions,
  searchProcedures,
} from './index.ts'
import { aDetailSource, aListedSource, anInstallable, CATALOGUE, hasCatalogue } from './testing.ts'

const address = useTestDatabase()
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'))
  setClock(() => new Date('2026-11-25T02:00:00Z'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileWith(...sources: object[]): Promise<string> {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.jsonl`)
  await writeFile(path, sources.map((source) => JSON.stringify(source)).join('\n'))
  return path
}

describe('import', () => {
  test('R-001: every part of a procedure is kept', async () => {
    await importCatalogue(await fileWith(aDetailSource()))
    const { record } = await read(1, (tx) => getProcedure(tx, 1, '9.000001'))

    expect(record.steps).toEqual([
      {
        title: 'Bước 1',
        text: [
          { kind: 'item', text: 'Nộp hồ sơ' },
          { kind: 'item', text: 'Nhận giấy hẹn' },
        ],
      },
    ])
    expect(record.channels[0]?.limit).toMatchObject({ amount: 3, unit: 'working-days' })
    expect(record.channels[0]?.fees[0]).toMatchObject({ kind: 'charge', amount: 8000 })
    expect(record.papers[0]?.papers[0]).toMatchObject({ name: 'Tờ khai theo mẫu', originals: 1, copies: 0 })
    expect(record.results[0]?.name).toBe('Giấy chứng nhận mẫu')
    expect(record.decision).toEqual({ number: '1/QĐ-BM', on: '2026-01-05', agency: 'Bộ Mẫu' })
    expect(record.nationalLevel).toBe('full')
  })

  test('a second import of the same changes nothing, and moves only the time of synchronisation', async () => {
    const path = await fileWith(aDetailSource({ code: '9.000002' }))
    const first = await importCatalogue(path)
    setClock(() => new Date('2026-11-25T03:00:00Z'))
    const second = await importCatalogue(path)

    expect(first.counts).toMatchObject({ added: 1, changed: 0 })
    expect(second.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect(second.version).toBe(first.version)
    expect((await asInstallation(getCatalogueState)).syncedAt).toEqual(new Date('2026-11-25T03:00:00Z'))
  })

  test('R-003: a changed record is a new version from the day of its decision, and the old one is still found by date', async () => {
    await importCatalogue(await fileWith(aDetailSource({ code: '9.000003' })))
    const proposal = {
      proposalNumber: '9/QĐ-BM',
      decisionDate: Date.UTC(2026, 5, 1),
      issuingAgency: { name: 'Bộ Mẫu' },
    }
    await importCatalogue(
      await fileWith(aDetailSource({ code: '9.000003', name: 'Tên mới', procedureProposal: proposal })),
    )

    const on = (day: string) => read(1, (tx) => getProcedure(tx, 1, '9.000003', localDate(day)))
    expect(await on('2026-05-31')).toMatchObject({
      version: 1,
      validTo: '2026-06-01',
      record: { name: 'Thủ tục đăng ký mẫu' },
    })
    expect(await on('2026-06-01')).toMatchObject({ version: 2, validTo: null, record: { name: 'Tên mới' } })
    await expect(on('2025-12-31')).rejects.toThrow('procedures.not-found')
    expect(await read(1, (tx) => listVersions(tx, '9.000003'))).toHaveLength(2)
  })

  test('the list alone never takes away what a detail record brought', async () => {
    await importCatalogue(await fileWith(aDetailSource({ code: '9.000004' })))
    await importCatalogue(await fileWith(aListedSource({ code: '9.000004', name: 'Tên theo danh mục' })))
    const { record } = await read(1, (tx) => getProcedure(tx, 1, '9.000004'))

    expect(record.name).toBe('Tên theo danh mục')
    expect(record.steps).toHaveLength(1)
  })

  test('a dry run reports and writes nothing', async () => {
    const report = await importCatalogue(await fileWith(aDetailSource({ code: '9.000005' })), { dryRun: true })

    expect(report.counts.added).toBe(1)
    await expect(read(1, (tx) => getProcedure(tx, 1, '9.000005'))).rejects.toThrow('procedures.not-found')
  })

  test('a line that is not JSON is reported and the others come in', async () => {
    const path = await fileWith(aListedSource({ code: '9.000006' }))
    await writeFile(path, `{"code": "9.0000\n${JSON.stringify(aListedSource({ code: '9.000007' }))}\n`)
    const report = await importCatalogue(path)

    expect(report.conflictCounts.unreadable).toBe(1)
    expect(report.counts).toMatchObject({ added: 1, leftOut: 1 })
  })

  test('a fault in the middle leaves nothing of the run behind', async () => {
    await asOwner(
      address(),
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
       create trigger refuse before insert on procedure_versions for each row when (new.code = '9.000011')
         execute function refuse()`,
    )
    const path = await fileWith(aListedSource({ code: '9.000010' }), aListedSource({ code: '9.000011' }))
    const before = await asInstallation(getCatalogueState)

    await expect(importCatalogue(path)).rejects.toThrow('disk full')
    expect(await asInstallation(getCatalogueState)).toEqual(before)
    await expect(read(1, (tx) => getProcedure(tx, 1, '9.000010'))).rejects.toThrow('procedures.not-found')
  })

  test('a source that is not there is an error, and not an empty catalogue', async () => {
    await expect(importCatalogue(join(folder, 'nowhere'))).rejects.toThrow('procedures.source-missing')
  })
})

describe('synchronised fields', () => {
  test('a re-import tells what it changes, and only what somebody has read is brought in by its plan', async () => {
    const code = '9.000006'
    const changed = {
      code,
      isFullProcess: false,
      legalBasisesDetails: [{ code: '1/2026/NĐ-CP', name: 'Nghị định mới' }],
    }
    await importCatalogue(await fileWith(aDetailSource({ code })))
    const path = await fileWith(aDetailSource(changed))
    const { changes, plan } = await importCatalogue(path, { dryRun: true })
    expect(changes).toEqual([
      {
        ...{ code, name: 'Thủ tục đăng ký mẫu' },
        parts: [
          { part: 'level', gone: ['full'], come: ['partial'] },
          { part: 'law', gone: ['63/2010/NĐ-CP Nghị định mẫu'], come: ['1/2026/NĐ-CP Nghị định mới'] },
        ],
      },
    ])
    const other = await fileWith(aDetailSource({ ...changed, name: 'Tên khác' }))
    await expect(importCatalogue(other, { accept: plan })).rejects.toThrow('procedures.plan-moved')
    expect((await importCatalogue(path, { accept: plan })).counts).toMatchObject({ changed: 1 })
    expect((await importCatalogue(path, { dryRun: true })).changes).toEqual([])
  })

  test('R-002: no other write reaches a procedure or its versions', async () => {
    await importCatalogue(await fileWith(aDetailSource({ code: '9.000020' })))
    const write = (work: string) => transaction(1, (tx) => sql.raw(work).execute(tx))

    await expect(write(`update procedures set name = 'khác' where code = '9.000020'`)).rejects.toThrow(
      'synchronisation only',
    )
    await expect(write(`delete from procedure_versions where code = '9.000020'`)).rejects.toThrow('permission denied')
    await expect(write(`update procedure_versions set record = '{}' where code = '9.000020'`)).rejects.toThrow(
      'never rewritten',
    )
  })

  test('R-004: not even synchronisation rewrites a version', async () => {
    await importCatalogue(await fileWith(aDetailSource({ code: '9.000021' })))
    const write = asInstallation(async (tx) => {
      await sql`set local motcua.synchronising = 'on'`.execute(tx)
      await sql`update procedure_versions set record = '{}' where code = '9.000021'`.execute(tx)
    })
    await expect(write).rejects.toThrow('never rewritten')
  })
})

describe('services', () => {
  test('a package brings the procedure that the catalogue does not have, and makes it appliable', async () => {
    expect(await transaction(1, (tx) => installService(tx, 1, anInstallable()))).toBe('installed')
    const found = await read(1, (tx) => getProcedure(tx, 1, '9.000009'))

    expect(found.record.name).toBe('Thủ tục cấp giấy mẫu')
    expect(found.offer).toMatchObject({ level: 'full', intake: 'own' })
    expect(found.service?.version).toBe('1.0.0')
    const { hits } = await read(1, (tx) => searchProcedures(tx, 1, { query: 'giay thu nghiem' }))
    expect(hits[0]).toMatchObject({ code: '9.000009', appliable: true })
  })

  test('the same package again changes nothing; the same version with other content is refused', async () => {
    const code = '9.000030'
    await transaction(1, (tx) => installService(tx, 1, anInstallable({ code })))
    expect(await transaction(1, (tx) => installService(tx, 1, anInstallable({ code })))).toBe('unchanged')
    const other = anInstallable({ code, name: { vi: 'Khác', en: 'Other' } })
    await expect(transaction(1, (tx) => installService(tx, 1, other))).rejects.toThrow(
      'procedures.service-version-differs',
    )
  })

  test('R-004: a dossier finds the version it was received under after a newer one is in force', async () => {
    const code = '9.000031'
    await transaction(1, (tx) => installService(tx, 1, anInstallable({ code })))
    await transaction(1, (tx) =>
      installService(tx, 1, anInstallable({ code, version: '1.1.0', validFrom: localDate('2026-07-01') })),
    )

    const inForce = (day: string) => read(1, (tx) => getInstalledService(tx, 1, code, localDate(day)))
    expect((await inForce('2026-06-30')).version).toBe('1.0.0')
    expect((await inForce('2026-07-01')).version).toBe('1.1.0')
    expect((await read(1, (tx) => getServiceVersion(tx, 1, code, '1.0.0'))).validTo).toBe('2026-07-01')
  })

  test('another agency does not see the service', async () => {
    await transaction(1, (tx) => installService(tx, 1, anInstallable({ code: '9.000032' })))
    expect(await read(2, (tx) => findInstalledService(tx, 1, '9.000032'))).toBeUndefined()
    expect(await read(2, (tx) => findInstalledService(tx, 2, '9.000032'))).toBeUndefined()
    expect((await read(2, (tx) => getProcedure(tx, 2, '9.000032'))).service).toBeUndefined()
  })

  test('after installing, the same transaction cannot write synchronised fields', async () => {
    const work = transaction(1, async (tx) => {
      await installService(tx, 1, anInstallable({ code: '9.000033' }))
      await sql`update procedures set name = 'khác' where code = '9.000033'`.execute(tx)
    })
    await expect(work).rejects.toThrow('synchronisation only')
  })
})

describe.skipIf(!hasCatalogue)('the real catalogue (skipped where ../shared is not there)', () => {
  test('R-005: 5,670 procedures come in, 502 in full, every conflict told with code, field and values', async () => {
    const report = await importCatalogue(CATALOGUE)
    expect(report.read).toEqual({ listed: 5670, details: 502 })
    expect(report.counts).toMatchObject({ procedures: 5670, full: 502, leftOut: 0 })
    expect(report.counts.added + report.counts.changed + report.counts.unchanged).toBe(5670)
    for (const kind of [
      'fee-in-thousands',
      'limit-unit-other',
      'agency-missing',
      'case-differs-from-channel',
      'code-twice',
    ]) {
      expect(report.conflictCounts[kind], kind).toBeGreaterThan(0)
    }
    const fee = report.conflicts.find(({ kind }) => kind === 'fee-in-thousands')
    expect(fee).toMatchObject({ code: '2.001610', value: '100' })
    expect(fee?.against).toContain('100.000 đồng')

    const again = await importCatalogue(CATALOGUE)
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 5670 })
    expect(again.version).toBe(report.version)
    console.log(`imported in ${report.milliseconds} ms, compared again in ${again.milliseconds} ms`)
  }, 60_000)
})
