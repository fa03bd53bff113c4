import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Officer, Viewer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aMailServer } from '#platform/mail/testing.ts'
import { aCitizen, anOfficer } from '#rooms/identity/testing.ts'
import { everyMorning } from '../commands/remind.ts'
import { petitionRoutes } from '../index.ts'
import { tellSender, timedExplanations, timedPetitions } from './commands/letters.ts'
import { rateHandling } from './commands/publish.ts'
import { listOpenPetitions } from './store/petitions.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const MINISTRY = 'dichvucong.bomau.localhost'

let site: TestApp
let mail: Awaited<ReturnType<typeof aMailServer>>
let supervisor: Officer
let desk: Officer
let concerned: Officer
let chair: Officer
beforeAll(async () => {
  mail = await aMailServer()
  site = await createTestApp([petitionRoutes])
  supervisor = await anOfficer('cu-a-giam')
  desk = await anOfficer('dang-thi-quay')
  concerned = await anOfficer('tran-van-thu')
  chair = await anOfficer('nguyen-van-vi')
})
afterEach(() => {
  setClock()
  mail.letters.length = 0
})
afterAll(() => mail.close())

const FIELDS = {
  subject: 'procedure',
  content: 'Bộ phận một cửa xã Mẫu An đóng cửa lúc 15 giờ thứ Sáu, tôi phải về không.',
  name: 'Lường Văn Phản',
  address: 'Bản Nà Mẫu, xã Mẫu An',
  phone: '0912 345 678',
  email: 'phan@example.vn',
}

async function sent(fields: Partial<typeof FIELDS> = {}, viewer?: Viewer) {
  const answer = await site.post('/petitions/new', { ...FIELDS, ...fields }, viewer ? { viewer } : {})
  expect(answer.statusCode).toBe(303)
  const path = String(answer.headers.location).split('?')[0] ?? ''
  const body = (await site.get(`${path}?sent=yes`)).body
  const [, number = '', year = ''] = /(\d+)\/(\d{4})-PAKN/.exec(body) ?? []
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(body)?.[0] ?? ''
  const open = await read(1, listOpenPetitions)
  const id = open.find((one) => one.number === Number(number) && one.year === Number(year))?.id ?? ''
  return { path, number, year, code, id, at: `/desk/petitions/${id}` }
}

test('R-166: sent without signing in, registered, and followed by link or by number and code', async () => {
  expect((await site.get('/petitions/new', { host: ENGLISH })).body).toContain('You are protected')
  const bad = await site.post('/petitions/new', { ...FIELDS, content: 'Ngắn', phone: '', email: '' })
  expect(bad.statusCode).toBe(422)
  expect(bad.body).toContain('Ít nhất 20 chữ cái')
  expect(bad.body).toContain('Lường Văn Phản')

  const hostile = await sent({
    content: '<img src=x onerror=alert(1)> Cổng chạy chậm vào buổi tối, tải mãi không xong.',
  })
  const page = (await site.get(hostile.path)).body
  expect(page).toContain('&lt;img src=x')
  expect(page).not.toContain('<img src=x')
  expect(page).toContain('Đã vào sổ')
  const look = (code: string, host = 'dichvucong.tinhmau.localhost') =>
    site.post('/petitions/track', { number: `${hostile.number}/${hostile.year}`, code }, { host })
  const found = await look(hostile.code.toLowerCase().replace('-', ' '))
  expect(found.statusCode).toBe(303)
  expect((await site.get(String(found.headers.location))).body).toContain('Cổng chạy chậm')
  expect((await look('2222-2222')).body).toContain('Số và mã không khớp')
  expect((await look(hostile.code, MINISTRY)).statusCode).toBe(422)
  expect((await site.get(hostile.path, { host: MINISTRY })).statusCode).toBe(404)

  // An address that nobody has proven gets neither the matter nor a link that opens it.
  await tellSender({ agencyId: 1, id: hostile.id, what: 'registered' })
  expect(mail.letters[0]?.to).toBe('phan@example.vn')
  expect(mail.letters[0]?.text).toContain('/petitions/track')
  expect(mail.letters[0]?.text).not.toMatch(/petitions\/mine|Cổng chạy chậm/)
})

