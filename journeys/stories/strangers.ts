import { expect, test } from 'vitest'
import { fetchAs } from '../fetching.ts'
import { type Answers, exampleAnswers, fillForm, fillPage, send } from '../filling.ts'
import { isOwn } from '../mode.ts'
import { checkPage, follow, textOf, visit } from '../page-checks.ts'
import { signInCitizen, signInOfficer } from '../people.ts'
import { type Visitor, type World, withVisitors } from '../world.ts'
import { file, PATIENCE, PROCEDURE } from './filed.ts'

const HOSTILE = `</script><script>document.body.dataset.pwned=1</script><img src=x onerror="document.body.dataset.pwned=1">"'{{7*7}}`

/** What comes from people who mean harm, or have no business there. */
export function strangers(world: () => World): void {
  test.skipIf(!isOwn(PROCEDURE))(
    'hostile text in every field is text on every page',
    { timeout: PATIENCE },
    async () => {
      const wild = { javaScript: true, width: 1280 } as const
      await withVisitors(world(), [wild, wild] as const, async (citizen, desk) => {
        const clean = async (visitor: Visitor, path?: string) => {
          if (path) await visit(visitor, path)
          await checkPage(world(), visitor)
          expect(await visitor.page.locator('body').getAttribute('data-pwned')).toBeNull()
          expect(await textOf(visitor, 'body')).not.toContain('49')
        }
        const answers: Answers = {
          ...exampleAnswers(PROCEDURE, '01-single-to-marry'),
          livedElsewhere: true,
          earlierPlaces: HOSTILE,
          partnerNationality: `<b>${HOSTILE}`.slice(0, 60),
          partnerResidence: HOSTILE,
          marriagePlace: HOSTILE,
          foreignMission: false,
          hadBefore: true,
          stillHas: false,
          lostReason: HOSTILE,
        }
        await fillForm(citizen, { procedure: PROCEDURE, who: 'vang-thi-my', answers, onStep: () => clean(citizen) })
        await clean(citizen)
        expect(await textOf(citizen)).toContain(HOSTILE)
        const code = await send(citizen)
        await clean(citizen)
        await clean(citizen, `/my/dossiers/${code}/application`)
        expect(await textOf(citizen)).toContain(HOSTILE)

        await signInOfficer(desk, 'tran-van-thu')
        await clean(desk, `/desk/dossiers/${code}`)
        expect(await textOf(desk)).toContain(HOSTILE)
        await clean(desk, `/desk/dossiers/${code}/supplement`)
        await fillPage(desk.page, { 'name-1': HOSTILE, 'reason-1': HOSTILE })
        await follow(desk.page.locator('form[action$="/supplement-requests"] .btns button').first())
        await clean(desk)
        expect((await fetchAs(desk, `/dossiers/${code}/supplement-requests/1.pdf`)).status).toBe(200)
        for (const path of [
          '/my',
          `/my/dossiers/${code}`,
          `/my/dossiers/${code}/supplement`,
          '/my/messages',
          `/track/${code}`,
        ]) {
          await clean(citizen, path)
        }
        await clean(citizen, `/procedures?q=${encodeURIComponent(HOSTILE)}`)
        await visit(citizen, `/track?code=${encodeURIComponent(HOSTILE)}`, 422)
        await clean(citizen)
      })
    },
  )

  test('R-226: a dossier is not there for whom it does not concern', { timeout: PATIENCE }, async () => {
    const elsewhere = { host: 'ministry' } as const
    const all = [{}, {}, {}, elsewhere, elsewhere] as const
    await withVisitors(world(), all, async (citizen, other, otherCommune, ministryCitizen, ministryOfficer) => {
      const code = await file(world(), citizen, { who: 'lo-van-pang' })
      await signInCitizen(other, 'nguyen-thi-an')
      for (const path of [`/my/dossiers/${code}`, `/dossiers/${code}/submitted`, `/my/dossiers/${code}/withdraw`]) {
        await visit(other, path, 404)
      }
      await checkPage(world(), other)
      await visit(other, '/desk')
      expect(other.page.url()).toContain('/desk/sign-in')

      await signInOfficer(otherCommune, 'sung-thi-don')
      await visit(otherCommune, `/desk/dossiers/${code}`, 404)
      await checkPage(world(), otherCommune)
      await visit(otherCommune, `/desk/dossiers/${code}/receive`, 404)

      await visit(ministryCitizen, `/track/${code}`, 404)
      await checkPage(world(), ministryCitizen)
      await signInCitizen(ministryCitizen, 'lo-van-pang')
      await visit(ministryCitizen, `/my/dossiers/${code}`, 404)
      await signInOfficer(ministryOfficer, 'pham-thi-bo')
      await visit(ministryOfficer, `/desk/dossiers/${code}`, 404)
      await checkPage(world(), ministryOfficer)
    })
  })
}
