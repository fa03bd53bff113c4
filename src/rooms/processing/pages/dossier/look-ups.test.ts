import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { type Dossier, refOf } from '#rooms/dossiers/index.ts'
import { sampleService } from '#rooms/dossiers/testing.ts'
import { connect, exchangeJobs, listLookups, lookUpComponents } from '#rooms/exchange/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { aDossierAt, installOffice, officeOfMauAn } from '../../testing.ts'
import { deskRoutes } from '../desk.route.tsx'

useTestDatabase()
let site: TestApp
let office: Record<'desk' | 'caseOfficer' | 'chair', Officer>
/** The population database as the contract describes it: what it says of where somebody lives, or that it is down. */
let registry: Server
let says = { down: false, residence: '', name: '' }
let asked: string[] = []

const citizen = () => `<n:CongDan><n:SoDinhDanh>000198000012</n:SoDinhDanh><n:HoVaTen>${says.name}</n:HoVaTen>
  <n:GioiTinh>2</n:GioiTinh><n:ThuongTru><n:ChiTiet>${says.residence}</n:ChiTiet></n:ThuongTru></n:CongDan>`
const envelope = () => `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
  <n:TraCuuThongTinCongDanResponse xmlns:n="http://dancuquocgia.bca"><n:CongdanCollection>${citizen()}</n:CongdanCollection>
  </n:TraCuuThongTinCongDanResponse></S:Body></S:Envelope>`

beforeAll(async () => {
  registry = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push(body)
    response.writeHead(says.down ? 502 : 200, { 'content-type': 'text/xml' }).end(says.down ? '' : envelope())
  })
  await new Promise<void>((resolve) => registry.listen(0, resolve))
  const settings = { url: `http://localhost:${(registry.address() as AddressInfo).port}`, officerCode: 'HT-01' }
  await installOffice()
  office = await officeOfMauAn()
  site = await createTestApp([deskRoutes])
  await transaction(1, (tx) =>
    connect(tx, {
      ...{ agencyId: 1, destination: 'population', since: new Date(), contractVersion: '1', perMinute: 60, settings },
    }),
  )
  await asInstallation((tx) =>
    tx
      .insertInto('registry_questions')
      .values({
        ...{ procedure_code: sampleService.service.code, component: 'old-paper', registry: 'population' },
        keys: JSON.stringify({ born: '=1998-02-01' }),
        ...{ basis: 'Luật Mẫu, Điều 7', in_force_from: '2025-07-01', in_force_to: null },
      })
      .execute(),
  )
})
beforeEach(() => {
  says = { down: false, residence: 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu', name: 'Hà Thị Mẫu' }
  asked = []
})
afterAll(() => {
  registry.close()
})

const pathOf = (dossier: Dossier) => `/desk/dossiers/${refOf(dossier)}`

async function panel(dossier: Dossier, { viewer = office.caseOfficer, host = 'dichvucong.tinhmau.localhost' } = {}) {
  const page = await site.get(pathOf(dossier), { viewer, host })
  expect(page.statusCode).toBe(200)
  return page.body.split('id="look-ups"')[1]?.split('</section>')[0] ?? ''
}

const again = (dossier: Dossier, viewer: Officer, reason: string) =>
  site.post(`${pathOf(dossier)}/look-ups/old-paper`, { 'why-old-paper': reason }, { viewer })

describe('what registries said, on the officer’s page', () => {
  test('R-127, R-128: a paper whose data is on record need not be asked for, with its legal basis and its evidence', async () => {
    const dossier = await aDossierAt('appraise')
    expect(await panel(dossier)).toContain('Chưa hỏi')
    await lookUpComponents(1, dossier.id)
    const shown = await panel(dossier)
    expect(shown).toContain('Giấy đã cấp trước đây')
    expect(shown).toContain('Không yêu cầu nộp giấy này: Cơ sở dữ liệu quốc gia về dân cư đã có dữ liệu.')
    expect(shown).toContain('Căn cứ: Luật Mẫu, Điều 7; Nghị định 224/2026/NĐ-CP, Điều 18 khoản 4.')
    expect(shown).toMatch(/Hỏi lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}, thao tác TraCuuThongTinCongDan/)
    expect(shown).toContain('Giống nhau')
    expect(shown).not.toContain('Khác nhau')
    const order = ['Họ và tên', 'Số định danh', 'Giới tính', 'Nơi thường trú'].map((label) => shown.indexOf(label))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    const english = await panel(dossier, { host: 'e-services.sampleprovince.localhost' })
    expect(english).toContain('Do not ask for this paper: the National Population Database has the data.')
  })

  test('R-129: what differs is said in words, and what the officer may then ask', async () => {
    const moved = await aDossierAt('appraise')
    says.residence = 'Bản Pá Mẫu, xã Mẫu Sơn, tỉnh Mẫu'
    await lookUpComponents(1, moved.id)
    const shown = await panel(moved)
    expect(shown).toContain('Đã có, khác tờ khai')
    expect(shown).toContain('Bản Pá Mẫu, xã Mẫu Sơn, tỉnh Mẫu')
    expect(shown).toMatch(/Bản Nà Mẫu, xã Mẫu An<[\s\S]*Khác nhau/)

    const other = await aDossierAt('appraise')
    says.name = 'Hà Thị Khác'
    await lookUpComponents(1, other.id)
    expect(await panel(other)).toContain('có mã số này nhưng của tên khác. Được yêu cầu bản chính')
    expect(await panel(other)).not.toContain('Không yêu cầu nộp')
  })

  test('R-236: a registry that is down is said plainly, blocks nothing, and is filled in later', async () => {
    const dossier = await aDossierAt('appraise')
    says.down = true
    await lookUpComponents(1, dossier.id)
    expect(await panel(dossier)).toContain('không trả lời lúc')
    expect(await panel(dossier)).toContain('hồ sơ vẫn giải quyết được')
    await exchangeJobs['exchange:fill-in']()
    says.down = false
    await exchangeJobs['exchange:fill-in']()
    const shown = await panel(dossier)
    expect(shown).toContain('Đã có dữ liệu')
    expect(shown).toContain('Chưa trả lời') // the questions in vain stay written down
    asked = []
    await exchangeJobs['exchange:fill-in']()
    await lookUpComponents(1, dossier.id)
    expect(asked).toEqual([])
  })
})

