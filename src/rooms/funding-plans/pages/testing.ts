import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { signAt } from '#rooms/signatures/testing.ts'
import { getPlan } from '../store/plans.ts'
import { demoOfficer, lineFields, signThrough } from '../testing.ts'
import { fundingPlanRoutes } from './routes.ts'

export const HERE = '/manage/funding-plans'
export const ENGLISH = 'e-services.sampleprovince.localhost'

const SUBJECTS = {
  drafter: 'lo-thi-mau',
  chair: 'nguyen-van-vi',
  above: 'cu-a-giam',
  keeper: 'quan-tri-tinh',
  otherDrafter: 'ly-van-xet',
  otherChair: 'giang-a-ky',
} as const

type People = Record<keyof typeof SUBJECTS, Officer>
type Fields = Record<string, string>

export const on = (day: string) => setClock(() => new Date(`${day}T03:00:00Z`))

export const stateOf = async (id: string) => (await read(1, (tx) => getPlan(tx, id))).versions.map(({ state }) => state)
export const linesOf = async (id: string) => (await read(1, (tx) => getPlan(tx, id))).versions.at(-1)?.lines ?? []

export const idOf = (path: string) => path.split('/').at(-1) ?? ''

/** 30 × 1.000.001 = 30.000.030: 20.000.000 from the budget, 10.000.030 from what may be kept. */
export const trainingFields = lineFields({
  ...{ name: 'Bồi dưỡng cán bộ một cửa', activity: 'train', form: 'own-work', quantity: '30', unit: 'học viên' },
  ...{ unitPrice: '1.000.001', stateBudget: '20.000.000', retainedRevenue: '10.000.030' },
  ...{ 'quarter-1': '0', 'quarter-2': '30.000.030', 'quarter-3': '', 'quarter-4': '' },
})

/** The room’s pages with the demonstration’s people, a database of their own, and the signing services of the sandbox. */
export function useFundingSite() {
  const database = useTestDatabase()
  useTestFiles()
  const people = {} as People
  let site: TestApp
  let sandbox: RunningSandbox

  beforeAll(async () => {
    site = await createTestApp([fundingPlanRoutes])
    sandbox = await startSandboxProcess()
    signAt(sandbox)
    for (const [role, subject] of Object.entries(SUBJECTS)) people[role as keyof People] = await demoOfficer(subject)
  })
  afterEach(() => setClock())
  afterAll(async () => {
    await closePdf()
    await sandbox.stop()
  })

  const get = (path: string, viewer?: Officer, host?: string) =>
    site.get(path, { ...(viewer && { viewer }), ...(host && { host }) })
  const post = (path: string, fields: Fields, viewer: Officer) => site.post(path, fields, { viewer })

  async function see(path: string, viewer: Officer, host?: string): Promise<string> {
    const { statusCode, body } = await get(path, viewer, host)
    expect(statusCode, path).toBe(200)
    return body
  }

  /** Posts what is taken; the address it leads to. */
  async function go(path: string, fields: Fields, viewer: Officer): Promise<string> {
    const { statusCode, headers, body } = await post(path, fields, viewer)
    expect(statusCode, `${path} ${body.match(/class="err".{0,300}/s)?.[0] ?? body.slice(0, 200)}`).toBe(303)
    return String(headers.location)
  }

  /** Posts what is not taken; the page that says why. */
  async function refused(path: string, fields: Fields, viewer: Officer): Promise<string> {
    const { statusCode, body } = await post(path, fields, viewer)
    expect(statusCode, path).toBe(422)
    return body
  }

  /** A plan of a commune with two tasks, drawn up on its pages. */
  async function draft(unitId: string, drafter: Officer): Promise<string> {
    const path = await go(`${HERE}/new`, { unit: unitId, year: '2027', level: 'commune', from: 'empty' }, drafter)
    await go(`${path}/lines/new`, lineFields(), drafter)
    await go(`${path}/lines/new`, trainingFields, drafter)
    return path
  }

  const sign = (path: string) => signThrough(database(), idOf(path))

  async function signAndSend(path: string, { drafter, chair }: Pick<People, 'drafter' | 'chair'>, day: string) {
    await go(`${path}/steps/submit`, {}, drafter)
    await go(`${path}/steps/appraise`, { 'words-appraise': 'Đúng mức giá, đúng nguồn' }, people.above)
    await go(`${path}/steps/ask-signature`, {}, chair)
    await sign(path)
    on(day)
    await go(`${path}/steps/send`, { 'words-send': 'Sở Tài chính, 45/TTr-UBND' }, drafter)
    setClock()
  }

  return { database, people, get, post, see, go, refused, draft, sign, signAndSend }
}
