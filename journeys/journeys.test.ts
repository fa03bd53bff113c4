import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mode } from './mode.ts'
import { setIntakeOf } from './setting-intake.ts'
import { citizenAndOfficerStory } from './stories/citizen-and-officer.ts'
import { inEnglishStory } from './stories/in-english.ts'
import { outsideWorldStory } from './stories/outside-world.ts'
import { repairsStory } from './stories/repairs.ts'
import { visitorStory } from './stories/visitor.ts'
import { chromiumPath, openWorld } from './world.ts'

// One file, because one portal and one browser serve every story, and the stories meet in the same dossiers.
const stories = chromiumPath ? describe : () => undefined
stories(`journeys in ${mode} mode`, () => {
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

  visitorStory(() => world)
  citizenAndOfficerStory(() => world)
  inEnglishStory(() => world)
  repairsStory(() => world)
  outsideWorldStory(() => world)

  test('told to stop, the portal finishes and ends cleanly', { timeout: 60_000 }, async () => {
    expect(await world.close()).toEqual({ code: 0, signal: null })
  })
})

if (!chromiumPath) {
  test.skip('the journeys need a browser: install Debian’s chromium, or set CHROMIUM to one', () => undefined)
}
