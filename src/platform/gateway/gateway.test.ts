import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callOutside, isOpen, Unreachable } from './index.ts'

let server: Server
let origin: string
let seen: string[] = []
let failures = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    if (request.url === '/slow') return
    if (failures > 0) {
      failures -= 1
      response.writeHead(503).end()
      return
    }
    const status = request.url === '/refused' ? 422 : request.url === '/fault' ? 500 : 200
    response.writeHead(status).end('done')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a repeatable call outlives two failures', async () => {
  failures = 2
  seen = []
  const answer = await callOutside({ name: 'two-failures' }, { url: origin, repeatable: true })
  expect(answer.body.toString()).toBe('done')
  expect(seen).toHaveLength(3)
})

test('a call that may not be repeated is made once', async () => {
  failures = 1
  seen = []
  await expect(callOutside({ name: 'once' }, { url: origin, method: 'POST', repeatable: false })).rejects.toThrow(
    Unreachable,
  )
  expect(seen).toEqual(['POST /'])
})

test('a refusal is an answer, not a failure', async () => {
  seen = []
  const answer = await callOutside({ name: 'refusing' }, { url: `${origin}/refused`, repeatable: true })
  expect(answer.status).toBe(422)
  expect(seen).toHaveLength(1)
})

test('a SOAP fault is an answer to who reads faults, and a failure to everybody else', async () => {
  const call = { url: `${origin}/fault`, repeatable: false }
  expect((await callOutside({ name: 'soap' }, { ...call, faultIsAnswer: true })).status).toBe(500)
  await expect(callOutside({ name: 'no-soap' }, call)).rejects.toThrow(Unreachable)
})

test('a system that never answers is given up, and after five failures left alone', async () => {
  const destination = { name: 'silent', timeout: 400, attempts: 1 }
  seen = []
  for (let n = 0; n < 7; n += 1) {
    await expect(callOutside(destination, { url: `${origin}/slow`, repeatable: true })).rejects.toThrow(
      'silent cannot be reached',
    )
  }
  expect(seen).toHaveLength(5)
  expect(isOpen('silent')).toBe(false)
})

/** An address at which nobody listens any more. */
async function nobodyThere(): Promise<string> {
  const gone = createServer()
  await new Promise<void>((resolve) => gone.listen(0, resolve))
  const { port } = gone.address() as AddressInfo
  await new Promise((resolve) => gone.close(resolve))
  return `http://localhost:${port}`
}

test('a failure says whether anything may have been done over there', async () => {
  const failure = (name: string, url: string, timeout = 400) =>
    callOutside({ name, timeout }, { url, method: 'POST', repeatable: false }).catch((error: unknown) => error)
  failures = 1
  expect(await failure('not-at-work', origin)).toMatchObject({ nothingDone: true })
  expect(await failure('broken', `${origin}/fault`)).toMatchObject({ nothingDone: false })
  expect(await failure('slow', `${origin}/slow`)).toMatchObject({ nothingDone: false })
  expect(await failure('nobody', await nobodyThere())).toMatchObject({ nothingDone: true })
  const left = { name: 'left-alone', timeout: 400, attempts: 1 }
  for (let n = 0; n < 5; n += 1)
    await callOutside(left, { url: `${origin}/slow`, repeatable: false }).catch(() => undefined)
  expect(await failure('left-alone', origin)).toMatchObject({ nothingDone: true })
})
