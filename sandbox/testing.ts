import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type Sandbox, startSandbox } from './sandbox.ts'
import type { Settings } from './settings.ts'

export interface TestSandbox {
  origin: string
  smtpPort: number
  directory: string
  /** Reads JSON or text from the sandbox. */
  call(path: string, options?: RequestInit): Promise<Response>
  fault(fault: Record<string, unknown>): Promise<void>
  heal(): Promise<void>
  restart(): Promise<void>
}

/** One sandbox for the file, on free ports and in a directory of its own. */
export function useSandbox(settings: Partial<Settings> = {}): TestSandbox {
  let running: Sandbox | undefined
  const start = async () => {
    running = await startSandbox({
      host: '127.0.0.1',
      port: 0,
      smtpPort: 0,
      origin: undefined,
      portalOrigins: ['https://dichvucong.tinhmau.example'],
      signDelay: 20,
      signExpiry: 60_000,
      inboundUrl: 'http://localhost:1/api/national',
      inboundToken: 'sandbox-inbound-token',
      sessionLife: 60_000,
      catalogue: undefined,
      ...settings,
      directory: used.directory,
    })
    Object.assign(used, { origin: running.origin, smtpPort: running.smtpPort })
  }
  const used: TestSandbox = {
    origin: '',
    smtpPort: 0,
    directory: '',
    call: (path, options) => fetch(`${used.origin}${path}`, options),
    async fault(fault) {
      const body = JSON.stringify(fault)
      const response = await used.call('/faults', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      if (response.status !== 201) throw new Error(await response.text())
    },
    async heal() {
      await used.call('/faults', { method: 'DELETE' })
    },
    async restart() {
      await running?.stop()
      await start()
    },
  }
  beforeAll(async () => {
    used.directory = await mkdtemp(join(tmpdir(), 'sandbox-test-'))
    await start()
  })
  afterAll(async () => {
    await running?.stop()
    await rm(used.directory, { recursive: true, force: true })
  })
  return used
}