describe('looking again', () => {
  test('R-190: needs a reason, is audited, and is asked and kept in the officer’s name', async () => {
    const dossier = await aDossierAt('appraise')
    await lookUpComponents(1, dossier.id)
    const before = site.acts.length
    const silent = await again(dossier, office.caseOfficer, '  ')
    expect(silent.statusCode).toBe(422)
    expect(silent.body).toContain('href="#why-old-paper"')
    const answer = await again(dossier, office.caseOfficer, 'Công dân báo đã chuyển nhà')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${pathOf(dossier)}#look-up-old-paper`])
    expect(site.acts.slice(before)).toEqual(['registry.asked', 'registry.asked'])
    expect(asked.at(-1)).toContain(`MaCanBo>${office.caseOfficer.officerId}<`)
    const [kept] = await read(1, (tx) => listLookups(tx, dossier.id))
    expect(kept).toMatchObject({ officerId: office.caseOfficer.officerId, reason: 'Công dân báo đã chuyển nhà' })
    expect(await panel(dossier)).toContain('Lò Thị Mẩu hỏi: Công dân báo đã chuyển nhà')
  })

  test('R-190: is for those who examine the dossier, while it is open, about what a registry stands for', async () => {
    const dossier = await aDossierAt('appraise')
    expect((await again(dossier, office.desk, 'Xem')).statusCode).toBe(403)
    expect(await panel(dossier, { viewer: office.desk })).not.toContain('why-old-paper')
    expect((await again(dossier, await anOfficer('ly-van-xet'), 'Xem')).statusCode).toBe(404)
    const unknown = await site.post(
      `${pathOf(dossier)}/look-ups/declaration`,
      { 'why-declaration': 'Xem' },
      { viewer: office.caseOfficer },
    )
    expect(unknown.statusCode).toBe(404)
    const ended = await aDossierAt('return-result')
    expect((await again(ended, office.caseOfficer, 'Xem')).statusCode).toBe(403)
    expect(asked).toEqual([])
  })
})
