import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkedName, FileMissing, type FileStore, Measure, type StoredFile } from './content.ts'

/** Files under `root/ab/cd…`. A file appears under its name only when all of it is on the disk. */
export function diskFiles(root: string): FileStore {
  const pathOf = (sha256: string) => join(root, checkedName(sha256).slice(0, 2), sha256.slice(2))

  return {
    async put(source, limit) {
      const written = join(root, 'incoming', randomBytes(12).toString('hex'))
      await mkdir(dirname(written), { recursive: true })
      const kept = await writeAll(written, source, limit).catch(async (error: unknown) => {
        await rm(written, { force: true })
        throw error
      })
      await settle(written, pathOf(kept.sha256))
      return kept
    },
    async open(sha256) {
      const path = pathOf(sha256)
      if (!(await exists(path))) throw new FileMissing(sha256)
      return createReadStream(path)
    },
    has: (sha256) => exists(pathOf(sha256)),
  }
}

/** Writes a new file and syncs it. */
export async function writeAll(path: string, source: Buffer | Readable, limit?: number): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o640)
  try {
    const measure = new Measure(limit)
    await pipeline(Buffer.isBuffer(source) ? Readable.from([source]) : source, measure, into(file))
    await file.sync()
    return { sha256: measure.sha256(), size: measure.size }
  } finally {
    await file.close()
  }
}

function into(file: FileHandle) {
  return async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) await file.writeFile(part) // unlike `write`, it never stops half way
  }
}

/** Renames into place and syncs the directory, so that the name is as durable as the bytes. */
async function settle(written: string, path: string): Promise<void> {
  const directory = dirname(path)
  await mkdir(directory, { recursive: true })
  await rename(written, path)
  const handle = await open(directory, 'r')
  await handle.sync().finally(() => handle.close())
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
