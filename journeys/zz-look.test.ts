import { afterAll, beforeAll, expect, test } from 'vitest'
import { decide, findDossier, receive, reloadUntil, takeWork } from './desk-work.ts'
import { downloadResult } from './fetching.ts'
import { exampleAnswers, fillForm, send } from './filling.ts'
import { follow, textOf, visit } from './page-checks.ts'
import { signInOfficer } from './people.ts'
import { makeTrouble, endTrouble } from './sandbox-calls.ts'
import { openWorld, type Visitor } from './world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeAll(async () => { world = await openWorld() }, 180_000)
afterAll(async () => { await world?.close() }, 60_000)

async function shot({ page, language, origin }: Visitor, name: string) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `/tmp/words/shots/${name}.${language}-${width}.png`, fullPage: true })
  }
}
async function english(v: Visitor, path: string, name: string) {
  const e = await world.arrive({ language: 'en' })
  await visit(e, path)
  await shot(e, name)
  await e.leave()
}

async function prepare(procedure: string, example: string, citizen: Visitor) {
  await fillForm(citizen, { procedure, who: 'vang-thi-my', answers: exampleAnswers(procedure, example) })
  return send(citizen)
}

test('look', { timeout: 500_000 }, async () => {
  const [citizen, desk, cas, app, stranger] = await Promise.all([1,2,3,4,5].map(() => world.arrive()))
  await visit(stranger, '/track'); await shot(stranger, 'track-form'); await english(stranger, '/track', 'track-form')
  const t = await prepare('1.004873', '01-single-to-marry', citizen)
  await signInOfficer(desk, 'tran-van-thu')
  const code = await receive(desk, t)
  await shot(desk, 'receipt')
  await signInOfficer(cas, 'lo-thi-mau')
  await visit(cas, '/desk?view=free'); await reloadUntil(cas, code)
  await takeWork(cas, code); await decide(cas, 'propose', 'Đủ điều kiện.')
  await signInOfficer(app, 'nguyen-van-vi')
  await makeTrouble(world, { target: 'signing', kind: 'wrong-signature', times: 1 })
  await takeWork(app, code); await decide(app, 'approve')
  await reloadUntil(app, /Nhận việc này|Việc của bạn/)
  await shot(app, 'workspace-not-signed')
  console.log((await textOf(app)).slice(-2500))
  await endTrouble(world)
  await takeWork(app, code); await decide(app, 'approve')
  await reloadUntil(app, /Đã có kết quả|Trả kết quả/)
  await visit(citizen, `/my/dossiers/${code}`); await shot(citizen, 'my-dossier')
  console.log((await textOf(citizen)).slice(-1800))
  await visit(stranger, `/track/${code}`); await shot(stranger, 'track'); await english(stranger, `/track/${code}`, 'track')
  await visit(citizen, `/my/dossiers/${code}/withdraw`, 409).catch((e) => console.log('withdraw', String(e).slice(0, 200)))
  await shot(citizen, 'error')
  const { bytes } = await downloadResult(citizen, code)
  bytes.writeUInt8((bytes[4000] ?? 0) ^ 1, 4000)
  await visit(stranger, '/verify')
  await stranger.page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: bytes })
  await follow(stranger.page.locator('form[enctype] button').first())
  await shot(stranger, 'verify-broken')
  const other = await world.arrive()
  await signInOfficer(other, 'sung-thi-don')
  const id = /\/results\/([\w-]+)\//.exec(await citizen.page.content())?.[1]
  await visit(citizen, `/my/dossiers/${code}`)
  const rid = /\/my\/results\/([\w-]+)\//.exec(await citizen.page.content())?.[1]
  console.log('other officer', (await other.page.goto(new URL(`/desk/results/${rid}/file`, other.origin).href))?.status(), id)
  await shot(other, 'error-desk')
})

test('same day', { timeout: 400_000 }, async () => {
  const [citizen, desk] = await Promise.all([1,2].map(() => world.arrive()))
  const fs = await import('node:fs')
  const ex = fs.readdirSync('services/2.000635/examples').map((f) => f.replace(/\.json$/, ''))
  console.log(ex)
  const t = await prepare('2.000635', ex[0] ?? '', citizen)
  await signInOfficer(desk, 'tran-van-thu')
  const code = await receive(desk, t)
  await visit(citizen, `/track/${code}`); await shot(citizen, 'same-day'); await english(citizen, `/track/${code}`, 'same-day')
})
