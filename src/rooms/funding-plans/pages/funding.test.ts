import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { getPlan, putLine } from '../store/plans.ts'
import { demoOfficer, lineFields } from '../testing.ts'
import { ENGLISH, HERE, idOf, linesOf, on, stateOf, trainingFields, useFundingSite } from './testing.ts'

const { database, people, get, post, see, go, refused, draft, sign, signAndSend } = useFundingSite()

describe('the plan of a commune, from draft to publication', () => {
  let path: string
  let id: string

  test('R-201: the wrong level of the budget is refused with its article', async () => {
    const fields = { unit: DEMO.units.mauAn, year: '2027', level: 'central', from: 'empty' }
    const body = await refused(`${HERE}/new`, fields, people.drafter)
    expect(body).toContain('NĐ 42/2022, Đ20 k1 a')
    expect(body).toContain('href="#level"')
  })

  test('R-200: wrong sums are refused at the field with both figures; adding up saves nothing', async () => {
    const fields = { unit: DEMO.units.mauAn, year: '2027', level: 'commune', from: 'empty' }
    path = await go(`${HERE}/new`, fields, people.drafter)
    id = idOf(path)
    const wrong = lineFields({ stateBudget: '99.999.999' })
    const body = await refused(`${path}/lines/new`, wrong, people.drafter)
    expect(body).toContain('Phải là 100.000.000 đồng, đang là 99.999.999 đồng.')
    expect(body).toContain('id="stateBudget-error"')
    expect(body).toContain('value="99.999.999"')
    const empty = { 'quarter-1': '', 'quarter-2': '', 'quarter-3': '', 'quarter-4': '' }
    const summed = await post(`${path}/lines/new`, { ...wrong, ...empty, do: 'compute' }, people.drafter)
    expect(summed.statusCode).toBe(200)
    expect(summed.body).toContain('còn thiếu 1 đồng')
    expect(summed.body).toMatch(/name="quarter-4"[^>]*value="25000000"/)
    expect(await linesOf(id)).toEqual([])
  })

  test('R-204: a hired service that upgrades what is owned is refused', async () => {
    const body = await refused(`${path}/lines/new`, lineFields({ upgradesOwned: 'yes' }), people.drafter)
    expect(body).toContain('NĐ 224/2026, Đ36 k4')
  })

  test('R-202: a plan without training does not leave the draft', async () => {
    await go(`${path}/lines/new`, lineFields(), people.drafter)
    const body = await refused(`${path}/steps/submit`, {}, people.drafter)
    expect(body).toContain('Chưa có dòng bồi dưỡng cán bộ')
    await go(`${path}/lines/new`, trainingFields, people.drafter)
    expect(await see(path, people.drafter)).toContain('130.000.030')
  })

  test('R-199: appraised by another, signed by the head, sent: each by its person, in its turn', async () => {
    const may = async (step: string, viewer: Officer) =>
      (await post(`${path}/steps/${step}`, { [`words-${step}`]: 'x' }, viewer)).statusCode
    expect(await may('ask-signature', people.chair)).toBe(409)
    await go(`${path}/steps/submit`, {}, people.drafter)
    expect(await may('appraise', people.drafter)).toBe(403)
    const [line] = await linesOf(id)
    expect((await post(`${path}/lines/${line?.id}`, lineFields(), people.drafter)).statusCode).toBe(409)
    expect(await refused(`${path}/steps/appraise`, { 'words-appraise': '' }, people.above)).toContain(
      'words-appraise-error',
    )
    await go(`${path}/steps/appraise`, { 'words-appraise': 'Đúng mức giá' }, people.above)
    await go(`${path}/steps/ask-signature`, {}, people.chair)
    expect(await stateOf(id)).toEqual(['signing'])
  })

  test('R-207: the signed PDF is what an outside judge accepts', async () => {
    await sign(path)
    expect(await stateOf(id)).toEqual(['signed'])
    const { statusCode, rawPayload } = await get(`${path}/signed/1.pdf`, people.above)
    expect(statusCode).toBe(200)
    const file = join(tmpdir(), `funding-${id}.pdf`)
    writeFileSync(file, rawPayload)
    const { stdout, error } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
    if (!error) expect(stdout).toContain('Signature Validation: Signature is Valid.')
  })

  test('R-199: after the signature nobody changes it, and whoever did it in the database is found out', async () => {
    const { versions } = await read(1, (tx) => getPlan(tx, id))
    const [version] = versions
    const [line] = version?.lines ?? []
    if (!version || !line) throw new Error('no line')
    const change = transaction(1, (tx) =>
      putLine(tx, { agencyId: 1, versionId: version.id }, { ...line, name: 'Khác' }),
    )
    await expect(change).rejects.toThrow(/changes only while it is a draft/)
    const force = (name: string) =>
      asOwner(
        database(),
        `begin; set local motcua.agency = '1'; alter table funding_lines disable trigger keep_lines;
         update funding_lines set line = jsonb_set(line, '{name}', '"${name}"') where line_id = '${line.id}';
         alter table funding_lines enable trigger keep_lines; commit`,
      )
    expect(await see(path, people.drafter)).not.toContain('không còn khớp với bản đã ký')
    await force('Tên khác')
    expect(await see(path, people.drafter)).toContain('không còn khớp với bản đã ký')
    await force(line.name)
    expect(await see(path, people.drafter)).not.toContain('không còn khớp với bản đã ký')
  })

  test('R-206, R-211: the body above sees who is late, and all that was sent as one sum', async () => {
    on('2026-06-05')
    await go(`${path}/steps/send`, { 'words-send': 'Sở Tài chính, 45/TTr-UBND' }, people.drafter)
    const other = await draft(DEMO.units.mauSon, people.otherDrafter)
    on('2026-06-11')
    const late = await see(`${HERE}?year=2027`, people.above)
    expect(late).toMatch(/Mẫu Sơn.*?Quá hạn, chưa gửi/s)
    expect(late).toMatch(/Mẫu An.*?Đã gửi 05\/06\/2026/s)
    setClock()
    await signAndSend(other, { drafter: people.otherDrafter, chair: people.otherChair }, '2026-06-20')
    const both = await see(`${HERE}?year=2027`, people.above)
    expect(both).toContain('Gửi muộn, ngày 20/06/2026')
    // 2 × 130.000.030 asked; by source 2 × 120.000.000 from the budget and 2 × 10.000.030 kept.
    for (const figure of ['260.000.060', '240.000.000', '20.000.060']) expect(both).toContain(figure)
    expect(await see(`${HERE}?year=2027`, people.otherDrafter)).not.toContain('Mẫu An')
  })

  test('R-199: a question is answered before anything is given', async () => {
    await go(`${path}/steps/question`, { 'words-question': 'Vì sao 30 học viên?' }, people.above)
    expect(await see(path, people.drafter)).toContain('Vì sao 30 học viên?')
    await go(`${path}/steps/explain`, { 'words-explain': 'Có 30 công chức một cửa.' }, people.drafter)
    expect(await stateOf(id)).toEqual(['sent'])
  })

  test('R-208: less is given than was asked, with the reason, and the gap is shown', async () => {
    const [portal, training] = await linesOf(id)
    const fields = {
      ...{ decision: '88/QĐ-UBND', 'decidedOn-day': '20', 'decidedOn-month': '12', 'decidedOn-year': '2026' },
      ...{ decidedBy: 'UBND tỉnh Mẫu', [`given-${portal?.id}`]: '90.000.000', [`given-${training?.id}`]: '30.000.030' },
    }
    expect(await refused(`${path}/allocation`, fields, people.above)).toContain(`note-${portal?.id}-error`)
    expect((await post(`${path}/allocation`, fields, people.drafter)).statusCode).toBe(409)
    await go(`${path}/allocation`, { ...fields, [`note-${portal?.id}`]: 'Cân đối ngân sách' }, people.above)
    const page = await see(path, people.drafter)
    for (const figure of ['120.000.030', '90.000.000', '10.000.000']) expect(page).toContain(figure)
  })

  test('R-209: a quarter never spends beyond what was given', async () => {
    const [portal] = await linesOf(id)
    const over = await refused(`${path}/quarters/1`, { [`spent-${portal?.id}`]: '90.000.001' }, people.drafter)
    expect(over).toContain('Nhiều hơn số được giao.')
    await go(`${path}/quarters/1`, { [`spent-${portal?.id}`]: '20.000.000' }, people.drafter)
  })

  test('R-199: an adjustment is another version; the one in force goes on, and both lie side by side', async () => {
    await go(`${path}/steps/adjust`, { 'words-adjust': 'Thêm quý phục vụ Tết' }, people.drafter)
    const [portal] = await linesOf(id)
    const dearer = { unitPrice: '24.000.000', stateBudget: '96.000.000' }
    const quarters = Object.fromEntries([1, 2, 3, 4].map((quarter) => [`quarter-${quarter}`, '24.000.000']))
    await go(`${path}/lines/${portal?.id}`, lineFields({ ...dearer, ...quarters }), people.drafter)
    await go(`${path}/quarters/2`, { [`spent-${portal?.id}`]: '22.500.000' }, people.drafter)
    expect(await stateOf(id)).toEqual(['allocated', 'draft'])
    const compared = await see(`${path}/comparison?from=1&to=2`, people.above)
    expect(compared).toContain('−4.000.000')
    await signAndSend(path, people, '2027-07-01')
    const training = (await linesOf(id))[1]
    await go(
      `${path}/allocation`,
      {
        ...{ decision: '12/QĐ-UBND', 'decidedOn-day': '5', 'decidedOn-month': '7', 'decidedOn-year': '2027' },
        ...{
          decidedBy: 'UBND tỉnh Mẫu',
          [`given-${portal?.id}`]: '96.000.000',
          [`given-${training?.id}`]: '30.000.030',
        },
      },
      people.above,
    )
    expect(await stateOf(id)).toEqual(['replaced', 'allocated'])
  })

  test('R-209: a task that was accepted is told of within twenty days; one that was not shows', async () => {
    const [portal, training] = await linesOf(id)
    const day = (name: string, text: string) => {
      const [number = '', month = '', year = ''] = text.split('/')
      return { [`${name}-day`]: number, [`${name}-month`]: month, [`${name}-year`]: year }
    }
    const early = { line: training?.id ?? '', ...day('acceptedOn', '12/8/2026'), ...day('informedOn', '11/8/2026') }
    expect(await refused(`${path}/completions`, early, people.drafter)).toContain('informedOn-error')
    await go(`${path}/completions`, { ...early, ...day('informedOn', '20/8/2026') }, people.drafter)
    await go(`${path}/completions`, { line: portal?.id ?? '', ...day('acceptedOn', '1/9/2026') }, people.drafter)
    on('2026-09-22')
    const page = await see(`${path}/completions`, people.drafter)
    expect(page.match(/Quá hạn/g)).toHaveLength(1)
  })

  test('R-209, R-210: quarters, settlement, and what the public sees of it, as it was that day', async () => {
    const [portal, training] = await linesOf(id)
    expect((await get('/funding')).body).toContain('Chưa có số liệu nào được công khai.')
    const spent = (own: string, other = '0') => ({ [`spent-${portal?.id}`]: own, [`spent-${training?.id}`]: other })
    await go(`${path}/quarters/3`, spent('22.500.000', '30.000.030'), people.drafter)
    await go(`${path}/quarters/4`, spent('24.000.000'), people.drafter)
    const settled = { [`settled-${portal?.id}`]: '89.000.000', [`settled-${training?.id}`]: '30.000.030' }
    const wrong = await refused(`${path}/settlement`, { ...settled, [`settled-${portal?.id}`]: '1' }, people.chair)
    expect(wrong).toContain('TT 26/2026/TT-BTC, Đ19')
    await go(`${path}/settlement`, { ...settled, [`carried-${portal?.id}`]: '600.000' }, people.chair)
    for (const what of ['estimate', 'execution', 'settlement']) await go(`${path}/publications`, { what }, people.chair)

    // Given 126.000.030, settled 119.000.030, carried over 600.000, cancelled 6.400.000.
    const shown = (await get('/funding')).body
    for (const figure of ['126.000.030', '119.000.030', '600.000', '6.400.000', '94,4 %'])
      expect(shown).toContain(figure)
    expect(shown).not.toContain('Lò Thị')
    const english = (await get('/funding', undefined, ENGLISH)).body
    expect(english).toContain('Carried over')
    expect(english).toContain('94.4 %')
  })

  test('R-213: every change is in the history, with who and what', async () => {
    const page = await see(path, people.above)
    for (const words of ['Lập kế hoạch', 'Thêm nhiệm vụ chi', 'Đúng mức giá', '88/QĐ-UBND', 'Đã ký số', 'Lò Thị Mẩu']) {
      expect(page).toContain(words)
    }
  })

  test('a plan for the next year begins with this one, each number with its source', async () => {
    const fields = { unit: DEMO.units.mauAn, year: '2028', level: 'commune', from: 'last-year' }
    const next = await go(`${HERE}/new`, fields, people.drafter)
    const [first] = await linesOf(idOf(next))
    const page = await see(`${next}/lines/${first?.id}`, people.drafter)
    expect(page).toContain('89.000.000 đồng: số đã chi của cùng nhiệm vụ này, bản 2')
    expect((await post(`${HERE}/new`, fields, people.drafter)).statusCode).toBe(409)
  })

  test('another agency has never heard of it', async () => {
    const stranger = await demoOfficer('quan-tri-bo', 2)
    const host = 'dichvucong.bomau.localhost'
    expect((await get(path, stranger, host)).statusCode).toBe(404)
    expect((await get('/funding', undefined, host)).body).not.toContain('126.000.030')
  })

  test('every page speaks English as well', async () => {
    for (const page of [HERE, path, `${HERE}/new`, `${path}/comparison?from=1&to=2`, `${path}/reports/B4`]) {
      const body = await see(page, page.endsWith('new') ? people.drafter : people.above, ENGLISH)
      expect(body).toContain('<html lang="en"')
    }
    expect(await see(path, people.above, ENGLISH)).toContain('Funding plan for 2027')
  })

  test('R-207: B1 to B5 are taken in three formats', async () => {
    for (const file of ['B1.xlsx', 'B3.docx', 'B5.pdf']) {
      const { statusCode, headers } = await get(`${path}/reports/${file}`, people.above)
      expect(statusCode).toBe(200)
      expect(headers['content-disposition']).toContain(`filename="${file.slice(0, 2)}-H99.12-2027`)
    }
  })
})

test('R-206: the body above sets its own day, with the document it stands on', async () => {
  const day = { 'on-day': '25', 'on-month': '6', 'on-year': '2026' }
  expect(await refused(`${HERE}/deadlines`, { year: '2027', ...day, basis: '' }, people.keeper)).toContain(
    'basis-error',
  )
  await go(`${HERE}/deadlines`, { year: '2027', ...day, basis: '15/HD-STC' }, people.keeper)
  const page = await see(`${HERE}?year=2027`, people.keeper)
  expect(page).toContain('25/06/2026')
  expect(page).toContain('15/HD-STC')
  const forbidden = await post(`${HERE}/deadlines`, { year: '2027', ...day, basis: 'x' }, people.drafter)
  expect(forbidden.statusCode).toBe(403)
})
