import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { config } from '#platform/config/index.ts'
import { type Figure, median } from './figures.ts'
import type { Portal } from './portal.ts'
import { asOwner } from './stage.ts'

const ANSWER_MS = 300
/** 13,000 dossiers a day, eight messages each, in the eight hours of an office day. */
const NEEDED = (13_000 * 8) / (8 * 3600)

async function sandboxFaults(method: 'POST' | 'DELETE', fault?: object): Promise<void> {
  const answer = await fetch(`http://localhost:${config.SANDBOX_PORT}/faults`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(fault ? { body: JSON.stringify(fault) } : {}),
  })
  if (!answer.ok) throw new Error(`the sandbox answers ${answer.status}`)
}

interface Ledger {
  waiting: number
  sent: number
}

async function ledger({ database }: Portal): Promise<Ledger> {
  const [row] = await asOwner<Ledger>(
    database,
    `select count(*) filter (where state in ('waiting', 'sent'))::integer as waiting,
            count(*) filter (where state in ('acknowledged', 'refused'))::integer as sent
       from messages where destination = 'national-portal' and direction = 'out'`,
  )
  return row ?? { waiting: 0, sent: 0 }
}

/** Resident megabytes of the process that sends, as Linux tells; undefined elsewhere. */
async function workerMegabytes(): Promise<number | undefined> {
  const port = `PORT=${config.PORT}`
  for (const pid of (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))) {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (!words.includes('worker')) continue
    const environment = (await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')).split('\0')
    if (!environment.includes(port)) continue
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
  }
  return undefined
}

/**
 * One worker, the national portal answering in 300 ms: how many messages a second go, against what a busy province
 * makes in an office day; and whether the sender keeps more memory at the end than at the beginning.
 */
export async function measureSending(portal: Portal, { dossiers, seconds }: { dossiers: number; seconds: number }) {
  const figures: Figure[] = []
  const add = (name: string, value: number, unit: string, more: Partial<Figure> = {}) =>
    figures.push({ group: 'Sending', name, value, unit, ...more })
  await sandboxFaults('POST', { target: 'national', kind: 'slow', ms: ANSWER_MS })
  try {
    await portal.motcua('demo', 'load', '--dossiers', String(dossiers), '--seed', '3')
    await wait(5000)
    const rates: number[] = []
    const memory: number[] = []
    let last = await ledger(portal)
    const began = performance.now()
    while (performance.now() - began < seconds * 1000 && last.waiting > 0) {
      const from = performance.now()
      await wait(5000)
      const next = await ledger(portal)
      rates.push((next.sent - last.sent) / ((performance.now() - from) / 1000))
      const megabytes = await workerMegabytes()
      if (megabytes !== undefined) memory.push(megabytes)
      last = next
    }
    const budget = { least: NEEDED }
    const note = `a day of 13,000 dossiers needs ${NEEDED.toFixed(1)}/s; ${last.waiting} left waiting`
    add(`to a portal that takes ${ANSWER_MS} ms, one worker`, median(rates), 'messages/s', { budget, note })
    const early = memory[Math.floor(memory.length / 4)]
    const late = memory.at(-1)
    if (early !== undefined && late !== undefined)
      add('memory of the worker at the end', late, 'MB', { note: `${early.toFixed(0)} MB after the first quarter` })
  } finally {
    await sandboxFaults('DELETE')
  }
  return figures
}
