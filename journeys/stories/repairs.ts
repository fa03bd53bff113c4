import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDossier, press, receive } from '../desk-work.ts'
import { fetchAs } from '../fetching.ts'
import { fillForm, fillPage, mainButton, PHOTO, send } from '../filling.ts'
import { isOwn } from '../mode.ts'
import { checkPage, follow, textOf, visit } from '../page-checks.ts'
import { signInHere, signInOfficer } from '../people.ts'
import { letterTo } from '../sandbox-calls.ts'
import { type World, withVisitors } from '../world.ts'
import { ANSWERS, file, PATIENCE, PROCEDURE } from './filed.ts'
import { strangers } from './strangers.ts'

/** What the desk may do besides taking a dossier in. */
function supplements(world: () => World): void {
  test('R-077: what is missing is asked for once, supplied, and the dossier goes on', {
    timeout: PATIENCE,
  }, async () => {
    await withVisitors(world(), [{}, {}] as const, async (citizen, desk) => {
      const code = await file(world(), citizen, { who: 'lo-van-pang' })
      await signInOfficer(desk, 'tran-van-thu')
      await findDossier(desk, code)
      await press(desk.page, 'Yêu cầu bổ sung')
      await checkPage(world(), desk)
      await follow(desk.page.locator('form[action$="/supplement-requests"] .btns button').first())
      expect(await textOf(desk, '.summary-err')).toContain('ít nhất một điểm')
      await fillPage(desk.page, { 'name-1': 'Giấy tờ về nơi ở', 'reason-1': 'Ảnh mờ. Anh chụp lại trang 2 là đủ.' })
      await follow(desk.page.locator('form[action$="/supplement-requests"] .btns button').first())
      await checkPage(world(), desk)

      await letterTo(world(), 'lo-van-pang@nguoidan.example', 'cần bạn bổ sung', code, 'Anh chụp lại trang 2')
      await visit(citizen, '/my')
      expect(await textOf(citizen)).toContain('Anh chụp lại trang 2')
      await checkPage(world(), citizen)
      await press(citizen.page, 'Bổ sung ngay')
      await checkPage(world(), citizen)
      await press(citizen.page, 'Gửi bổ sung')
      expect(await textOf(citizen, '.summary-err')).toContain('Điểm 1')
      await citizen.page.locator('input[name="file-1"]').setInputFiles(PHOTO)
      await citizen.page.locator('textarea[name="text-1"]').fill('Tôi gửi lại trang 2.')
      await press(citizen.page, 'Gửi bổ sung')
      await checkPage(world(), citizen)

      await receive(desk, code)
      await checkPage(world(), desk)
    })
  })

  test('R-065: a refusal says why, under which article, and what can be done', { timeout: PATIENCE }, async () => {
    await withVisitors(world(), [{}, {}] as const, async (citizen, desk) => {
      const code = await file(world(), citizen, { who: 'thach-so-phone' })
      await signInOfficer(desk, 'tran-van-thu')
      await findDossier(desk, code)
      await press(desk.page, 'Từ chối tiếp nhận')
      await checkPage(world(), desk)
      await follow(desk.page.locator('form[action$="/refusal"] .btns button').first())
      expect(await textOf(desk, '.summary-err')).toContain('lý do')
      await fillPage(desk.page, {
        reason: 'Anh thường trú ở tỉnh khác.',
        basis: 'Điều 21 khoản 1 Nghị định 123/2015/NĐ-CP',
        advice: 'Nộp tại Ủy ban nhân dân xã nơi anh thường trú.',
      })
      await follow(desk.page.locator('form[action$="/refusal"] .btns button').first())
      await checkPage(world(), desk)

      await letterTo(world(), 'thach-so-phone@nguoidan.example', 'Không tiếp nhận', code, 'Điều 21 khoản 1')
      await visit(citizen, `/my/dossiers/${code}`)
      await checkPage(world(), citizen)
      const text = await textOf(citizen)
      for (const said of ['tỉnh khác', 'Điều 21 khoản 1', 'xã nơi anh thường trú']) expect(text).toContain(said)
      expect((await fetchAs(citizen, `/dossiers/${code}/refusal.pdf`)).headers['content-type']).toBe('application/pdf')
    })
  })

  test('R-062: a person may withdraw, and is told what follows first', { timeout: PATIENCE }, async () => {
    await withVisitors(world(), [{}, {}] as const, async (citizen, desk) => {
      const temporary = await file(world(), citizen, { who: 'nong-thi-huyen' })
      await signInOfficer(desk, 'tran-van-thu')
      const code = await receive(desk, temporary)
      await visit(citizen, `/my/dossiers/${code}`)
      await press(citizen.page, 'Rút hồ sơ')
      await checkPage(world(), citizen)
      await follow(citizen.page.locator('form[action$="/withdrawal"] .btns button').first())
      await checkPage(world(), citizen)
      expect(await textOf(citizen)).toMatch(/đã rút/i)
      await letterTo(world(), 'nong-thi-huyen@nguoidan.example', 'Đã rút hồ sơ', code)
      await visit(citizen, `/track/${code}`)
      await checkPage(world(), citizen)
      await findDossier(desk, code)
      await checkPage(world(), desk)
      expect(await desk.page.locator('main button[name=action], main form[action$="/claim"]').count()).toBe(0)
    })
  })
}

