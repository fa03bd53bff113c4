import { request as askHttp, type IncomingMessage } from 'node:http'
import { request as askHttps } from 'node:https'
import { config } from '#platform/config/index.ts'

const TIME_LIMIT = 5_000
const LARGEST = 2 * 1_048_576

export interface PortalAnswer {
  status: number
  body: string
}

export const isLocal = (host: string): boolean => host.endsWith('.localhost')

/**
 * Asks the portal as any visitor does: over the network, by its public scheme and port. `address` chooses where the
 * connection goes; a `.localhost` name, which no name server knows, goes to this machine. Undefined: no answer.
 */
export function askPortal(host: string, path: string, address?: string): Promise<PortalAnswer | undefined> {
  const secure = config.PUBLIC_SCHEME === 'https'
  const port = config.publicPort
  const options = {
    ...{ host: address ?? (isLocal(host) ? '127.0.0.1' : host), path, timeout: TIME_LIMIT, agent: false },
    ...(port !== undefined && { port }),
    ...(secure && { servername: host }),
    headers: {
      host: port === undefined ? host : `${host}:${port}`,
      accept: 'text/html',
      'accept-encoding': 'identity',
    },
  }
  return new Promise((resolve) => {
    const question = (secure ? askHttps : askHttp)(options, (answer) => readAll(answer).then(resolve))
    question.on('timeout', () => question.destroy())
    question.on('error', () => resolve(undefined))
    question.end()
  })
}

async function readAll(answer: IncomingMessage): Promise<PortalAnswer | undefined> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length
      if (length > LARGEST) return undefined
      parts.push(part)
    }
  } catch {
    return undefined
  }
  return { status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }
}
