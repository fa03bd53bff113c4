import type { AddressInfo, Server, Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type Options, type Session, SMTPServer } from 'smtp-server'
import type { Faults } from '../faults/faults.ts'
import type { Mailbox } from './mailbox.ts'

export interface MailServer {
  port: number
  close(): Promise<void>
}

const LARGEST = 25_000_000

function reply(code: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode: code })
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function optionsFor(mailbox: Mailbox, faults: Faults, sockets: Map<number, Socket>): Options {
  const take = async (stream: Readable, { envelope, remotePort }: Session) => {
    const raw = await readAll(stream)
    const fault = faults.take('smtp', ['slow', 'lost-answer'])
    if (fault?.kind === 'slow') await wait(fault.ms)
    await mailbox.receive(
      raw,
      envelope.rcptTo.map(({ address }) => address),
    )
    if (fault?.kind === 'lost-answer') sockets.get(remotePort)?.destroy()
  }
  return {
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    size: LARGEST,
    banner: 'sandbox, simulated',
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? 'anyone' }),
    onRcptTo(_address, _session, done) {
      const fault = faults.take('smtp', ['error500', 'refuse'])
      if (!fault) return done()
      done(fault.kind === 'refuse' ? reply(550, 'simulated refusal') : reply(451, 'simulated temporary failure'))
    },
    onData(stream, session, done) {
      take(stream, session).then(() => done(null, 'kept'), done)
    },
  }
}

function watchConnections(server: SMTPServer, faults: Faults, sockets: Map<number, Socket>): void {
  server.server.prependListener('connection', (socket) => {
    const { remotePort = 0 } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
    const fault = faults.take('smtp', ['down', 'garbage'])
    if (fault?.kind === 'garbage') socket.end('\u0000this is not mail\r\n')
    else if (fault) socket.destroy()
  })
}

function listen(server: SMTPServer, port: number, host: string): Promise<Server> {
  return new Promise((done, fail) => {
    server.server.once('error', fail)
    const listening = server.listen(port, host, () => {
      server.server.off('error', fail)
      done(listening)
    })
  })
}

/** Mail on both loopback addresses, since `localhost` may mean either; a machine without IPv6 has one. */
export async function startMail(mailbox: Mailbox, faults: Faults, port: number): Promise<MailServer> {
  const sockets = new Map<number, Socket>()
  const newServer = () => {
    const server = new SMTPServer(optionsFor(mailbox, faults, sockets))
    server.on('error', () => undefined) // broken connections are the sender's business
    watchConnections(server, faults, sockets)
    return server
  }
  const first = newServer()
  const chosen = ((await listen(first, port, '127.0.0.1')).address() as AddressInfo).port
  const second = newServer()
  const servers = [first]
  await listen(second, chosen, '::1').then(
    () => servers.push(second),
    () => undefined,
  )

  return {
    port: chosen,
    async close() {
      for (const socket of sockets.values()) socket.destroy()
      await Promise.all(servers.map((server) => new Promise<void>((done) => server.close(done))))
    },
  }
}
