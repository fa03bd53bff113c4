import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mode } from './mode.ts'
import { setIntakeOf } from './setting-intake.ts'
import { chromiumPath, openWorld, type World } from './world.ts'

export type Story = (world: () => World) => void

/**
 * Tells stories one after the other, with one portal and one browser for them all: they meet in the same dossiers. Files
 * that tell have a portal each, and run beside each other.
 */
export function tell(name: string, stories: readonly Story[]): void {
  if (!chromiumPath) {
    test.skip('the journeys need a browser: install Debian’s chromium, or set CHROMIUM to one', () => undefined)
    return
  }
  describe(`${name}, in ${mode} mode`, () => {
    let world: Awaited<ReturnType<typeof openWorld>>
    beforeAll(async () => {
      world = await openWorld()
      await setIntakeOf(world)
    }, 180_000)
    afterAll(async () => {
      const said = world?.portal.said()
      if (said) console.log(`The portal said:\n${said}`)
      await world?.close()
    }, 60_000)

    for (const story of stories) story(() => world)

    test('told to stop, the portal finishes and ends cleanly', { timeout: 60_000 }, async () => {
      expect(await world.close()).toEqual({ code: 0, signal: null })
    })
  })
}
