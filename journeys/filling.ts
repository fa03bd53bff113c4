import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { follow, visit } from './page-checks.ts'
import { signInHere } from './people.ts'
import type { Visitor } from './world.ts'

/** A file as the person picks it. */
export interface Paper {
  name: string
  mimeType: string
  buffer: Buffer
}

export type Answer = string | number | boolean | Paper

/** By question, in the order of the form: one choice uncovers the next question. */
export type Answers = Record<string, Answer>

/** The answers of a package's own example: what the service says a person would answer. */
export function exampleAnswers(procedure: string, example: string): Answers {
  const path = resolve(import.meta.dirname, `../services/${procedure}/examples/${example}.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { answers: Answers }).answers
}

async function fillDate(page: Page, name: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await page.locator(`input[name="${name}-day"]`).fill(String(Number(day)))
  await page.locator(`input[name="${name}-month"]`).fill(String(Number(month)))
  await page.locator(`input[name="${name}-year"]`).fill(year)
}

const isThere = async (found: Locator) => (await found.count()) > 0 && (await found.first().isVisible())

/** Answers one question if this page asks it. */
export async function answer(page: Page, name: string, value: Answer): Promise<void> {
  if (typeof value === 'object') {
    const field = page.locator(`main input[type=file][name="${name}"]`)
    if (await isThere(field)) await field.setInputFiles(value)
    return
  }
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const field = page.locator(`main [name="${name}"]`)
  if (await isThere(page.locator(`main input[name="${name}-day"]`))) return fillDate(page, name, text)
  if (!(await isThere(field))) return
  const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type)
  if (kind === 'radio') await page.locator(`main input[name="${name}"][value="${text}"]`).check()
  else if (kind.startsWith('select')) await field.selectOption(text)
  else await field.first().fill(text)
}

/** Answers what this page asks. */
export async function fillPage(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await answer(page, name, value)
}

/** The main button of the form on this page. */
export function mainButton(page: Page): Locator {
  return page.locator('main form .btns button').first()
}

export interface Applying {
  procedure: string
  who: string
  answers: Answers
  /** Called on each step before it is answered, with its id. */
  onStep?(step: string): Promise<void>
}

const STEPS = 30

/** From the procedure's page through sign-in and every step to the check of answers. */
export async function fillForm(visitor: Visitor, { procedure, who, answers, onStep }: Applying): Promise<void> {
  const { page } = visitor
  await visit(visitor, `/procedures/${procedure}/apply`)
  if (page.url().includes('/sign-in')) await signInHere(visitor, who)
  for (let turn = 0; turn < STEPS && !page.url().includes('/apply/check'); turn += 1) {
    const step = /\/apply\/([\w-]+)/.exec(page.url())?.[1]
    if (!step) throw new Error(`not a step of the form: ${page.url()}`)
    await onStep?.(step)
    await fillPage(page, answers)
    await follow(mainButton(page))
    const problems = await page.locator('.summary-err').allInnerTexts()
    expect(problems, `step ${step}`).toEqual([])
  }
  expect(page.url()).toContain('/apply/check')
}

/** Ticks the declaration and sends. Answers the dossier's code as the confirmation shows it. */
export async function send({ page }: Visitor): Promise<string> {
  await page.locator('input[name=declaration]').check()
  await follow(mainButton(page))
  return /\/dossiers\/([\w.-]+)\/submitted/.exec(page.url())?.[1] ?? `not sent: ${page.url()}`
}

/** A photograph of a single point. */
export const PHOTO: Paper = {
  name: 'giay-cu.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    'base64',
  ),
}
