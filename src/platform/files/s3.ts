import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { checkedName, FileMissing, type FileStore, Measure } from './content.ts'

/**
 * Files in S3 object storage, `https://KEY:SECRET@host/bucket?region=…`, under `ab/cd…`. The object's name is the hash
 * of what is in it, so a file is read once before it is sent: its size is bounded by what a person may hand in.
 */
export function s3Files(address: string): FileStore {
  const url = new URL(address)
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    service: 's3',
    retries: 3,
  })
  const base = `${url.origin}${url.pathname.replace(/\/$/, '')}`
  const addressOf = (sha256: string) => `${base}/${checkedName(sha256).slice(0, 2)}/${sha256.slice(2)}`
  const has = async (sha256: string) => (await ask(client, addressOf(sha256), { method: 'HEAD' })).ok

  return {
    async put(source, limit) {
      const { bytes, sha256 } = await readAll(source, limit)
      if (await has(sha256)) return { sha256, size: bytes.length }
      const answer = await ask(client, addressOf(sha256), { method: 'PUT', body: new Uint8Array(bytes) })
      if (!answer.ok) throw new Error(`object storage answered ${answer.status} to a file`)
      return { sha256, size: bytes.length }
    },
    async open(sha256) {
      const answer = await ask(client, addressOf(sha256), { method: 'GET' })
      if (answer.status === 404) throw new FileMissing(sha256)
      if (!answer.ok || !answer.body) throw new Error(`object storage answered ${answer.status}`)
      return Readable.fromWeb(answer.body as ReadableStream)
    },
    has,
  }
}

async function ask(client: AwsClient, address: string, init: RequestInit): Promise<Response> {
  const answer = await client.fetch(address, { ...init, signal: AbortSignal.timeout(60_000) })
  if (init.method === 'HEAD' && !answer.ok && answer.status !== 404) {
    throw new Error(`object storage answered ${answer.status}`)
  }
  return answer
}

async function readAll(source: Buffer | Readable, limit?: number): Promise<{ bytes: Buffer; sha256: string }> {
  const measure = new Measure(limit)
  const parts: Buffer[] = []
  const stream = Buffer.isBuffer(source) ? Readable.from([source]) : source
  stream.once('error', (error) => measure.destroy(error))
  for await (const part of stream.pipe(measure)) parts.push(part as Buffer)
  return { bytes: Buffer.concat(parts), sha256: measure.sha256() }
}
