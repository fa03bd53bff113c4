import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aMailServer } from '#platform/mail/testing.ts'
import { installSample, sampleService } from '#rooms/dossiers/testing.ts'
import { demonstrationOfficerId } from '#rooms/identity/index.ts'
import { aCitizen, anOfficer } from '#rooms/identity/testing.ts'
import { everyMorning } from '../commands/remind.ts'
import { questionRoutes } from '../index.ts'
import { sendCode, tellAsker } from './commands/letters.ts'
import { answeredQuestions } from './commands/publish.ts'
import { timedQuestions } from './commands/timed.ts'
import { listQuestions } from './store/questions.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const MINISTRY = 'dichvucong.bomau.localhost'
const { code } = sampleService.service

let site: TestApp
let mail: Awaited<ReturnType<typeof aMailServer>>
let desk: Officer
let caseOfficer: Officer
beforeAll(async () => {
  await installSample()
  mail = await aMailServer()
  site = await createTestApp([questionRoutes])
  desk = await anOfficer('cu-a-giam')
  caseOfficer = await anOfficer('vi-van-ho')
})
afterEach(() => {
  setClock()
  mail.letters.length = 0
})
afterAll(() => mail.close())

const HOSTILE = `<script>alert('x')</script> Đăng ký khai sinh cho cháu muộn 3 năm thì có bị phạt không?`

const newest = async (agencyId = 1) =>
  read(agencyId, async (tx) => {
    const all = [...(await listQuestions(tx, 'open')), ...(await listQuestions(tx, 'held'))]
    return all.sort((one, other) => Number(other.askedAt) - Number(one.askedAt))[0]
  })

async function askedBy(viewer: Awaited<ReturnType<typeof aCitizen>>, body: string, more: Record<string, string> = {}) {
  const sent = await site.post('/questions/ask', { body, seen: 'yes', ...more }, { viewer })
  expect(sent.statusCode).toBe(303)
  const question = await newest()
  if (!question) throw new Error('nothing was asked')
  return { question, path: String(sent.headers.location).split('?')[0] ?? '' }
}

/** The code of the proof under an address, as the letter says it. */
async function codeFrom(path: string, email: string) {
  const { proofIdOf } = await import('../commands/prove-email.ts')
  const id = proofIdOf(1, path.split('/').at(-1) ?? '') ?? ''
  await sendCode({ agencyId: 1, id })
  const letter = mail.letters.findLast(({ to }) => to === email)
  return /\b\d{6}\b/.exec(letter?.text.split('\n\n').slice(1).join(' ') ?? '')?.[0] ?? ''
}