test('R-166: numbers have no gap, also when many come at once', async () => {
  const before = Number((await sent()).number)
  const all = await Promise.all(Array.from({ length: 4 }, () => sent()))
  const numbers = all.map(({ number }) => Number(number)).sort((one, other) => one - other)
  expect(numbers).toEqual([1, 2, 3, 4].map((step) => before + step))
})

test('R-166: an officer writes down what is said at the counter, and hands over number and code', async () => {
  const at = '/desk/petitions/new'
  expect((await site.get(at, { viewer: concerned })).statusCode).toBe(200)
  expect((await site.get(at, { viewer: await anOfficer('vi-van-ho') })).statusCode).toBe(403)
  expect((await site.post(at, { ...FIELDS, way: '' }, { viewer: concerned })).body).toContain('Chọn một cách')
  const taken = await site.post(at, { ...FIELDS, email: '', way: 'phone' }, { viewer: concerned })
  const slip = (await site.get(String(taken.headers.location), { viewer: concerned })).body
  expect(slip).toMatch(/\d+\/\d{4}-PAKN/)
  expect(slip).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/)
  const id = String(taken.headers.location).split('/')[3]
  expect((await site.get(`/desk/petitions/${id}`, { viewer: concerned })).statusCode).toBe(404)
  expect((await site.get(`/desk/petitions/${id}`, { viewer: desk })).body).toContain('Qua điện thoại')
})

test('R-167: of another body it is sent on within five working days; a refusal names its article', async () => {
  setClock(() => new Date('2026-12-01T03:00:00Z'))
  const one = await sent()
  const other = await sent({ name: 'Người Khác Mẫu' })
  const [petition] = (await read(1, listOpenPetitions)).filter(({ id }) => id === one.id)
  expect(petition).toMatchObject({ forwardByOn: '2026-12-08', dueOn: '2026-12-15' })
  const list = (await site.get('/desk/petitions', { viewer: desk })).body
  expect(list).toContain(`href="${one.at}"`)
  expect(list).not.toContain('Lường Văn Phản')
  expect((await site.post(`${one.at}/forwarding`, { body: '' }, { viewer: desk })).statusCode).toBe(422)
  await site.post(
    `${one.at}/forwarding`,
    { body: 'Công an tỉnh Mẫu', note: 'Việc này do công an trả lời.' },
    { viewer: desk },
  )
  expect((await site.get(one.path)).body).toContain('Công an tỉnh Mẫu')
  const words = 'Không rõ việc gì, ở đâu.'
  const refusal = { ground: 'unclear', law: 'Nghị định 20/2008/NĐ-CP, Điều 7', words }
  expect((await site.post(`${other.at}/refusal`, { ...refusal, law: '' }, { viewer: desk })).statusCode).toBe(422)
  await site.post(`${other.at}/refusal`, refusal, { viewer: desk })
  const shown = (await site.get(other.path)).body
  expect(shown).toContain('Nghị định 20/2008/NĐ-CP, Điều 7')
  expect(shown).toContain(words)
  expect((await site.post(`${other.at}/refusal`, refusal, { viewer: desk })).statusCode).toBe(409)
})

