import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanFile } from './scan.ts'
import { EICAR, fakeClamd } from './testing.ts'

const stream = (bytes: Buffer) => Readable.from([bytes])

describe('a clamd of our own making', () => {
  test('clean bytes are clean, and arrive whole', async () => {
    const clamd = await fakeClamd()
    const bytes = Buffer.alloc(200_000, 'giấy ')
    expect(await scanFile(Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]), clamd.address)).toEqual({
      scan: 'clean',
    })
    expect(clamd.streams[0]?.equals(bytes)).toBe(true)
    await clamd.close()
  })

  test('what is found is named', async () => {
    const clamd = await fakeClamd()
    expect(await scanFile(stream(EICAR), clamd.address)).toEqual({ scan: 'infected', finding: 'Eicar-Test-Signature' })
    await clamd.close()
  })

  test.each(['INSTREAM size limit exceeded. ERROR', 'stream: Broken ERROR', ''])(
    'an answer that is no verdict (“%s”) is a failure, never clean',
    async (answer) => {
      const clamd = await fakeClamd(answer)
      expect(await scanFile(stream(Buffer.from('x')), clamd.address)).toEqual({ scan: 'failed' })
      await clamd.close()
    },
  )

  test('nobody listening is a failure, never clean', async () => {
    const clamd = await fakeClamd()
    await clamd.close()
    expect(await scanFile(stream(Buffer.from('x')), clamd.address)).toEqual({ scan: 'failed' })
  })

  test('without a scanner a file is not scanned, and says so', async () => {
    expect(await scanFile(stream(Buffer.from('x')), undefined)).toEqual({ scan: 'not-scanned' })
  })
})

const hasClamd = spawnSync('clamd', ['--version']).status === 0

describe.skipIf(!hasClamd)('the real clamd (skipped when clamd is not installed)', () => {
  let home = ''
  let daemon: ChildProcess
  let port = 0

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'motcua-clamd-'))
    port = await freePort()
    await mkdir(join(home, 'signatures'))
    const hex = Buffer.from('MOTCUA-TEST-SIGNATURE').toString('hex')
    await writeFile(join(home, 'signatures', 'motcua.ndb'), `Motcua.Test:0:*:${hex}\n`)
    const settings = `DatabaseDirectory ${join(home, 'signatures')}\nTCPAddr 127.0.0.1\nTCPSocket ${port}\nForeground yes\nBytecode no\nStreamMaxLength 1M\n`
    await writeFile(join(home, 'clamd.conf'), settings)
    await chmod(home, 0o755)
    daemon = spawn('clamd', ['-c', join(home, 'clamd.conf')], { stdio: 'ignore' })
    await answering(port)
  }, 60_000)

  afterAll(async () => {
    daemon.kill()
    await rm(home, { recursive: true, force: true })
  })

  const address = () => `tcp://127.0.0.1:${port}`

  test('clean, and what matches a signature', async () => {
    expect(await scanFile(stream(Buffer.from('giấy khai sinh')), address())).toEqual({ scan: 'clean' })
    const bad = Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from('MOTCUA-TEST-SIGNATURE')])
    expect(await scanFile(stream(bad), address())).toEqual({
      scan: 'infected',
      finding: expect.stringContaining('Motcua.Test'),
    })
  })

  test('more than the scanner takes is a failure, never clean', async () => {
    const parts = Array.from({ length: 40 }, () => Buffer.alloc(100_000, 'a'))
    expect(await scanFile(Readable.from(parts), address())).toEqual({ scan: 'failed' })
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const open = await new Promise<boolean>((answer) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => answer(true))
      socket.once('error', () => answer(false)).once('connect', () => socket.end())
    })
    if (open) return
    await new Promise((later) => setTimeout(later, 200))
  }
  throw new Error('clamd did not start')
}
