import { type IncomingHttpHeaders, request } from 'node:http'
import { expect } from 'vitest'
import { visit } from './page-checks.ts'
import type { Visitor } from './world.ts'

interface Fetched {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
}

interface Asking {
  method?: 'GET' | 'POST'
  /** Fields of a posted form; the form's token has to be among them. */
  fields?: Record<string, string>
}

/**
 * Asks as the visitor would, with their cookies, and answers the very bytes. Names below `localhost` are the loopback
 * for browsers, though not for every resolver.
 */
export async function fetchAs(
  { page, origin }: Visitor,
  path: string,
  { method = 'GET', fields }: Asking = {},
): Promise<Fetched> {
  const url = new URL(path, origin)
  const cookies = (await page.context().cookies(url.href)).map(({ name, value }) => `${name}=${value}`).join('; ')
  const body = fields && new URLSearchParams(fields).toString()
  return new Promise((done, fail) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: url.port,
        method,
        path: url.pathname + url.search,
        headers: {
          host: url.host,
          cookie: cookies,
          ...(body ? { 'content-type': 'application/x-www-form-urlencoded', origin } : {}),
        },
      },
      async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        done({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) })
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

/** The signed paper from the citizen's own page, once it is there: its address and its bytes. */
export async function downloadResult(citizen: Visitor, code: string): Promise<Fetched & { path: string }> {
  const { page } = citizen
  await visit(citizen, `/my/dossiers/${code}`)
  const links = page.locator('main a[href^="/my/results/"]')
  const look = async () => {
    await page.reload()
    return links.count()
  }
  await expect.poll(look, { timeout: 60_000, interval: 500, message: `the result of ${code}` }).toBeGreaterThan(0)
  const path = (await links.first().getAttribute('href')) ?? '/no-result'
  return { path, ...(await fetchAs(citizen, path)) }
}
