import { expect } from 'vitest'
import { follow, visit } from './page-checks.ts'
import type { Visitor } from './world.ts'

/** The provider's page: one button per person. A provider that remembers the person has sent them back already. */
async function choose({ page, origin }: Visitor, who: string): Promise<void> {
  if (page.url().startsWith(origin)) return
  await follow(page.locator(`button[name=account][value="${who}"]`))
}

/** Where the visitor stands on the page that asks to sign in: one click there, one at the provider. */
export async function signInHere(visitor: Visitor, who: string): Promise<void> {
  await follow(visitor.page.locator('main a[href*="/sign-in/start"]').first())
  await choose(visitor, who)
}

export async function signInCitizen(visitor: Visitor, who: string, then = '/my'): Promise<void> {
  await visit(visitor, `/sign-in?return=${encodeURIComponent(then)}`)
  await signInHere(visitor, who)
  expect(visitor.page.url()).toContain(then)
}

/** Account, then the second factor, whose code the demonstration shows. */
export async function signInOfficer(visitor: Visitor, who: string, then = '/desk'): Promise<void> {
  const { page } = visitor
  await visit(visitor, `/desk/sign-in?return=${encodeURIComponent(then)}`)
  await signInHere(visitor, who)
  expect(page.url()).toContain('/desk/second-factor')
  await follow(page.locator('main form button').first())
  expect(page.url()).toContain(then)
}
