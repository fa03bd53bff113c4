import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { config, dataPath, projectPath } from '#platform/config/index.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { findEmbedded } from '#platform/db/embedded.ts'

export const HOST = 'dichvucong.tinhmau.localhost'

export interface Usage {
  cpuSeconds: number
  megabytes: number
}

export interface Portal {
  database: DatabaseAddress
  /** Seconds from the command to the first page. */
  secondsToFirstPage: number
  /** Of the web process, as it tells at `/metrics`. */
  usage(): Promise<Usage>
  /** A command of the product, on the same installation. */
  motcua(...words: string[]): Promise<void>
  stop(): Promise<void>
}

/** `npm start` as a person types it, in the scratch directory that the environment names. */
export async function startPortal(): Promise<Portal> {
  const began = performance.now()
  const child = run(['bin/start.mjs'], 'pipe')
  await hear(child, /^ready http/m)
  await firstPage()
  const secondsToFirstPage = (performance.now() - began) / 1000
  const database = await findEmbedded(dataPath('postgres'))
  if (!database) throw new Error('the database of the portal is not there')
  const gone = once(child, 'exit')
  return {
    database,
    secondsToFirstPage,
    usage: readUsage,
    async motcua(...words) {
      const [code] = (await once(run(['--enable-source-maps', '.build/main.js', ...words], 'inherit'), 'exit')) as [
        number,
      ]
      if (code !== 0) throw new Error(`motcua ${words.join(' ')} ended with ${code}`)
    },
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

function run(args: string[], output: 'pipe' | 'inherit'): ChildProcess {
  const env = { ...process.env, LOG_LEVEL: 'warn' }
  return spawn(process.execPath, args, { cwd: projectPath(), env, stdio: ['ignore', output, 'inherit'] })
}

async function hear(child: ChildProcess, words: RegExp): Promise<void> {
  let heard = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      heard += text
      if (words.test(heard)) resolve()
    })
  })
  const fell = once(child, 'exit').then(([code]) => {
    throw new Error(`the portal ended with ${code} before it was ready:\n${heard}`)
  })
  fell.catch(() => undefined)
  await Promise.race([ready, fell])
}

/** By hand: not every machine finds the address of a name under `.localhost`. */
function firstPage(): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: config.PORT, path: '/', headers: { host: HOST } }, (answer) => {
      answer
        .resume()
        .on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`home answers ${answer.statusCode}`)),
        )
    }).on('error', reject)
  })
}

async function readUsage(): Promise<Usage> {
  const text = await (await fetch(`http://127.0.0.1:${config.PORT}/metrics`)).text()
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  return {
    cpuSeconds: figure('process_cpu_seconds_total'),
    megabytes: figure('process_resident_memory_bytes') / 1_048_576,
  }
}
