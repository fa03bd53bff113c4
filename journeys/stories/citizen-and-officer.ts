import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decide, findDossier, receive, reloadUntil, takeWork } from '../desk-work.ts'
import { downloadResult, fetchAs } from '../fetching.ts'
import { type Answers, exampleAnswers, fillForm, mainButton, PHOTO, send } from '../filling.ts'
import { isOwn } from '../mode.ts'
import { hasOutsideJudge, judge, wordsOf } from '../outside-judge.ts'
import { checkPage, follow, shoot, textOf, visit } from '../page-checks.ts'
import { signInOfficer } from '../people.ts'
import { letterTo } from '../sandbox-calls.ts'
import type { Visitor, World } from '../world.ts'
import { filingElsewhere, toldBack } from './born-elsewhere.ts'

const PROCEDURE = '1.004873'
const CITIZEN = { who: 'vang-thi-my', name: 'Vàng Thị Mỷ', email: 'vang-thi-my@nguoidan.example' }
const ANSWERS: Answers = {
  ...exampleAnswers(PROCEDURE, '01-single-to-marry'),
  hadBefore: true,
  stillHas: true,
  priorOn: '2026-03-10',
  priorPhoto: PHOTO,
}
const PATIENCE = 240_000

/** What the story carries from one chapter to the next. */
interface Told {
  citizen: Visitor
  stranger: Visitor
  desk: Visitor
  caseOfficer: Visitor
  approver: Visitor
  temporary: string
  code: string
  /** Its code at the national portal, when it was born there. */
  ref: string
  result: Buffer
}

/** The citizen at home: finds, fills in with a mistake, mends it, sends. */
function filing(world: () => World, told: Told): void {
  test('R-052: a mistake is said at the field and above, and nothing typed is lost', {
    timeout: PATIENCE,
  }, async () => {
    const { citizen } = told
    const { page } = citizen
    const meet = async (step: string) => {
      await checkPage(world(), citizen)
      if (step !== 'purpose') return
      await page.locator('input[name=purpose][value=marriage]').check()
      await page.locator('input[name=partnerName]').fill('Lường Văn Thử')
      await page.locator('input[name="partnerBornOn-day"]').fill('31')
      await page.locator('input[name="partnerBornOn-month"]').fill('2')
      await page.locator('input[name="partnerBornOn-year"]').fill('2062')
      await follow(mainButton(page))
      expect(await page.title()).toMatch(/^Lỗi/)
      await checkPage(world(), citizen)
      const links = page.locator('.summary-err a')
      expect(await links.count()).toBeGreaterThan(1)
      for (const target of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
        expect(await page.locator(`[id="${target?.slice(1)}"]`).count(), `the field ${target}`).toBe(1)
      }
      expect(await page.locator('input[name=partnerName]').inputValue()).toBe('Lường Văn Thử')
      expect(await page.locator('input[name="partnerBornOn-year"]').inputValue()).toBe('2062')
      await shoot(citizen, 'form-error')
    }
    await fillForm(citizen, { procedure: PROCEDURE, who: CITIZEN.who, answers: ANSWERS, onStep: meet })
  })

  test('R-052: everything is shown again before it is sent', { timeout: PATIENCE }, async () => {
    const { citizen } = told
    await checkPage(world(), citizen)
    await shoot(citizen, 'check-answers')
    const text = await textOf(citizen)
    for (const said of ['Lường Văn Thử', '02/04/1996', PHOTO.name, 'Ủy ban nhân dân xã Mẫu An'])
      expect(text).toContain(said)

    await follow(mainButton(citizen.page))
    expect(await textOf(citizen, '.summary-err')).toContain('cam đoan')
    await checkPage(world(), citizen)
  })

  test('R-063: sent, it is confirmed with a code, and by letter', { timeout: PATIENCE }, async () => {
    const { citizen } = told
    told.temporary = await send(citizen)
    expect(told.temporary).toMatch(/^TN-\d{6}-\d{6}$/)
    expect(await textOf(citizen)).toContain(told.temporary)
    await checkPage(world(), citizen)
    await shoot(citizen, 'confirmation')
    const letter = await letterTo(world(), CITIZEN.email, 'Đã nộp hồ sơ', told.temporary)
    expect(letter.text).toContain(`/my/dossiers/${told.temporary}`)
  })
}

