import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aCitizen, anOfficer } from '#rooms/dossiers/testing.ts'
import { surveyRoutes } from '../index.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const MINISTRY = 'dichvucong.bomau.localhost'
let site: TestApp
let asker: Officer
beforeAll(async () => {
  site = await createTestApp([surveyRoutes])
  asker = await anOfficer(DEMO.units.mauAn, ['supervisor'])
  setClock(() => new Date('2026-12-10T02:00:00Z'))
})
afterEach(() => setClock(() => new Date('2026-12-10T02:00:00Z')))

const settings = (access: 'open' | 'invited') => ({
  ...{ titleVi: 'Giờ mở quầy', titleEn: 'Desk hours', leadVi: 'Hai phút.', leadEn: 'Two minutes.', access },
  ...{ consentVi: 'Chỉ để xếp giờ.', consentEn: 'Only to plan the hours.' },
  ...{ 'opens-day': '1', 'opens-month': '12', 'opens-year': '2026' },
  ...{ 'closes-day': '31', 'closes-month': '12', 'closes-year': '2026' },
})
const QUESTIONS = [
  { kind: 'text', labelVi: 'Góp ý', labelEn: 'Comments', options: '' },
  {
    kind: 'one',
    labelVi: 'Giờ nào tiện?',
    labelEn: 'Which hour?',
    options: 'Sáng | Morning\nTối | Evening',
    required: 'yes',
  },
  { kind: 'yes-no', labelVi: 'Thừa', labelEn: 'One too many', options: '' },
]

async function aSurvey(access: 'open' | 'invited'): Promise<string> {
  const as = { viewer: asker }
  const at = String((await site.post('/manage/surveys', settings(access), as)).headers.location)
  for (const question of QUESTIONS) await site.post(`${at}/questions`, question, as)
  const preview = await site.get(`${at}/preview`, as)
  expect(preview.body).toContain('Giờ nào tiện?')
  expect(preview.body).not.toContain('Gửi câu trả lời')
  await site.post(`${at}/questions/q3/removal`, {}, as)
  await site.post(`${at}/questions/q2/raise`, {}, as)
  await site.post(`${at}/publication`, {}, as)
  return at
}

const answersOf = (at: string) =>
  read(1, (tx) => tx.selectFrom('survey_answers').selectAll().where('survey_id', '=', at.slice(-36)).execute())