test('R-168: handled, answered, rated once, and published without a name', async () => {
  const viewer = await aCitizen({ name: 'Lường Văn Phản', email: 'phan@example.vn' })
  const one = await sent({}, viewer)
  const caseOfficer = await anOfficer('vi-van-ho')
  expect((await site.get(one.at, { viewer: caseOfficer })).statusCode).toBe(404)
  await site.post(`${one.at}/assignment`, { officer: caseOfficer.officerId }, { viewer: desk })
  expect((await site.get('/desk/petitions?view=mine', { viewer: caseOfficer })).body).toContain(one.at)
  expect((await site.post(`${one.path}/rating`, { mark: '1' })).headers.location).toBe(one.path)
  const result = 'Đã nhắc xã mở cửa đủ giờ. Ông Lường Văn Phản gọi 0912 345 678 đã được báo.'
  await site.post(`${one.at}/result`, { result }, { viewer: caseOfficer })
  const mine = (await site.get(one.path)).body
  expect(mine).toContain('Đã nhắc xã mở cửa đủ giờ')
  expect((await site.get('/my/petitions', { viewer })).body).toContain('Đã có kết quả')
  await tellSender({ agencyId: 1, id: one.id, what: 'answered' })
  expect(mail.letters.at(-1)?.text).toContain('/petitions/mine/')

  expect((await site.post(`${one.path}/rating`, {})).statusCode).toBe(422)
  expect((await site.post(`${one.path}/rating`, { mark: '5' })).headers.location).toContain('thanks')
  expect(await rateHandling(1, one.path.split('/').at(-1) ?? '', 1)).toBe(false)
  expect((await site.get(one.at, { viewer: desk })).body).not.toContain('Rất hài lòng')

  const to = `${one.at}/publication`
  const publish = (fields: Record<string, string | string[]>) =>
    site.post(to, { do: 'publish', looked: 'yes', ...fields }, { viewer: desk })
  expect((await site.get(to, { viewer: caseOfficer })).statusCode).toBe(403)
  const left = await publish({ content: FIELDS.content, result })
  expect(left.statusCode).toBe(422)
  expect(left.body).toContain('“Lường Văn Phản” còn trong bản đăng')
  expect((await site.get('/petitions')).body).toContain('Chưa có kết quả nào được đăng')
  await publish({ content: FIELDS.content, result: 'Đã nhắc xã mở cửa đủ giờ.' })
  const list = (await site.get('/petitions?q=mot+cua+dong+cua')).body
  const entry = /href="(\/petitions\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const shown = (await site.get(entry)).body
  expect(shown).toContain('Đã nhắc xã mở cửa đủ giờ.')
  for (const page of [list, shown]) expect(page).not.toMatch(/Lường|0912|Nà Mẫu|phan@/)
  expect(entry).not.toContain(one.id)
  expect((await site.get(entry, { host: MINISTRY })).statusCode).toBe(404)
  expect((await site.get('/petitions', { host: ENGLISH })).body).toContain('without names')
})

