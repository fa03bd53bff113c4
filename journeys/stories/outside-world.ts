import { afterEach, describe, expect, test } from 'vitest'
import { decide, findDossier, receive, reloadUntil, takeWork } from '../desk-work.ts'
import { downloadResult } from '../fetching.ts'
import { exampleAnswers } from '../filling.ts'
import { isOwn } from '../mode.ts'
import { checkPage, follow, textOf, visit } from '../page-checks.ts'
import { signInHere, signInOfficer } from '../people.ts'
import { endTrouble, lettersTo, letterTo, makeTrouble } from '../sandbox-calls.ts'
import type { Visitor, World } from '../world.ts'
import { file, PATIENCE, PROCEDURE } from './filed.ts'

const ANSWERS = exampleAnswers(PROCEDURE, '01-single-to-marry')

async function withVisitors(
  world: World,
  number: number,
  tell: (...visitors: Visitor[]) => Promise<void>,
): Promise<void> {
  const visitors = await Promise.all(Array.from({ length: number }, () => world.arrive()))
  try {
    await tell(...visitors)
  } finally {
    for (const visitor of visitors) await visitor.leave()
  }
}

/** From filing to the desk of the approver. */
async function prepare(world: World, citizen: Visitor): Promise<string> {
  const temporary = await file(world, citizen, { who: 'vang-thi-my', answers: ANSWERS })
  let code = ''
  await withVisitors(world, 2, async (...[desk, caseOfficer]) => {
    if (!desk || !caseOfficer) return
    await signInOfficer(desk, 'tran-van-thu')
    code = await receive(desk, temporary)
    await signInOfficer(caseOfficer, 'lo-thi-mau')
    await visit(caseOfficer, '/desk?view=free')
    await reloadUntil(caseOfficer, code)
    await takeWork(caseOfficer, code)
    await decide(caseOfficer, 'propose', 'Đủ điều kiện.')
  })
  return code
}

function identity(world: () => World): void {
  test.skipIf(!isOwn(PROCEDURE)).each([
    ['does not answer', { kind: 'error500', path: '/token' }, 'VNeID đang bận'],
    ['hangs up', { kind: 'down', path: '/token' }, 'VNeID đang bận'],
    ['signs with another key', { kind: 'wrong-signature' }, 'không xác nhận được'],
    ['says no', { kind: 'refuse' }, 'Bạn đã hủy'],
  ] as const)(
    'when the identity provider %s, the page says so and the way back stays',
    { timeout: PATIENCE },
    async (_name, trouble, words) => {
      await withVisitors(world(), 1, async (...[citizen]) => {
        if (!citizen) return
        await visit(citizen, `/procedures/${PROCEDURE}/apply`)
        await makeTrouble(world(), { target: 'citizens', ...trouble })
        await signInHere(citizen, 'nguyen-thi-an')
        expect(await textOf(citizen)).toContain(words)
        await checkPage(world(), citizen)
        await endTrouble(world())
        await follow(citizen.page.locator('main .btns a, main a.btn').first())
        if (citizen.page.url().includes('/sign-in'))
          await follow(citizen.page.locator('main a[href*="/sign-in/start"]').first())
        const people = citizen.page.locator('button[name=account][value=nguyen-thi-an]')
        if ((await people.count()) > 0) await follow(people)
        expect(citizen.page.url()).toContain(`/procedures/${PROCEDURE}/apply/`)
      })
    },
  )
}

function mail(world: () => World): void {
  test('when the mail server puts us off, the letter comes later, once', { timeout: PATIENCE }, async () => {
    await withVisitors(world(), 1, async (...[citizen]) => {
      if (!citizen) return
      await makeTrouble(world(), { target: 'smtp', kind: 'error500', times: 1 })
      const code = await file(world(), citizen, { who: 'nong-thi-huyen', answers: ANSWERS })
      await letterTo(world(), 'nong-thi-huyen@nguoidan.example', 'Đã nộp hồ sơ', code)
      const letters = await lettersTo(world(), 'nong-thi-huyen@nguoidan.example')
      expect(letters.filter(({ subject }) => subject.includes(code))).toHaveLength(1)
    })
  })
}

function signing(world: () => World): void {
  test('a refused signature returns to the approver with the reason; a lost answer is asked for again', {
    timeout: PATIENCE,
  }, async () => {
    await withVisitors(world(), 2, async (...[citizen, approver]) => {
      if (!citizen || !approver) return
      const code = await prepare(world(), citizen)
      await signInOfficer(approver, 'nguyen-van-vi')
      await makeTrouble(world(), { target: 'signing', kind: 'refuse', times: 1 })
      await takeWork(approver, code)
      await decide(approver, 'approve')
      await reloadUntil(approver, /Nhận việc này|Việc của bạn/)
      await checkPage(world(), approver)
      expect(await textOf(approver)).toMatch(/[Tt]ừ chối ký|chưa ký được/i)

      await endTrouble(world())
      await makeTrouble(world(), { target: 'signing', kind: 'lost-answer', times: 1, path: '/requests' })
      await takeWork(approver, code)
      await decide(approver, 'approve')
      const { status } = await downloadResult(citizen, code)
      expect(status).toBe(200)
    })
  })

  test('a signature that does not verify is never issued', { timeout: PATIENCE }, async () => {
    await withVisitors(world(), 3, async (...[citizen, approver, stranger]) => {
      if (!citizen || !approver || !stranger) return
      const code = await prepare(world(), citizen)
      await signInOfficer(approver, 'nguyen-van-vi')
      await makeTrouble(world(), { target: 'signing', kind: 'wrong-signature', times: 1 })
      await takeWork(approver, code)
      await decide(approver, 'approve')
      // The gateway has decided; we ask at least once more before giving the paper back.
      await expect.poll(() => world().portal.said(), { timeout: 30_000 }).toContain('signature-wrong')
      await findDossier(approver, code)
      await checkPage(world(), approver)
      await visit(citizen, `/my/dossiers/${code}`)
      await checkPage(world(), citizen)
      expect(await citizen.page.locator('a[href^="/my/results/"]').count()).toBe(0)
      await visit(stranger, `/track/${code}`)
      expect(await textOf(stranger)).not.toMatch(/Đã có kết quả/)
    })
  })
}

export function outsideWorldStory(world: () => World): void {
  describe('when the outside world misbehaves', () => {
    afterEach(() => endTrouble(world()))
    identity(world)
    mail(world)
    signing(world)
  })
}
