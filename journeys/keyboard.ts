import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Answer, Answers } from './filling.ts'

const FARTHEST = 80

/** Presses Tab until what has the focus fits, as a person without a mouse would. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < FARTHEST; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      await expectVisibleFocus(page)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached with the Tab key on ${page.url()}`)
}

/** where the focus is can be seen. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const ring = await page.evaluate(() => {
    const focused = document.activeElement
    if (!focused) return undefined
    // The drawn sign of a radio stands beside it, in its label.
    const shown = [focused, focused.nextElementSibling].flatMap((element) =>
      element ? [getComputedStyle(element), getComputedStyle(element, '::before')] : [],
    )
    return shown.some(
      ({ outlineStyle, outlineWidth, boxShadow, backgroundColor }) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
        boxShadow !== 'none' ||
        backgroundColor === 'rgb(255, 200, 61)',
    )
  })
  expect(ring, `the focus is visible on ${page.url()}`).toBe(true)
}

const focusedValue = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null
    return focused?.type === 'radio' ? (focused.checked ? focused.value : undefined) : focused?.value
  })

async function choose(page: Page, selector: string, wanted: string): Promise<void> {
  await tabTo(page, selector)
  const isRadio = await page.evaluate(() => (document.activeElement as HTMLInputElement).type === 'radio')
  if (isRadio) await page.keyboard.press('Space')
  for (let pressed = 0; pressed < FARTHEST && (await focusedValue(page)) !== wanted; pressed += 1) {
    await page.keyboard.press('ArrowDown')
  }
  expect(await focusedValue(page)).toBe(wanted)
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

async function answer(page: Page, name: string, value: Answer): Promise<void> {
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  const asked = (selector: string) => page.locator(`main ${selector}`).first().isVisible()
  if (await asked(`input[name="${name}-day"]`)) {
    const [year = '', month = '', day = ''] = text.split('-')
    await type(page, `[name="${name}-day"]`, day)
    await type(page, `[name="${name}-month"]`, month)
    await type(page, `[name="${name}-year"]`, year)
  } else if (await asked(`input[type=radio][name="${name}"]`)) {
    await choose(page, `[name="${name}"]`, text)
  } else if (await asked(`select[name="${name}"]`)) {
    await choose(page, `[name="${name}"]`, text)
  } else if (await asked(`[name="${name}"]`)) {
    await type(page, `[name="${name}"]`, text)
  }
}

/** Answers what this page asks, and presses its main button, without a mouse. */
export async function fillPageByKeyboard(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) await answer(page, name, value)
  await pressByKeyboard(page, 'main form .btns button')
}

export async function pressByKeyboard(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}