test('R-170: the officer explains, their superior decides, and neither is told who complained', async () => {
  const one = await sent({
    subject: 'officer',
    content: 'Anh Thu ở quầy xã Mẫu An nói nặng lời với tôi hôm 20/11 khi tôi hỏi.',
  })
  // Complaints about officers are not read at the desk where officers sit.
  expect((await site.get(one.at, { viewer: desk })).statusCode).toBe(404)
  expect((await site.get('/desk/petitions', { viewer: desk })).body).not.toContain(one.at)
  expect((await site.get(one.at, { viewer: supervisor })).body).toContain('Lường Văn Phản')

  const ask = (fields: Record<string, string | string[]>) =>
    site.post(
      `${one.at}/explanation`,
      { do: 'publish', looked: 'yes', officer: concerned.officerId, ...fields },
      { viewer: supervisor },
    )
  const named = await ask({ matter: 'Ông Lường Văn Phản ở Bản Nà Mẫu, xã Mẫu An nói bị nặng lời ngày 20/11.' })
  expect(named.statusCode).toBe(422)
  expect(named.body).toContain('“Lường Văn Phản” còn trong bản đăng')
  expect(named.body).toContain('“Bản Nà Mẫu, xã Mẫu An” còn trong bản đăng')
  const asked = await ask({ matter: 'Ngày 20/11 có người nói bị nặng lời ở quầy khi hỏi thủ tục.' })
  expect(asked.statusCode).toBe(303)

  const list = (await site.get('/desk/explanations', { viewer: concerned })).body
  const at = /href="(\/desk\/explanations\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const seen = (await site.get(at, { viewer: concerned })).body
  expect(seen).toContain('Ngày 20/11 có người nói')
  for (const page of [list, seen]) expect(page).not.toMatch(/Lường|0912|phan@|Nà Mẫu|PAKN/)
  expect((await site.get(one.at, { viewer: concerned })).statusCode).toBe(404)
  expect((await site.get(at, { viewer: desk })).statusCode).toBe(404)
  expect(
    (await site.post(`${at}/decision`, { decision: 'founded', words: 'Đúng.' }, { viewer: chair })).statusCode,
  ).toBe(409)
  expect(
    (await site.post(`${at}/decision`, { decision: 'founded', words: 'Đúng.' }, { viewer: concerned })).statusCode,
  ).toBe(404)
  expect((await site.post(`${at}/answer`, { explanation: '' }, { viewer: concerned })).statusCode).toBe(422)
  await site.post(
    `${at}/answer`,
    { explanation: 'Hôm đó đông người, tôi nói to, xin nhận lỗi.' },
    { viewer: concerned },
  )
  const judged = (await site.get(at, { viewer: chair })).body
  expect(judged).toContain('xin nhận lỗi')
  expect(judged).not.toMatch(/Lường|0912|phan@|Nà Mẫu/)
  await site.post(`${at}/decision`, { decision: 'partly', words: 'Đã nhắc nhở, phân thêm người.' }, { viewer: chair })
  expect((await site.post(`${at}/answer`, { explanation: 'Sửa lại' }, { viewer: concerned })).statusCode).toBe(409)

  expect(
    (await site.post(`${one.at}/assignment`, { officer: concerned.officerId }, { viewer: supervisor })).statusCode,
  ).toBe(403)
  await site.post(`${one.at}/result`, { result: 'Chúng tôi đã nhắc nhở cán bộ. Xin lỗi ông.' }, { viewer: supervisor })
  const mine = (await site.get(one.path)).body
  expect(mine).toContain('Đã nhắc nhở, phân thêm người.')
  expect(mine).toContain('Xin lỗi ông')
})

test('R-167: who has to act is reminded and whoever stands above is told; the officer concerned never is', async () => {
  setClock(() => new Date('2027-01-04T03:00:00Z'))
  const one = await sent({ name: 'Người Nhắc Mẫu' })
  const remindedOn = async (day: string) => {
    setClock(() => new Date(`${day}T00:10:00Z`))
    mail.letters.length = 0
    await everyMorning([async (tx, id) => (await timedPetitions(tx, id)).filter(({ aboutId }) => aboutId === one.id)])
    return mail.letters.map(({ to }) => to)
  }
  const front = ['cu-a-giam@tinhmau.example', 'dang-thi-quay@tinhmau.example']
  expect(await remindedOn('2027-01-06')).toEqual([])
  expect((await remindedOn('2027-01-07')).sort()).toEqual(front)
  expect(await remindedOn('2027-01-07')).toEqual([])
  expect((await remindedOn('2027-01-11')).sort()).toEqual(front)
  const asking = { do: 'publish', looked: 'yes', matter: 'Có người phản ánh phải đợi lâu ở quầy.' }
  await site.post(`${one.at}/explanation`, { ...asking, officer: desk.officerId }, { viewer: supervisor })
  expect(await remindedOn('2027-01-18')).toEqual(['cu-a-giam@tinhmau.example'])
  const [explanation] = await read(1, (tx) => timedExplanations(tx, 1))
  expect(explanation).toMatchObject({ assigneeId: desk.officerId, dueOn: '2027-01-14' })
})

test('who sends too much, or fills in what nobody sees, waits on a list; nobody is refused', async () => {
  const answer = await site.post('/petitions/new', { ...FIELDS, website: 'http://spam.example' })
  const page = (await site.get(String(answer.headers.location))).body
  expect(page).toContain('danh sách chờ')
  const held = (await site.get('/desk/petitions?view=held', { viewer: desk })).body
  const at = /href="(\/desk\/petitions\/[0-9a-f-]{36})"/.exec(held)?.[1] ?? ''
  await site.post(`${at}/release`, {}, { viewer: desk })
  expect((await site.get('/desk/petitions', { viewer: desk })).body).toContain(at)
})
