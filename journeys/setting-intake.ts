import { expect } from 'vitest'
import { MIXED_NATIONAL, mode } from './mode.ts'
import { checkPage, follow, shoot, textOf, visit } from './page-checks.ts'
import { signInOfficer } from './people.ts'
import { type Visitor, type World, withVisitors } from './world.ts'

const HERE = '/manage/intake'

async function save({ page }: Visitor, path: string): Promise<void> {
  await follow(page.locator(`main form[action="${path}"] .btns button`))
  expect(page.url()).toContain(`${path}?done`)
}

/** Before the stories begin, the administrator sets how the agency works, as on any other day. */
export async function setIntakeOf(world: World): Promise<void> {
  if (mode === 'portal') return
  await withVisitors(world, [{}] as const, async (administrator) => {
    const { page } = administrator
    await signInOfficer(administrator, 'quan-tri-tinh', HERE)
    await checkPage(world, administrator)
    await page.locator('main details summary').first().click()
    await page.locator(`input[name=mode][value="${mode}"]`).check()
    await save(administrator, HERE)
    await checkPage(world, administrator)
    await shoot(administrator, 'manage-intake')
    for (const code of mode === 'mixed' ? MIXED_NATIONAL : []) {
      await visit(administrator, `${HERE}/${code}`)
      await checkPage(world, administrator)
      await page.locator('main details summary').first().click()
      await page.locator('input[name=intake][value=national]').check()
      await page.locator('input[name=state][value=own]').check()
      await shoot(administrator, 'manage-intake-form')
      await save(administrator, `${HERE}/${code}`)
      await checkPage(world, administrator)
      expect(await textOf(administrator)).toContain('Cổng quốc gia')
    }
  })
}
