import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { follow, textOf, visit } from './page-checks.ts'
import type { Visitor } from './world.ts'

/** Opens a dossier by the code a person would read out. */
export async function findDossier(officer: Visitor, code: string): Promise<void> {
  const { page } = officer
  await visit(officer, '/desk')
  await page.locator('form[action="/desk/find"] input[name=code]').fill(code)
  await follow(page.locator('form[action="/desk/find"] button'))
  expect(page.url()).toContain(`/desk/dossiers/${code}`)
}

/** Presses the button or link that bears these words. */
export async function press(page: Page, words: string): Promise<void> {
  await follow(page.locator('main').locator('button, a').filter({ hasText: words }).first())
}

/** Takes the dossier in, with the papers as they are ticked. Answers its code. */
export async function receive(officer: Visitor, temporary: string): Promise<string> {
  const { page } = officer
  await findDossier(officer, temporary)
  await follow(page.locator(`main a[href="/desk/dossiers/${temporary}/receive"]`))
  await tickPapers(page)
  await follow(page.locator('form[action$="/receipt"] .btns button').first())
  return /\/dossiers\/([\w.-]+)\/receipt/.exec(page.url())?.[1] ?? `not received: ${page.url()}`
}

async function tickPapers(page: Page): Promise<void> {
  const papers = page.locator('input[name=papers]')
  if ((await page.locator('input[name=papers]:checked').count()) === 0) await papers.first().check()
}

/** Takes the open work of this dossier, unless it is the officer's already. */
export async function takeWork(officer: Visitor, code: string): Promise<void> {
  await findDossier(officer, code)
  const claim = officer.page.locator('form[action$="/claim"] button')
  if ((await claim.count()) > 0) await follow(claim)
}

/** Decides the step the officer holds: the action of the process, with an opinion. */
export async function decide(officer: Visitor, action: string, opinion?: string): Promise<void> {
  const { page } = officer
  const button = page.locator(`main button[name=action][value="${action}"]`)
  expect(await button.count(), `“${action}” on this page:\n${await textOf(officer)}`).toBe(1)
  if (opinion !== undefined) await page.locator('main textarea[name=reason]').fill(opinion)
  await follow(button)
}

/** The page again and again, as a person would reload it, until it says this. */
export async function reloadUntil(visitor: Visitor, words: string | RegExp): Promise<void> {
  const says = async () => {
    await visitor.page.reload()
    return textOf(visitor)
  }
  await expect.poll(says, { timeout: 60_000, interval: 500 }).toMatch(words)
}
