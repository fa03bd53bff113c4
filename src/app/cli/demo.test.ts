import { sql } from 'kysely'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { projectPath } from '#platform/config/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { createTestApp } from '#platform/http/testing.ts'
import { findAgencyByCode } from '#rooms/agencies/index.ts'
import { dossierRoutes, verifyLog } from '#rooms/dossiers/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { installService } from '#rooms/procedures/index.ts'
import { deskRoutes } from '#rooms/processing/index.ts'
import { resultRoutes } from '#rooms/results/index.ts'
import { loadDossiers } from '../demo-load/load.ts'
import { readPackage } from '../service-packages/index.ts'
import { demoCommand } from './demo.ts'

useTestDatabase()
useTestFiles()
beforeAll(async () => {
  for (const code of ['1.004873', '2.000635']) {
    const service = await readPackage(projectPath('services', code))
    await transaction(1, (tx) => installService(tx, 1, service))
  }
})

async function run(...words: string[]): Promise<{ said: string; code: number }> {
  let said = ''
  const hear = (text: unknown) => {
    said += String(text)
    return true
  }
  const out = vi.spyOn(console, 'log').mockImplementation(hear)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  process.exitCode = 0
  try {
    await demoCommand.parseAsync(['load', ...words], { from: 'user' })
    return { said, code: Number(process.exitCode) }
  } finally {
    process.exitCode = 0
    out.mockRestore()
    err.mockRestore()
  }
}

const SEEN = `select
  (select count(*)::int from dossiers) as dossiers,
  (select count(*)::int from dossier_log) as entries,
  (select md5(string_agg(log_hash, '' order by id)) from dossiers) as heads,
  (select md5(string_agg(number, '' order by id)) from results) as numbers`

async function ask<T>(statement: string): Promise<T[]> {
  return read(1, async (tx) => (await sql.raw<T>(statement).execute(tx)).rows)
}

describe('motcua demo load', () => {
  test('every chain verifies, every code is gap-free, and a second run changes nothing', async () => {
    expect(await run('--dossiers', '3100')).toEqual({
      said: expect.stringContaining('3100 dossiers added at H99'),
      code: 0,
    })
    const verified = await read(1, (tx) => verifyLog(tx, 1))
    expect(verified).toMatchObject({ dossiers: 3100, broken: undefined })
    const gaps = await ask(`select unit_id, counted_on from code_counters c where last_number <> (
      select count(*) from receipts r where r.unit_id = c.unit_id and (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date = c.counted_on)`)
    expect(gaps).toEqual([])

    const before = await ask(SEEN)
    expect(await run('--dossiers', '3100')).toEqual({ said: expect.stringContaining('nothing to do'), code: 0 })
    expect(await ask(SEEN)).toEqual(before)
  })

  test('a run that was broken off goes on, and ends as if it had not been', async () => {
    const agency = await asInstallation((tx) => findAgencyByCode(tx, 'H99'))
    if (!agency) throw new Error('no demonstration')
    const stop = (done: number) => {
      if (done > 0) throw new Error('broken off')
    }
    await expect(loadDossiers({ agency, dossiers: 3100, seed: 2, onProgress: stop })).rejects.toThrow('broken off')
    const { added } = await loadDossiers({ agency, dossiers: 3100, seed: 2 })
    expect(added).toBeGreaterThan(0)
    expect(added).toBeLessThan(3100)
    const [seen] = await ask<{ dossiers: number }>(SEEN)
    expect(seen?.dossiers).toBe(6200)
  })

  test('a seed that was used for another number, and an agency without services, are refused in words', async () => {
    const other = await run('--dossiers', '5')
    expect(other).toEqual({ said: expect.stringContaining('seed 1 was used for 3100 dossiers'), code: 1 })
    const none = await run('--dossiers', '5', '--agency', 'G99')
    expect(none).toEqual({ said: expect.stringContaining('G99 has no service'), code: 1 })
    expect(await run('--dossiers', '5', '--agency', 'X1')).toEqual({ said: 'no agency X1\n', code: 1 })
  })

  test('a fifth is open, and what is finished is finished in every room', async () => {
    const [share] = await ask<{
      open: number
    }>(`select avg((status in ('submitted', 'processing', 'awaiting-supplement',
      'result-ready'))::int)::float as open from dossiers`)
    expect(share?.open).toBeGreaterThan(0.16)
    expect(share?.open).toBeLessThan(0.24)
    const [wrong] = await ask<Record<string, number>>(`select
      count(*) filter (where status = 'returned' and (p.finished_at is null or r.state is distinct from 'returned'))::int as unfinished,
      count(*) filter (where status = 'processing' and not exists (
        select from work_items w where w.dossier_id = d.id and w.done_at is null and not w.paused))::int as idle,
      count(*) filter (where greatest(submitted_at, received_at, processing_at, result_ready_at) > now())::int as future
      from dossiers d left join processes p on p.dossier_id = d.id left join results r on r.dossier_id = d.id`)
    expect(wrong).toEqual({ unfinished: 0, idle: 0, future: 0 })
    const papers = await ask<{ title: string; origin: string }>(
      `select distinct title, document ->> 'origin' as origin from results`,
    )
    expect(papers.length).toBeGreaterThan(1)
    for (const { title, origin } of papers) {
      expect(title).not.toMatch(/[{}]/)
      expect(origin).toMatch(/^https?:\/\/dichvucong\.tinhmau\.localhost/)
    }
  })

  test('officers see them: the queue, the workspace, the register, and the paper', async () => {
    const site = await createTestApp([dossierRoutes, deskRoutes, resultRoutes])
    const viewer = await anOfficer('lo-thi-mau')
    const queue = await site.get('/desk?view=all', { viewer })
    const code = /\/desk\/dossiers\/(H99\.12-[\d-]+)/.exec(queue.body)?.[1]
    const workspace = await site.get(`/desk/dossiers/${code}`, { viewer })
    expect([queue.statusCode, workspace.statusCode]).toEqual([200, 200])
    expect(workspace.body).toContain(code)

    const [done] = await ask<{ code: string; id: string; name: string }>(`select d.code, r.id, d.owner->>'name' as name
      from dossiers d join results r on r.dossier_id = d.id
      where d.status = 'returned' and d.competent_unit_id = (select id from units where code = 'H99.12') order by d.id desc limit 1`)
    const finished = await site.get(`/desk/dossiers/${done?.code}`, { viewer })
    expect(finished.body).toContain(done?.name)
    const file = await site.get(`/desk/results/${done?.id}/file`, { viewer })
    expect(file.headers['content-type']).toBe('application/pdf')
    await site.app.close()
  })
})
