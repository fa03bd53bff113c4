import { expect, test } from 'vitest'
import { fetchAs } from '../fetching.ts'
import { type Answers, PHOTO } from '../filling.ts'
import { fileThereAndSignIn, heldThere } from '../national-portal.ts'
import { checkPage, shoot, textOf, visit } from '../page-checks.ts'
import type { Visitor, World } from '../world.ts'
import { PATIENCE } from './filed.ts'

/** Who filed what at the national portal, under which codes. */
interface Told {
  citizen: Visitor
  temporary: string
  code: string
  /** Its code at the national portal. */
  ref: string
}

interface Filed {
  procedure: string
  who: string
  answers: Answers
  /** What the person said, as it stands in the application here. */
  said: readonly string[]
}

/** The citizen is led to the national portal, files there, and finds the dossier here. */
export function filingElsewhere(world: () => World, told: Told, filed: Filed): void {
  const { procedure, said } = filed

  test('R-025: the page of the procedure leads to the national portal, and no form is served here', {
    timeout: PATIENCE,
  }, async () => {
    const { citizen } = told
    await visit(citizen, `/procedures/${procedure}`)
    await checkPage(world(), citizen)
    await shoot(citizen, 'procedure-elsewhere')
    expect(await citizen.page.locator(`main a[href*="ma_thu_tuc=${procedure}"]`).count()).toBeGreaterThan(0)
    expect(await citizen.page.locator('main a[href$="/apply"]').count()).toBe(0)
    await visit(citizen, `/procedures/${procedure}/apply`)
    expect(citizen.page.url()).toContain(`/procedures/${procedure}/elsewhere`)
    await checkPage(world(), citizen)
    await shoot(citizen, 'elsewhere')
  })

  test('R-024: filed at the national portal, it is here with its form data and files', {
    timeout: PATIENCE,
  }, async () => {
    const { citizen } = told
    Object.assign(told, await fileThereAndSignIn(world(), citizen, filed))
    expect(told.temporary).toMatch(/^TN-\d{6}-\d{6}$/)
    expect(told.ref).toMatch(/^G22\./)
    await visit(citizen, '/my')
    await checkPage(world(), citizen)
    expect(await citizen.page.locator(`main a[href^="/my/dossiers/${told.temporary}"]`).count()).toBeGreaterThan(0)
    await visit(citizen, `/my/dossiers/${told.temporary}/application`)
    await checkPage(world(), citizen)
    const text = await textOf(citizen)
    for (const words of said) expect(text).toContain(words)
    if (Object.values(filed.answers).includes(PHOTO)) expect(text).toContain(PHOTO.name)
  })
}

/** The national portal was told each status the dossier had, and shows what we show. */
export function toldBack(world: () => World, told: Told, statuses: readonly string[]): void {
  test('R-186, R-187: the national portal was told how it went, under its own code', {
    timeout: PATIENCE,
  }, async () => {
    const held = await heldThere(world(), told.ref, statuses.at(-1) ?? '')
    const got = held.statuses.map(({ status }) => status)
    expect(got.filter((status) => statuses.includes(status))).toEqual(statuses)
    expect(held.progress.length).toBeGreaterThan(0)
    expect(held.dossier.MaHoSo).toBe(told.ref)
    const seen = await fetchAs(told.citizen, `/track/${told.code}`)
    expect(seen.status).toBe(200)
  })
}
