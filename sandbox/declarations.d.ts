// The parts we use of three packages that carry no types of their own.

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface Interaction {
    uid: string
    prompt: { name: string; reasons: string[] }
    params: Record<string, unknown>
  }

  export interface Context {
    method: string
    path: string
    type: string
    status: number
    body: unknown
    set(name: string, value: string): void
    oidc: {
      route: string
      client?: { clientId: string }
      session?: { accountId?: string; grantIdFor(clientId: string): string | undefined }
      result?: { consent?: { grantId?: string } }
    }
  }

  export class Grant {
    constructor(of: { clientId: string; accountId: string })
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    readonly Grant: typeof Grant
    readonly Client: {
      prototype: Record<'redirectUriAllowed' | 'postLogoutRedirectUriAllowed', (uri: string) => boolean>
    }
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
    ): Promise<void>
    on(event: string, listener: (...facts: unknown[]) => void): this
  }

  export default Provider
}

declare module 'smtp-server' {
  import type { Server, Socket } from 'node:net'
  import type { Readable } from 'node:stream'

  export interface Session {
    id: string
    remotePort: number
    envelope: { mailFrom: { address: string } | false; rcptTo: { address: string }[] }
  }

  type Done = (error?: (Error & { responseCode?: number }) | null, value?: unknown) => void

  export interface Options {
    authOptional?: boolean
    allowInsecureAuth?: boolean
    disabledCommands?: string[]
    disableReverseLookup?: boolean
    size?: number
    banner?: string
    closeTimeout?: number
    onAuth?(auth: { username?: string }, session: Session, done: Done): void
    onRcptTo?(address: { address: string }, session: Session, done: Done): void
    onData?(stream: Readable, session: Session, done: Done): void
  }

  export class SMTPServer {
    constructor(options: Options)
    readonly server: Server & { prependListener(event: 'connection', listener: (socket: Socket) => void): Server }
    listen(port: number, host: string, listening?: () => void): Server
    close(closed?: () => void): void
    on(event: 'error', listener: (error: Error) => void): this
  }
}

declare module 'mailparser' {
  export interface Address {
    text: string
    value: { address?: string; name: string }[]
  }

  export interface Parsed {
    subject?: string
    from?: Address
    text?: string
    html?: string | false
    attachments: { filename?: string; contentType: string; size: number; content: Buffer }[]
  }

  export function simpleParser(source: Buffer): Promise<Parsed>
}
