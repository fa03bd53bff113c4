import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#platform/db/testing.ts'
import type { ApiDocument } from '#platform/http/index.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { dossierRoutes, refOf } from '#rooms/dossiers/index.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { procedureApiRoutes } from '#rooms/procedures/index.ts'
import { staticPageRoutes } from '../../static-pages.tsx'

useTestDatabase()

let site: TestApp
let document: ApiDocument

beforeAll(async () => {
  await installSample()
  site = await createTestApp([staticPageRoutes, procedureApiRoutes, dossierRoutes])
  document = (await site.get('/api/openapi.json')).json()
})
afterAll(() => site.app.close())

test('R-192: the document is OpenAPI 3.1 to a validator we did not write, and knows every route of the API', async () => {
  const { valid, errors } = await new Validator().validate(
    structuredClone(document) as unknown as Record<string, unknown>,
  )
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/api/v1/procedures', '/api/v1/procedures/{code}', '/api/v1/dossiers/{code}/status']),
  )
  for (const [path, methods] of Object.entries(document.paths))
    for (const operation of Object.values(methods)) {
      expect(operation.summary, path).toBeTruthy()
      expect(operation.responses['200'] ?? operation.responses['201'], path).toBeDefined()
    }
})

test('R-192: answers are what the document says', async () => {
  const ref = refOf(await aDossier())
  const ajv = addFormats.default(new Ajv.default({ strict: false }))
  const asked = [
    ['/api/v1/procedures', '/api/v1/procedures?limit=5', 200],
    ['/api/v1/procedures', '/api/v1/procedures?limit=none', 422],
    ['/api/v1/procedures/{code}', '/api/v1/procedures/9.999999', 404],
    ['/api/v1/dossiers/{code}/status', `/api/v1/dossiers/${ref}/status`, 200],
    ['/api/v1/dossiers/{code}/status', '/api/v1/dossiers/H99-260101-9999/status', 404],
  ] as const
  for (const [path, url, status] of asked) {
    const answer = await site.get(url)
    expect(answer.statusCode, url).toBe(status)
    const said = Object.entries(document.paths[path]?.get?.responses[status]?.content ?? {})
    const [type, content] = said[0] ?? []
    expect(String(answer.headers['content-type']), url).toContain(type)
    const check = ajv.compile(content?.schema ?? false)
    check(answer.json())
    expect(check.errors, url).toBeNull()
  }
})

test('R-192: people read the same document, in both languages', async () => {
  const vietnamese = (await site.get('/api')).body
  expect(vietnamese).toContain('GET /api/v1/procedures/{code}')
  expect(vietnamese).toContain('<h1>Giao diện lập trình (API)</h1>')
  const english = await site.get('/api', { host: 'e-services.sampleprovince.localhost' })
  expect(english.body).toContain('Where an application stands')
})