const AGE =
  "update sessions set last_seen_at = now() - interval '31 minutes' where kind = 'citizen' and ended_at is null"

/** Things that go wrong on the way. */
function interruptions(world: () => World): void {
  test.each([
    ['a step of text', 'h-nguyet-nie-kdam', 'purpose', { purpose: 'marriage', partnerName: 'Lường Văn Thử' }],
    ['a step that may carry files', 'nguyen-thi-an', 'for-whom', { forWhom: 'other', ownerName: 'Ama Mẫu' }],
  ])(
    'R-054: when the session runs out in %s, nothing typed is lost',
    { timeout: PATIENCE },
    async (_name, who, at, typed) => {
      await withVisitors(world(), [{}] as const, async (citizen) => {
        const { page } = citizen
        const reached = new Error('reached')
        const stop = async (step: string) => {
          if (step === at) throw reached
        }
        const filling = fillForm(citizen, {
          procedure: PROCEDURE,
          who,
          answers: ANSWERS,
          onStep: stop,
        })
        await filling.catch((error) => {
          if (error !== reached) throw error
        })
        await fillPage(page, typed)
        await world().portal.database(AGE)
        await follow(mainButton(page))
        expect(page.url()).toContain('/sign-in')
        expect(await textOf(citizen)).toContain('Những gì bạn điền vẫn còn')
        await checkPage(world(), citizen)
        await signInHere(citizen, who)
        expect(page.url()).toContain(`/apply/${at}`)
        await checkPage(world(), citizen)
        for (const [name, value] of Object.entries(typed)) {
          const field = page.locator(`main [name="${name}"]`)
          const isChoice = (await field.first().getAttribute('type')) === 'radio'
          if (isChoice) expect(await page.locator(`main [name="${name}"]:checked`).getAttribute('value')).toBe(value)
          else expect(await field.inputValue()).toBe(value)
        }
      })
    },
  )

  test('R-053: sent twice at once and once more, it is one dossier', { timeout: PATIENCE }, async () => {
    await withVisitors(world(), [{}] as const, async (citizen) => {
      const { page } = citizen
      await fillForm(citizen, { procedure: PROCEDURE, who: 'ama-thuot', answers: ANSWERS })
      const fields = await page
        .locator('main form:has([name=declaration]) input')
        .evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value]))
      const post = () =>
        fetchAs(citizen, `/procedures/${PROCEDURE}/apply/check`, { method: 'POST', fields: Object.fromEntries(fields) })
      const answers = [...(await Promise.all([post(), post()])), await post()]
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
      expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
      await send(citizen)
      expect(new URL(page.url()).pathname).toBe(answers[0]?.headers.location)
      await visit(citizen, '/my')
      expect(
        await page
          .locator('main a[href^="/my/dossiers/TN-"]')
          .evaluateAll((all) => new Set(all.map((a) => a.getAttribute('href'))).size),
      ).toBe(1)
    })
  })

  test('R-060: a file of the wrong kind or size is refused in words, and the rest is kept', {
    timeout: PATIENCE,
  }, async () => {
    await withVisitors(world(), [{}] as const, async (citizen) => {
      const { page } = citizen
      const meet = async (step: string) => {
        if (step !== 'earlier-certificate') return
        const before = { hadBefore: true, stillHas: true, priorOn: '2026-03-10' }
        const wrong = { name: 'giấy.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ this is a program') }
        await fillPage(page, { ...before, priorPhoto: wrong })
        await follow(mainButton(page))
        await checkPage(world(), citizen)
        expect(await textOf(citizen, '.summary-err')).toContain('không phải PDF, JPG hoặc PNG')
        expect(await page.locator('input[name="priorOn-year"]').inputValue()).toBe('2026')

        // From the disk, as a person would: the browser does not take 21 MB by way of this test's words.
        const large = join(await mkdtemp(join(tmpdir(), 'motcua-large-')), 'lớn.png')
        await writeFile(large, Buffer.concat([PHOTO.buffer, Buffer.alloc(21 * 1_048_576)]))
        await page.locator('main input[type=file][name="priorPhoto"]').setInputFiles(large)
        await follow(mainButton(page))
        await checkPage(world(), citizen)
        expect(await textOf(citizen, '.summary-err')).toMatch(/lớn hơn mức 20 MB/)
        expect(await page.locator('input[name="priorOn-year"]').inputValue()).toBe('2026')
      }
      const answers = { ...ANSWERS, hadBefore: true, stillHas: true, priorOn: '2026-03-10', priorPhoto: PHOTO }
      await fillForm(citizen, { procedure: PROCEDURE, who: 'thach-so-phone', answers, onStep: meet })
      expect(await textOf(citizen)).toContain(PHOTO.name)
    })
  })
}

export function repairsStory(world: () => World): void {
  describe('repairs', () => {
    supplements(world)
    describe.skipIf(!isOwn(PROCEDURE))('while the form is filled in here', () => interruptions(world))
    strangers(world)
  })
}
