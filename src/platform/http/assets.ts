import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build } from 'esbuild'
import type { FastifyInstance } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { projectPath } from '#platform/config/index.ts'
import { accentCss } from '#platform/html/accent.ts'

interface Asset {
  type: string
  raw: Buffer
  br?: Buffer
  gzip?: Buffer
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Everything the browser fetches besides pages, in memory, compressed once, named by content. */
export class Assets {
  readonly #byAddress = new Map<string, Asset>()
  readonly #addressOf = new Map<string, string>()

  /** Adds a file under its plain name; returns its fingerprinted address. */
  async add(name: string, content: Buffer | string, fingerprint = true): Promise<string> {
    const raw = Buffer.from(content)
    const extension = extname(name)
    const hash = createHash('sha256').update(raw).digest('hex').slice(0, 10)
    const address = fingerprint ? `/assets/${basename(name, extension)}-${hash}${extension}` : `/assets/${name}`
    const asset: Asset = { type: TYPES[extension] ?? 'application/octet-stream', raw }
    if (extension !== '.woff2' && extension !== '.png') {
      asset.br = await promisify(brotliCompress)(raw)
      asset.gzip = await promisify(gzip)(raw)
    }
    this.#byAddress.set(address, asset)
    this.#addressOf.set(name, address)
    return address
  }

  /** Address of a file added under `name`. Throws when there is none. */
  address(name: string): string {
    const address = this.#addressOf.get(name)
    if (!address) throw new Error(`no asset named ${name}`)
    return address
  }

  find(address: string): Asset | undefined {
    return this.#byAddress.get(address)
  }
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16'],
    external: ['/assets/*'],
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Builds the style sheet and the islands, and reads the fonts, of `platform/html`. */
export async function loadAssets(): Promise<Assets> {
  const assets = new Assets()
  const home = projectPath('src/platform/html')
  for (const font of await readdir(join(home, 'fonts')).catch(() => [])) {
    if (extname(font) === '.woff2') await assets.add(`fonts/${font}`, await readFile(join(home, 'fonts', font)), false)
  }
  await assets.add('motcua.css', await bundle(join(home, 'css/index.css')))
  for (const island of await readdir(join(home, 'islands')).catch(() => [])) {
    if (/\.tsx?$/.test(island) && !island.includes('.test.')) {
      await assets.add(island.replace(/\.tsx?$/, '.js'), await bundle(join(home, 'islands', island)))
    }
  }
  return assets
}

/** Serves `/assets/*` for a year, immutable, because another content has another address; and an agency's colours by their seed. */
export function assetRoutes(assets: Assets) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { seed: string } }>(
      '/accent/:seed.css',
      { config: { may: 'public', anyHost: true } },
      async (request, reply) => {
        const { seed } = request.params
        if (!/^[0-9a-f]{6}$/i.test(seed)) throw new NotFound()
        reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/css; charset=utf-8')
        return reply.send(accentCss(`#${seed}`))
      },
    )
    app.get<{ Params: { '*': string } }>(
      '/assets/*',
      { config: { may: 'public', anyHost: true } },
      async (request, reply) => {
        const asset = assets.find(`/assets/${request.params['*']}`)
        if (!asset) throw new NotFound()
        const accepted = request.headers['accept-encoding'] ?? ''
        const coding =
          asset.br && accepted.includes('br') ? 'br' : asset.gzip && accepted.includes('gzip') ? 'gzip' : undefined
        reply
          .header('cache-control', 'public, max-age=31536000, immutable')
          .header('vary', 'accept-encoding')
          .type(asset.type)
        if (coding) reply.header('content-encoding', coding)
        return reply.send(coding === 'br' ? asset.br : coding === 'gzip' ? asset.gzip : asset.raw)
      },
    )
  }
}
