import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileMissing, type FileStore, FileTooLarge } from './content.ts'
import { diskFiles } from './disk.ts'
import { hasFile, putFile, readFile, useFileStore } from './index.ts'
import { s3Files } from './s3.ts'

const KEY = 'S3RVER'
const home = await mkdtemp(join(tmpdir(), 'motcua-files-'))
afterAll(() => rm(home, { recursive: true, force: true }))

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

interface S3Server {
  run(): Promise<{ port: number }>
  close(): Promise<void>
}

async function s3Server(): Promise<S3Server> {
  const { default: S3rver } = await import('s3rver' as string)
  const configureBuckets = [{ name: 'motcua', configs: [] }]
  return new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(home, 's3'), configureBuckets })
}

const places = {
  disk: async () => ({ store: diskFiles(join(home, 'disk')), close: async () => undefined }),
  'object storage (s3rver)': async () => {
    const server = await s3Server()
    const { port } = await server.run()
    const store = s3Files(`http://${KEY}:${KEY}@127.0.0.1:${port}/motcua?region=us-east-1`)
    return { store, close: () => server.close() }
  },
} satisfies Record<string, () => Promise<{ store: FileStore; close(): Promise<void> }>>

describe.each(Object.entries(places))('on %s', (_name, start) => {
  let place: { store: FileStore; close(): Promise<void> }
  beforeAll(async () => {
    place = await start()
    useFileStore(place.store)
  })
  afterAll(async () => {
    useFileStore()
    await place.close()
  })

  test('what was put is read back byte for byte, under the hash of its bytes', async () => {
    const bytes = randomBytes(300_000)
    const kept = await putFile(bytes)
    expect(kept).toEqual({ sha256: sha256(bytes), size: bytes.length })
    expect((await readFile(kept.sha256)).equals(bytes)).toBe(true)
  })

  test('a stream is kept like a buffer, and the same bytes twice are one file', async () => {
    const bytes = randomBytes(200_001)
    const parts = Readable.from([bytes.subarray(0, 7), bytes.subarray(7, 70_000), bytes.subarray(70_000)])
    const [first, second] = [await putFile(parts), await putFile(bytes)]
    expect(first).toEqual(second)
    expect((await readFile(first.sha256)).equals(bytes)).toBe(true)
  })

  test('an empty file is a file', async () => {
    const kept = await putFile(Buffer.alloc(0))
    expect(await readFile(kept.sha256)).toHaveLength(0)
  })

  test('beyond the limit nothing is kept', async () => {
    const bytes = randomBytes(5000)
    await expect(putFile(Readable.from([bytes.subarray(0, 4000), bytes.subarray(4000)]), 4999)).rejects.toThrow(
      FileTooLarge,
    )
    expect(await hasFile(sha256(bytes))).toBe(false)
    await expect(putFile(bytes, 5000)).resolves.toMatchObject({ size: 5000 })
  })

  test('a stream that breaks half way leaves nothing behind', async () => {
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(10)
        throw new Error('the line was cut')
      })(),
    )
    await expect(putFile(broken)).rejects.toThrow('the line was cut')
  })

  test('what is not there is missing, and a name that is no hash reaches no path', async () => {
    await expect(readFile('0'.repeat(64))).rejects.toThrow(FileMissing)
    await expect(readFile('../../../../etc/passwd')).rejects.toThrow(FileMissing)
    expect(await hasFile('f'.repeat(64))).toBe(false)
  })
})

test('on disk, half-written files never stand under a name, and failures are swept', async () => {
  const root = join(home, 'swept')
  const store = diskFiles(root)
  await store.put(Buffer.from('giấy tờ'))
  await expect(store.put(randomBytes(100), 10)).rejects.toThrow(FileTooLarge)
  expect(await readdir(join(root, 'incoming'))).toEqual([])
  const [directory = ''] = (await readdir(root)).filter((name) => name !== 'incoming')
  expect(directory).toHaveLength(2)
  const [file = ''] = await readdir(join(root, directory))
  expect((await stat(join(root, directory, file))).size).toBe(Buffer.byteLength('giấy tờ'))
})
