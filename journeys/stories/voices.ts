import { describe, expect, test } from 'vitest'
import { checkPage, follow, shoot, textOf, visit } from '../page-checks.ts'
import { signInOfficer } from '../people.ts'
import { letterTo } from '../sandbox-calls.ts'
import type { Manner, Visitor, World } from '../world.ts'

const PATIENCE = 180_000
const PROCEDURE = '1.004873'
const QUESTION = 'Giấy xác nhận độc thân dùng được mấy tháng? Tôi tên <b>Lầu Thị Thử</b>, số 0912 345 678.'
const ANSWER = 'Giấy xác nhận tình trạng hôn nhân dùng được 6 tháng kể từ ngày cấp.'
const EMAIL = 'lau-thi-thu@nguoidan.example'

/** What people ask, say, and find out about the agency. */
export function voicesStory(world: () => World): void {
  describe('what people ask and say', () => {
    const during = async (manner: Manner, tell: (visitor: Visitor) => Promise<void>): Promise<void> => {
      const visitor = await world().arrive(manner)
      try {
        await tell(visitor)
      } finally {
        await visitor.leave()
      }
    }
    const asked = { link: '' }

    test('R-169: a question is asked from the page of the procedure, with an address that is proven by a code', {
      timeout: PATIENCE,
    }, async () => {
      await during({}, async (visitor) => {
        const { page } = visitor
        await visit(visitor, `/procedures/${PROCEDURE}`)
        await follow(page.locator(`main a[href="/questions/ask?procedure=${PROCEDURE}"]`).first())
        await page.locator('[name=body]').fill('?')
        await page.locator('[name=email]').fill('khong-phai-thu')
        await follow(page.locator('main form#ask button').last())
        await checkPage(world(), visitor)
        await shoot(visitor, 'question-problem')
        expect(await page.locator('[name=email]').inputValue()).toBe('khong-phai-thu')

        await page.locator('[name=body]').fill(QUESTION)
        await page.locator('[name=email]').fill(EMAIL)
        await follow(page.locator('main form#ask button').last())
        await checkPage(world(), visitor)
        const letter = await letterTo(world(), EMAIL, 'mã')
        const code = /\b\d{6}\b/.exec(letter.text)?.[0] ?? ''
        await page.locator('[name=code]').fill(code)
        await follow(page.locator('main form button').last())
        expect(page.url()).toContain('/questions/mine/')
        asked.link = page.url()
        await checkPage(world(), visitor)
        await shoot(visitor, 'question-sent')
        expect(await textOf(visitor)).toContain('<b>Lầu Thị Thử</b>')
      })
    })

    test('R-169: it is answered, and published only without what says who asked', { timeout: PATIENCE }, async () => {
      await during({ width: 1280 }, async (officer) => {
        const { page } = officer
        await signInOfficer(officer, 'cu-a-giam', '/desk/questions')
        await checkPage(world(), officer)
        await shoot(officer, 'questions-desk')
        await follow(page.locator('main a[href^="/desk/questions/"]').filter({ hasText: 'mấy tháng' }).first())
        await checkPage(world(), officer)
        await page.locator('[name=answer]').fill(ANSWER)
        await follow(page.locator('button[name=do][value=send]'))
        await checkPage(world(), officer)
        await follow(page.locator('main a[href$="/publication"]'))
        await checkPage(world(), officer)
        await shoot(officer, 'question-publication')
        const publish = page.locator('main form button').filter({ hasText: 'Đăng công khai' })
        const iHaveRead = page.getByLabel('Tôi đã đọc hết')
        await iHaveRead.check()
        await follow(publish)
        expect(await textOf(officer)).toContain('0912 345 678')
        await page.locator('[name=question]').fill('Giấy xác nhận độc thân dùng được mấy tháng?')
        await iHaveRead.check()
        await follow(publish)
        await checkPage(world(), officer)
        await shoot(officer, 'question-answered')
      })
      await letterTo(world(), EMAIL, '6 tháng')
    })

    test('R-169: everybody finds it, in the list and on the page of the procedure, and nobody finds who asked', {
      timeout: PATIENCE,
    }, async () => {
      await during({}, async (visitor) => {
        await visit(visitor, '/questions?q=doc+than')
        await checkPage(world(), visitor)
        await shoot(visitor, 'questions')
        expect(await textOf(visitor)).toContain('dùng được mấy tháng')
        const shows = async () => {
          await visit(visitor, `/procedures/${PROCEDURE}`)
          return visitor.page.content()
        }
        await expect.poll(shows, { timeout: 20_000 }).toContain('dùng được mấy tháng')
        expect(await shows()).not.toMatch(/0912|Lầu Thị Thử/)
        await visit(visitor, asked.link)
        expect(await textOf(visitor)).toContain(ANSWER)
      })
    })
  })
}
