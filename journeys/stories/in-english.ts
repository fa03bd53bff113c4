import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decide, receive, reloadUntil, takeWork } from '../desk-work.ts'
import { downloadResult } from '../fetching.ts'
import { exampleAnswers, fillPage } from '../filling.ts'
import { fillPageByKeyboard, pressByKeyboard, tabTo } from '../keyboard.ts'
import { isOwn } from '../mode.ts'
import { hasOutsideJudge, judge, wordsOf } from '../outside-judge.ts'
import { checkPage, follow, shoot, textOf, visit } from '../page-checks.ts'
import { signInOfficer } from '../people.ts'
import { letterTo } from '../sandbox-calls.ts'
import type { Visitor, World } from '../world.ts'
import { filingElsewhere, toldBack } from './born-elsewhere.ts'

const PROCEDURE = '2.000635'
const ANSWERS = { ...exampleAnswers(PROCEDURE, '01-own-birth-certificate'), delivery: 'electronic' }
const PATIENCE = 240_000
const DESK = { language: 'en', width: 1280, javaScript: true } as const

interface Told {
  citizen: Visitor
  temporary: string
  code: string
  /** Its code at the national portal, when it was born there. */
  ref: string
}

async function withOfficer(world: World, who: string, work: (officer: Visitor) => Promise<void>): Promise<void> {
  const officer = await world.arrive(DESK)
  try {
    await signInOfficer(officer, who)
    await work(officer)
  } finally {
    await officer.leave()
  }
}

function filing(world: () => World, told: Told): void {
  test('R-246: a whole application is filled in and sent without a mouse', { timeout: PATIENCE }, async () => {
    const { page } = told.citizen
    await visit(told.citizen, `/procedures/${PROCEDURE}`)
    await checkPage(world(), told.citizen)
    await pressByKeyboard(page, `main a[href="/procedures/${PROCEDURE}/apply"]`)
    await pressByKeyboard(page, 'main a[href*="/sign-in/start"]')
    await follow(page.locator('button[name=account][value=vang-thi-my]'))
    for (let step = 0; step < 20 && !page.url().includes('/apply/check'); step += 1) {
      await checkPage(world(), told.citizen)
      await fillPageByKeyboard(page, ANSWERS)
    }
    await checkPage(world(), told.citizen)
    await shoot(told.citizen, 'check-answers')
    await tabTo(page, 'input[name=declaration]')
    await page.keyboard.press('Space')
    await pressByKeyboard(page, 'main form .btns button')
    told.temporary = /\/dossiers\/([\w.-]+)\/submitted/.exec(page.url())?.[1] ?? page.url()
    expect(told.temporary).toMatch(/^TN-/)
    await checkPage(world(), told.citizen)
    await shoot(told.citizen, 'confirmation')
    await letterTo(world(), 'vang-thi-my@nguoidan.example', told.temporary, 'Application')
  })
}

function deciding(world: () => World, told: Told): void {
  test('the desk works in English too', { timeout: PATIENCE }, async () => {
    await withOfficer(world(), 'tran-van-thu', async (desk) => {
      await visit(desk, '/desk?view=intake')
      await checkPage(world(), desk)
      await shoot(desk, 'intake')
      told.code = await receive(desk, told.temporary)
      expect(told.code).toMatch(/^H99\.12-/)
      await checkPage(world(), desk)
    })
    await withOfficer(world(), 'lo-thi-mau', async (officer) => {
      await visit(officer, '/desk?view=free')
      await reloadUntil(officer, told.code)
      await checkPage(world(), officer)
      await shoot(officer, 'queue')
      await takeWork(officer, told.code)
      await checkPage(world(), officer)
      await shoot(officer, 'workspace')
      // What goes on the paper, where the step asks for it.
      await fillPage(officer.page, {
        registryNumber: '118/1998',
        registryOn: '1998-10-02',
        registryPlace: 'Ủy ban nhân dân xã Mẫu An, tỉnh Mẫu',
        registryContent: 'Mẹ: Vàng Thị Dính. Cha: Vàng A Pao.',
      })
      await decide(officer, 'propose', 'Found under 118/1998.')
      await checkPage(world(), officer)
    })
    await withOfficer(world(), 'nguyen-van-vi', async (approver) => {
      await takeWork(approver, told.code)
      await decide(approver, 'approve')
      await reloadUntil(approver, /Result ready|result/i)
      await checkPage(world(), approver)
    })
  })
}

export function inEnglishStory(world: () => World): void {
  describe('a citizen and the officers, in English, at a desk', () => {
    const told = { temporary: 'not-sent', code: 'not-received', ref: 'not-born-there' } as Told
    beforeAll(async () => {
      told.citizen = await world().arrive(DESK)
    })
    afterAll(() => told.citizen?.leave())

    if (isOwn(PROCEDURE)) filing(world, told)
    else filingElsewhere(world, told, { procedure: PROCEDURE, who: 'vang-thi-my', answers: ANSWERS, said: [] })
    deciding(world, told)

    test('the result is there, with what the register says', { timeout: PATIENCE }, async () => {
      const { citizen } = told
      expect((await downloadResult(citizen, told.code)).status).toBe(200)
      await checkPage(world(), citizen)
      await visit(citizen, `/track/${told.code}`)
      await checkPage(world(), citizen)
      await shoot(citizen, 'track')
      expect(await textOf(citizen)).toContain(told.code)
    })

    if (!isOwn(PROCEDURE)) toldBack(world, told, ['2', '9'])

    test.skipIf(!hasOutsideJudge)('R-152: an outside judge finds it valid, and its words complete', async () => {
      const { bytes } = await downloadResult(told.citizen, told.code)
      expect(await judge(world(), bytes)).toMatch(/Signature is Valid[\s\S]*Certificate is Trusted/)
      const words = await wordsOf(bytes)
      for (const said of ['Vàng Thị Mỷ', '118/1998', 'Vàng A Pao']) expect(words).toContain(said)
    })
  })
}
