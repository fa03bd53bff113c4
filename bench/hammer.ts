// A process of its own that asks for one page as fast as it is answered. A client that parsed each answer would be
// slower than the server: every answer is as long as the first, so bytes are counted.
import { connect, type Socket } from 'node:net'

export interface HammerOrder {
  port: number
  path: string
  headers: Record<string, string>
  connections: number
  seconds: number
}

export interface Hammered {
  perSecond: number
}

function requestOf({ path, headers }: HammerOrder): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
}

/** Length of a whole answer, once its head has come. */
function lengthOf(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.subarray(0, end).toString('latin1')
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`answered: ${head.split('\r\n')[0]}`)
  const length = /^content-length: (\d+)$/im.exec(head)?.[1]
  if (length === undefined) throw new Error('an answer without its length')
  return end + 4 + Number(length)
}

function hammer(order: HammerOrder): Promise<Hammered> {
  const request = requestOf(order)
  const began = performance.now()
  const until = began + order.seconds * 1000
  let answers = 0
  const ask = (socket: Socket, done: () => void, fail: (error: unknown) => void) => {
    let whole: number | undefined
    let had = 0
    let first = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      had += bytes.length
      if (whole === undefined) {
        first = Buffer.concat([first, bytes])
        try {
          whole = lengthOf(first)
        } catch (error) {
          fail(error)
          return
        }
      }
      if (whole === undefined || had < whole) return
      had -= whole
      answers += 1
      if (performance.now() < until) socket.write(request)
      else {
        socket.destroy()
        done()
      }
    })
    socket.on('error', fail)
    socket.write(request)
  }
  const all = Array.from(
    { length: order.connections },
    () =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(order.port, '127.0.0.1', () => ask(socket, resolve, reject))
        socket.setNoDelay(true)
        socket.once('error', reject)
      }),
  )
  return Promise.all(all).then(() => ({ perSecond: (answers / (performance.now() - began)) * 1000 }))
}

process.on('message', (order: HammerOrder) => {
  hammer(order).then(
    (hammered) => process.send?.(hammered),
    (error) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