test('R-169: whoever has not signed in proves an address by a code, and follows the question by a secret link', async () => {
  const form = (await site.get(`/questions/ask?procedure=${code}`)).body
  expect(form).toContain('Câu hỏi về: Giấy xác nhận mẫu')
  expect((await site.get('/questions/ask', { host: ENGLISH })).body).toContain('Ask a question')
  const bad = await site.post('/questions/ask', { body: 'Hở', email: 'khong-phai' })
  expect(bad.statusCode).toBe(422)
  expect(bad.body).toContain('ít nhất 10 chữ cái')
  expect(bad.body).toContain('ten@noigui.vn')

  const typed = { body: HOSTILE, name: 'Hà Thị Mẫu', email: 'ha.mau@example.vn', procedure: code }
  const sent = await site.post('/questions/ask', typed)
  const confirm = String(sent.headers.location)
  expect(confirm).toMatch(/^\/questions\/confirm\//)
  expect(await newest()).toBeUndefined()
  const number = await codeFrom(confirm, 'ha.mau@example.vn')
  expect(number).toHaveLength(6)
  expect((await site.post(confirm, { code: number === '000000' ? '000001' : '000000' })).body).toContain('Mã chưa đúng')
  const confirmed = await site.post(confirm, { code: `${number.slice(0, 3)} ${number.slice(3)}` })
  const mine = String(confirmed.headers.location)
  // Pressed twice, it is asked once.
  expect((await site.post(confirm, { code: number })).headers.location).toMatch(/^\/questions\/mine\//)
  expect(await read(1, (tx) => listQuestions(tx, 'open'))).toHaveLength(1)

  const page = (await site.get(mine)).body
  expect(page).toContain('Đã nhận câu hỏi')
  expect(page).toContain('15 ngày làm việc')
  expect(page).not.toContain('<script>alert')
  expect(page).toContain('&lt;script>alert')
  const elsewhere = mine.split('?')[0] ?? ''
  expect((await site.get(elsewhere, { host: MINISTRY })).statusCode).toBe(404)
  expect((await site.get(`${elsewhere.slice(0, -3)}abc`)).statusCode).toBe(404)
  expect((await site.get(confirm, { host: MINISTRY })).statusCode).toBe(200)
})

test('R-169: assigned, drafted, answered within 15 working days, and told in the language it was asked in', async () => {
  setClock(() => new Date('2026-12-01T03:00:00Z'))
  const viewer = await aCitizen({ name: 'Phan Văn Thử', email: 'thu@example.vn' })
  const sent = await site.post(
    '/questions/ask',
    { body: 'How long does the sample certificate take?', procedure: code, seen: 'yes' },
    { viewer, host: ENGLISH },
  )
  const mine = String(sent.headers.location)
  const question = await newest()
  // Fifteen working days after Tuesday 1 December 2026, the day itself not counted.
  expect(question?.dueOn).toBe('2026-12-22')
  const path = `/desk/questions/${question?.id}`

  expect((await site.get('/desk/questions', { viewer: desk })).body).toContain('How long does the sample')
  expect((await site.get(path, { viewer: caseOfficer })).statusCode).toBe(404)
  expect((await site.post(`${path}/assignment`, { officer: '' }, { viewer: desk })).statusCode).toBe(422)
  await site.post(`${path}/assignment`, { officer: caseOfficer.officerId }, { viewer: desk })
  expect((await site.get('/desk/questions?view=mine', { viewer: caseOfficer })).body).toContain('How long does')
  await site.post(`${path}/answer`, { answer: 'Three working', do: 'draft' }, { viewer: caseOfficer })
  expect((await site.get(path, { viewer: caseOfficer })).body).toContain('Three working')
  expect((await site.get(mine, { host: ENGLISH })).body).not.toContain('Three working')
  await site.post(`${path}/answer`, { answer: 'Three working days.', do: 'send' }, { viewer: caseOfficer })

  await tellAsker({ agencyId: 1, id: question?.id ?? '', what: 'answered' })
  expect(mail.letters[0]).toMatchObject({ to: 'thu@example.vn' })
  expect(mail.letters[0]?.text).toContain('This is our answer')
  expect(mail.letters[0]?.text).toContain('http://e-services.sampleprovince.localhost')
  expect((await site.get(mine, { host: ENGLISH })).body).toContain('Three working days.')
  expect((await site.get('/my/questions', { viewer })).body).toContain('Đã trả lời')
  expect((await site.get('/my/questions', { viewer: await aCitizen() })).body).toContain('Bạn chưa hỏi câu nào')
  const late = await site.post(`${path}/answer`, { answer: 'Again', do: 'send' }, { viewer: caseOfficer })
  expect(late.statusCode).toBe(409)
})

test('R-169: nothing personal is published: each mark is taken out or dismissed, one by one', async () => {
  const viewer = await aCitizen({ name: 'Lường Văn Mẫu' })
  const body = 'Tôi là Lường Văn Mẫu, số 099203001234, hỏi đổi thẻ căn cước cho mẹ già không đi được thì làm ở đâu?'
  const { question } = await askedBy(viewer, body)
  const path = `/desk/questions/${question.id}`
  const answer = 'Gọi 0200 000 001, xã cử người đến nhà chụp ảnh, thu vân tay.'
  expect((await site.get(`${path}/publication`, { viewer: desk })).statusCode).toBe(409)
  await site.post(`${path}/answer`, { answer, do: 'send' }, { viewer: desk })

  const form = (await site.get(`${path}/publication`, { viewer: desk })).body
  expect(form).toContain('>Lường Văn Mẫu</mark>')
  expect(form).toContain('>099203001234</mark>')
  expect(form).toContain('>0200 000 001</mark>')
  const publish = (fields: Record<string, string | string[]>, who = desk) =>
    site.post(`${path}/publication`, { do: 'publish', looked: 'yes', ...fields }, { viewer: who })
  const dismiss = ['Lường Văn Mẫu', '099203001234']
  const left = await publish({ question: body, answer, dismiss })
  expect(left.statusCode).toBe(422)
  expect(left.body).toContain('“0200 000 001” còn trong bản đăng')
  const clean = 'Đổi thẻ căn cước cho mẹ già không đi được thì làm ở đâu?'
  expect((await publish({ question: clean, answer, looked: 'no', dismiss: '0200 000 001' })).statusCode).toBe(422)
  expect((await publish({ question: clean, answer, dismiss: '0200 000 001' }, caseOfficer)).statusCode).toBe(403)
  expect((await site.get('/questions')).body).toContain('Chưa có câu trả lời nào được đăng')
  expect((await publish({ question: clean, answer, dismiss: '0200 000 001' })).statusCode).toBe(303)

  const list = (await site.get('/questions?q=doi+can+cuoc+me+gia')).body
  expect(list).toContain('Đổi thẻ căn cước cho mẹ già')
  const entry = /href="(\/questions\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const shown = (await site.get(entry)).body
  expect(shown).toContain('xã cử người đến nhà')
  for (const one of [list, shown]) expect(one).not.toMatch(/Lường|099203001234/)
  expect((await site.get(entry, { host: MINISTRY })).statusCode).toBe(404)
  expect((await site.get('/questions?q=doi+can+cuoc', { host: MINISTRY })).body).toContain('Chưa thấy câu nào')
  await site.post(`${path}/withdrawal`, {}, { viewer: desk })
  expect((await site.get(entry)).statusCode).toBe(404)
  await publish({ question: clean, answer, dismiss: '0200 000 001' })
})

test('R-169: what has been answered is shown before it is asked again, and on the page of the procedure', async () => {
  const viewer = await aCitizen()
  const like = 'me gia khong di duoc, doi the can cuoc o dau'
  const check = await site.post('/questions/ask', { body: like }, { viewer })
  expect(check.statusCode).toBe(200)
  expect(check.body).toContain('Câu này có thể đã có câu trả lời')
  expect(check.body).toContain('xã cử người đến nhà')
  expect((await site.post('/questions/ask', { body: like, seen: 'yes' }, { viewer })).statusCode).toBe(303)
  const typing = await site.get(`/questions/similar?q=${encodeURIComponent(like)}`)
  expect(typing.json()).toMatchObject([{ question: expect.stringContaining('mẹ già') }])
  expect(await read(1, (tx) => answeredQuestions(tx, code, { language: 'vi' }))).toEqual([])
})

test('who sends too much, or fills in what nobody sees, waits on a list; nobody is refused', async () => {
  const viewer = await aCitizen()
  const trapped = await askedBy(viewer, 'Mua hàng giá rẻ ở trang này nhé mọi người ơi', {
    website: 'http://spam.example',
  })
  expect(trapped.question.heldBecause).toBe('trap')
  expect((await site.get(trapped.path)).body).toContain('danh sách chờ')
  for (let count = 0; count < 5; count += 1) await askedBy(viewer, `Câu hỏi thứ ${count} của cùng một người hỏi nhiều`)
  expect((await newest())?.heldBecause).toBe('many')
  expect((await site.get('/desk/questions?view=held', { viewer: desk })).body).toContain('Mua hàng giá rẻ')
  expect((await site.get('/desk/questions', { viewer: desk })).body).not.toContain('Mua hàng giá rẻ')
  const path = `/desk/questions/${trapped.question.id}`
  await site.post(`${path}/release`, {}, { viewer: desk })
  expect((await site.get('/desk/questions', { viewer: desk })).body).toContain('Mua hàng giá rẻ')
  await site.post(`${path}/set-aside`, { reason: 'Đây là quảng cáo.' }, { viewer: desk })
  expect((await site.get(trapped.path)).body).toContain('Đây là quảng cáo.')
})

test('so many codes and no more are sent to one address, and the page says when the next may be', async () => {
  const ask = () =>
    site.post('/questions/ask', { body: 'Một câu hỏi đủ dài để gửi đi', email: 'day@example.vn', seen: 'yes' })
  for (let count = 0; count < 3; count += 1) expect((await ask()).statusCode).toBe(303)
  const fourth = await ask()
  expect(fourth.statusCode).toBe(422)
  expect(fourth.body).toContain('Một giờ nữa')
  expect(fourth.body).toContain('Một câu hỏi đủ dài để gửi đi')
})

test('R-169: who has it is reminded, and who stands above is told when it is late; each once', async () => {
  setClock(() => new Date('2027-01-04T03:00:00Z'))
  const { question } = await askedBy(await aCitizen(), 'Câu hỏi để nhắc việc trả lời đúng hạn')
  const path = `/desk/questions/${question.id}`
  await site.post(`${path}/assignment`, { officer: demonstrationOfficerId('vi-van-ho') }, { viewer: desk })
  const remindedOn = async (day: string) => {
    setClock(() => new Date(`${day}T00:10:00Z`))
    mail.letters.length = 0
    // The other questions of this file are open too, and nobody is to be told of them here.
    await everyMorning([async (tx, id) => (await timedQuestions(tx, id)).filter((one) => one.aboutId === question.id)])
    return mail.letters.filter(({ text }) => text.includes(question.id)).map(({ to }) => to)
  }
  expect(question.dueOn).toBe('2027-01-25')
  expect(await remindedOn('2027-01-15')).toEqual([])
  expect(await remindedOn('2027-01-18')).toEqual(['vi-van-ho@tinhmau.example'])
  expect(await remindedOn('2027-01-18')).toEqual([])
  expect((await remindedOn('2027-01-26')).sort()).toEqual(['cu-a-giam@tinhmau.example', 'vi-van-ho@tinhmau.example'])
})

test('an administrator answers nobody, and the ministry sees nothing of the province', async () => {
  const administrator = await anOfficer('quan-tri-tinh')
  expect((await site.get('/desk/questions', { viewer: administrator })).statusCode).toBe(403)
  const question = await newest()
  const ministry = await anOfficer('pham-thi-bo')
  const there = { viewer: ministry, host: MINISTRY }
  expect((await site.get(`/desk/questions/${question?.id}`, there)).statusCode).toBe(404)
  expect((await site.get('/desk/questions', there)).body).toContain('Không có câu hỏi nào ở đây')
})