/** However it was filed, its temporary code tells where it stands. */
function temporaryCode(world: () => World, told: Told): void {
  test('R-037: before it is received, its temporary code can be looked up', { timeout: PATIENCE }, async () => {
    const { stranger } = told
    await visit(stranger, '/track')
    await stranger.page.locator('main input[name=code]').fill(told.temporary)
    await follow(stranger.page.locator('main form button').first())
    await checkPage(world(), stranger)
    expect(await textOf(stranger)).toContain(told.temporary)
  })
}

/** The one-stop desk takes the dossier in. */
function receiving(world: () => World, told: Told): void {
  test('R-226: an officer proves two things about themself', { timeout: PATIENCE }, async () => {
    const { desk } = told
    await signInOfficer(desk, 'tran-van-thu')
    await checkPage(world(), desk)
  })

  test('R-028: the queue shows the dossier, and not how it came', { timeout: PATIENCE }, async () => {
    const { desk } = told
    await visit(desk, '/desk?view=intake')
    const text = await textOf(desk)
    expect(text).toContain(told.temporary)
    expect(text).not.toMatch(/trực tuyến|trên mạng|online/i)
    await checkPage(world(), desk)
    await findDossier(desk, told.temporary)
    await checkPage(world(), desk)
    await visit(desk, `/desk/dossiers/${told.temporary}/receive`)
    await checkPage(world(), desk)
  })

  test('R-067: received, it has a code, a slip and a due date', { timeout: PATIENCE }, async () => {
    const { desk } = told
    told.code = await receive(desk, told.temporary)
    expect(told.code).toMatch(/^H99\.12-\d{6}-\d{4}$/)
    await checkPage(world(), desk)
    await shoot(desk, 'receipt')
    const letter = await letterTo(world(), CITIZEN.email, 'Đã tiếp nhận hồ sơ', told.code)
    expect(letter.text).toMatch(/Hẹn trả kết quả/)
  })

  test.skipIf(!hasOutsideJudge)('R-071: the slip prints as a PDF with the same words', async () => {
    const slip = await fetchAs(told.desk, `/dossiers/${told.code}/receipt.pdf`)
    expect(slip.status).toBe(200)
    expect(slip.headers['content-type']).toBe('application/pdf')
    const words = await wordsOf(slip.bytes)
    for (const said of [told.code, CITIZEN.name, 'TIẾP NHẬN']) expect(words).toContain(said)
  })
}

/** Those who examine, decide and sign. */
function deciding(world: () => World, told: Told): void {
  test('R-100: the case officer takes the work and proposes', { timeout: PATIENCE }, async () => {
    const { caseOfficer } = told
    await signInOfficer(caseOfficer, 'lo-thi-mau')
    await visit(caseOfficer, '/desk?view=free')
    await reloadUntil(caseOfficer, told.code)
    await checkPage(world(), caseOfficer)
    await shoot(caseOfficer, 'queue')
    await takeWork(caseOfficer, told.code)
    await checkPage(world(), caseOfficer)
    await shoot(caseOfficer, 'workspace')
    await decide(caseOfficer, 'propose', 'Đã đối chiếu sổ hộ tịch: chưa đăng ký kết hôn.')
    await checkPage(world(), caseOfficer)
    expect(await textOf(caseOfficer)).toContain('Đã đối chiếu sổ hộ tịch')
  })

  test('R-108: the approver reads the opinion and approves', { timeout: PATIENCE }, async () => {
    const { approver } = told
    await signInOfficer(approver, 'nguyen-van-vi')
    await takeWork(approver, told.code)
    expect(await textOf(approver)).toContain('Đã đối chiếu sổ hộ tịch')
    await checkPage(world(), approver)
    await decide(approver, 'approve')
    await checkPage(world(), approver)
  })

  test('the signature comes from the gateway, and the dossier has its result', { timeout: PATIENCE }, async () => {
    await findDossier(told.approver, told.code)
    await reloadUntil(told.approver, /Đã có kết quả|Trả kết quả/)
    await checkPage(world(), told.approver)
    await letterTo(world(), CITIZEN.email, 'Đã có kết quả hồ sơ', told.code)
  })
}

