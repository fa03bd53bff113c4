import { get } from 'node:http'
import { config } from '#platform/config/index.ts'
import { beside, tell } from './child.ts'
import { type Figure, median } from './figures.ts'
import type { Hammered } from './hammer.ts'
import { HOST, type Portal } from './portal.ts'

const CONNECTIONS = 32

interface Sent {
  headers: Record<string, string>
  body: Buffer
}

/** The page as it goes over the wire, still compressed. */
function fetchRaw(path: string, accept: Record<string, string>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const options = { port: config.PORT, host: '127.0.0.1', path, headers: { host: HOST, ...accept } }
    get(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _alive, ...headers } = response.headers
        resolve({ headers: headers as Record<string, string>, body: Buffer.concat(parts) })
      })
    }).on('error', reject)
  })
}

/** Turn and turn about, so that what else the machine does falls on both; the median of each counts. */
export async function measureCatalogue(portal: Portal, { seconds, turns }: { seconds: number; turns: number }) {
  const figures: Figure[] = []
  const accept = { 'accept-encoding': 'br', accept: 'text/html' }
  for (const [name, path] of [
    ['home page', '/'],
    ['procedure page', '/procedures/1.004873'],
  ] as const) {
    await fetchRaw(path, accept)
    const sent = await fetchRaw(path, accept)
    const [raw, hammer] = [beside('raw-server'), beside('hammer')]
    const { port } = await tell<{ port: number }>(raw, { headers: sent.headers, body: sent.body.toString('base64') })
    const hit = async (at: number, time: number) => {
      const order = { port: at, path, headers: { host: HOST, ...accept }, connections: CONNECTIONS, seconds: time }
      return (await tell<Hammered>(hammer, order)).perSecond
    }
    await hit(config.PORT, 1)
    await hit(port, 1)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn += 1) {
      ours.push(await hit(config.PORT, seconds))
      theirs.push(await hit(port, seconds))
    }
    raw.disconnect()
    hammer.disconnect()
    const ratio = (100 * median(ours)) / median(theirs)
    const group = 'Catalogue'
    const note = `raw node:http ${Math.round(median(theirs)).toLocaleString('en-GB')}/s, ${sent.body.length} bytes (br)`
    figures.push({ group, name: `${name}, one process`, value: median(ours), unit: 'requests/s', note })
    figures.push({ group, name: `${name}, of raw node:http`, value: ratio, unit: '%', budget: { least: 50 } })
  }
  figures.push(memory('after the catalogue bench', (await portal.usage()).megabytes, 400))
  return figures
}

export function memory(when: string, megabytes: number, most: number): Figure {
  return { group: 'Memory', name: `web process, ${when}`, value: megabytes, unit: 'MB', budget: { most } }
}