describe('a survey for everybody', () => {
  let at: string
  let here: string

  test('R-171: is written without script, question by question, and stands still once published', async () => {
    const as = { viewer: asker }
    const wrong = await site.post('/manage/surveys', { ...settings('open'), consentEn: '' }, as)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('href="#consentEn"')
    expect(wrong.body).toContain('value="Giờ mở quầy"')

    at = await aSurvey('open')
    here = at.replace('/manage', '')
    const page = (await site.get(at, as)).body
    expect(page.indexOf('Giờ nào tiện?')).toBeLessThan(page.indexOf('Góp ý'))
    expect(page).not.toContain('Thừa')
    expect((await site.post(`${at}/questions`, QUESTIONS[0] as never, as)).statusCode).toBe(409)
    expect((await site.post(`${at}/settings`, settings('open'), as)).statusCode).toBe(409)
    expect((await site.post(`${at}/publication`, {}, as)).statusCode).toBe(303)
    expect((await site.get('/surveys')).body).toContain(`href="${here}"`)
    expect((await site.get(here, { host: ENGLISH })).body).toContain('Which hour?')
  })

  test('R-171: nothing is kept without consent, and nothing typed is lost', async () => {
    const refused = await site.post(here, { q2: 'o1', q1: 'Mở thứ Bảy' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#consent"')
    expect(refused.body).toContain('Mở thứ Bảy')
    expect((await site.post(here, { consent: 'yes', q2: 'o9' })).body).toContain('href="#q2"')
    expect(await answersOf(at)).toEqual([])
  })

  test('R-171: one person answers once; who answered is kept apart from what', async () => {
    const viewer = aCitizen()
    const fields = { consent: 'yes', q2: 'o1', q1: '=cmd()' }
    expect((await site.post(here, fields, { viewer })).headers.location).toBe(`${here}?thanks=1`)
    expect((await site.post(here, fields, { viewer })).headers.location).toBe(here)
    expect((await site.get(here, { viewer })).body).toContain('Câu trả lời đã được ghi')
    const [kept] = await answersOf(at)
    expect(await answersOf(at)).toHaveLength(1)
    expect(Object.keys(kept ?? {}).sort()).toEqual(['agency_id', 'answers', 'id', 'survey_id'])
    const takers = await read(1, (tx) => tx.selectFrom('survey_takers').selectAll().execute())
    expect(JSON.stringify(takers)).not.toContain(viewer.personId)
    expect(site.acts).not.toContain('survey.answered')
  })

  test('R-171: nothing is told below five answers; then figures, and a table no cell of which is a formula', async () => {
    const as = { viewer: asker }
    expect((await site.get(`${at}/results`, as)).body).toContain('Chưa đủ 5 người trả lời câu này')
    expect((await site.get(`${at}/answers.csv`, as)).statusCode).toBe(303)
    for (const q2 of ['o1', 'o2', 'o2', 'o2']) {
      await site.post(here, { consent: 'yes', q2, q1: 'Tốt' }, { viewer: aCitizen() })
    }
    const results = (await site.get(`${at}/results`, as)).body
    expect(results).toContain('60%')
    expect(results).toContain('40%')
    const csv = await site.get(`${at}/answers.csv`, as)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body).toContain(`"'=cmd()"`)
    expect(csv.body.split('\r\n')).toHaveLength(7)
  })

  test('R-171: closed early, or after its last day, it takes nothing more and says so', async () => {
    setClock(() => new Date('2027-01-01T02:00:00Z'))
    expect((await site.get(here)).body).toContain('Khảo sát đã kết thúc')
    setClock(() => new Date('2026-12-10T02:00:00Z'))
    await site.post(`${at}/closing`, {}, { viewer: asker })
    expect((await site.get(here)).body).toContain('Khảo sát đã kết thúc')
    expect((await site.post(here, { consent: 'yes', q2: 'o1' }, { viewer: aCitizen() })).statusCode).toBe(303)
    expect(await answersOf(at)).toHaveLength(5)
    expect((await site.get('/surveys')).body).not.toContain(here)
  })

  test('R-171: surveys are of their agency, and asked by those who may', async () => {
    const desk = await anOfficer(DEMO.units.mauAn, ['desk-officer'])
    for (const path of ['/manage/surveys', at, `${at}/results`, `${at}/answers.csv`]) {
      expect((await site.get(path, { viewer: desk })).statusCode).toBe(403)
    }
    expect((await site.get(here, { host: MINISTRY })).statusCode).toBe(404)
    const ministry = { ...asker, agencyId: 2 }
    expect((await site.get(`${at}/results`, { viewer: ministry, host: MINISTRY })).statusCode).toBe(404)
  })
})

describe('a survey for those who were invited', () => {
  test('R-171: each link is answered once, on whatever machine; without a link there is nothing to answer', async () => {
    const as = { viewer: asker }
    const at = await aSurvey('invited')
    const here = at.replace('/manage', '')
    expect((await site.post(`${at}/invitations`, { many: '501' }, as)).statusCode).toBe(422)
    await site.post(`${at}/invitations`, { many: '2' }, as)
    const lines = (await site.get(`${at}/invitations.txt`, as)).body.trim().split('\n')
    const again = (await site.get(`${at}/invitations.txt`, as)).body.trim().split('\n')
    expect(lines).toHaveLength(2)
    const path = (line: string | undefined) => `/${String(line).split('/').slice(3).join('/')}`

    expect((await site.get(here)).body).toContain('dành cho người được mời')
    expect((await site.get('/surveys')).body).not.toContain(here)
    const fields = { consent: 'yes', q2: 'o1' }
    expect((await site.post(path(lines[0]), fields)).headers.location).toContain('thanks=1')
    expect((await site.post(path(again[0]), fields)).headers.location).not.toContain('thanks')
    expect((await site.post(path(lines[1]), fields)).headers.location).toContain('thanks=1')
    expect((await site.post(here, fields)).headers.location).toBe(here)
    expect(await answersOf(at)).toHaveLength(2)
  })
})