/** The result in the person's hands, and in a stranger's. */
function result(world: () => World, told: Told): void {
  test('R-037: a stranger with the code sees stages and dates, and nobody’s name', { timeout: PATIENCE }, async () => {
    const { stranger } = told
    await visit(stranger, `/track/${told.code}`)
    await checkPage(world(), stranger)
    await shoot(stranger, 'track')
    const text = await textOf(stranger, 'body')
    expect(text).toContain(told.code)
    for (const secret of [CITIZEN.name, 'Lường Văn Thử', 'Lò Thị Mẩu', 'hôn nhân', '000000000002']) {
      expect(text).not.toContain(secret)
    }
  })

  test('R-154: the citizen downloads exactly the bytes that were signed', { timeout: PATIENCE }, async () => {
    const { citizen } = told
    await visit(citizen, `/my/dossiers/${told.code}`)
    await checkPage(world(), citizen)
    await shoot(citizen, 'my-dossier')
    const file = await downloadResult(citizen, told.code)
    expect(file.status).toBe(200)
    expect(file.headers['content-disposition']).toMatch(/^attachment/)
    told.result = file.bytes
    expect((await fetchAs(told.stranger, file.path)).status).toBe(303)
  })

  test.skipIf(!hasOutsideJudge)('R-152: an outside judge finds the signature valid and its root trusted', async () => {
    const words = await wordsOf(told.result)
    for (const said of [CITIZEN.name, 'Lường Văn Thử', 'Chưa đăng ký kết hôn với ai']) expect(words).toContain(said)
    const verdict = await judge(world(), told.result)
    expect(verdict).toContain('Signature is Valid')
    expect(verdict).toContain('Certificate is Trusted')
    expect(await judge(world(), changed(told.result))).not.toContain('Signature is Valid')
  })

  test('R-121: anyone can have the file checked; one byte changed, and it is broken', {
    timeout: PATIENCE,
  }, async () => {
    const { stranger } = told
    const upload = async (bytes: Buffer) => {
      await visit(stranger, '/verify')
      await stranger.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: bytes })
      await follow(mainOf(stranger))
      await checkPage(world(), stranger)
      return textOf(stranger)
    }
    expect(await upload(told.result)).toContain('Chữ ký số hợp lệ')
    await shoot(stranger, 'verify-genuine')
    expect(await upload(changed(told.result))).toContain('Văn bản đã bị sửa sau khi ký')
    await shoot(stranger, 'verify-broken')
  })

  test('R-117: the desk hands the result over, and the dossier ends', { timeout: PATIENCE }, async () => {
    const { desk, stranger } = told
    await takeWork(desk, told.code)
    await checkPage(world(), desk)
    await decide(desk, 'returned')
    await checkPage(world(), desk)
    await letterTo(world(), CITIZEN.email, 'Đã trả kết quả hồ sơ', told.code)
    await visit(stranger, `/track/${told.code}`)
    await checkPage(world(), stranger)
    await visit(told.citizen, '/my')
    await checkPage(world(), told.citizen)
    await visit(desk, '/desk/register')
    await checkPage(world(), desk)
    expect(await textOf(desk)).toContain(told.code)
  })
}

const mainOf = ({ page }: Visitor) => page.locator('main form[enctype] button.btn').first()

/** The same file with one bit of its text turned. */
function changed(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf)
  const at = Math.floor(copy.indexOf('/ByteRange') / 2)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

export function citizenAndOfficerStory(world: () => World): void {
  describe('a citizen and the officers, without script, at 320 px', () => {
    const told = { temporary: 'not-sent', code: 'not-received', ref: 'not-born-there', result: Buffer.alloc(0) } as Told
    beforeAll(async () => {
      const [citizen, stranger, desk] = [await world().arrive(), await world().arrive(), await world().arrive()]
      Object.assign(told, {
        citizen,
        stranger,
        desk,
        caseOfficer: await world().arrive(),
        approver: await world().arrive(),
      })
    })
    afterAll(async () => {
      for (const one of [told.citizen, told.stranger, told.desk, told.caseOfficer, told.approver]) await one?.leave()
    })
    if (isOwn(PROCEDURE)) filing(world, told)
    else {
      const said = ['Lường Văn Thử', '02/04/1996']
      filingElsewhere(world, told, { procedure: PROCEDURE, who: CITIZEN.who, answers: ANSWERS, said })
    }
    temporaryCode(world, told)
    receiving(world, told)
    deciding(world, told)
    result(world, told)
    if (!isOwn(PROCEDURE)) toldBack(world, told, ['2', '9', '10'])
  })
}
