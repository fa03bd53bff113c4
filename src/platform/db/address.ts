import type { DatabaseAddress } from './connection.ts'

export interface ExternalUrls {
  DATABASE_URL: string
  DATABASE_APP_URL?: string | undefined
}

const STATEMENT_LIMIT = '-c statement_timeout=60000'

/**
 * An external server. With one URL only, the application's connections drop to motcua_app as they open;
 * DATABASE_APP_URL is safer, because that login cannot climb back.
 */
export function externalAddress({ DATABASE_URL, DATABASE_APP_URL }: ExternalUrls): DatabaseAddress {
  return {
    owner: { connectionString: DATABASE_URL },
    app: DATABASE_APP_URL
      ? { connectionString: DATABASE_APP_URL, options: STATEMENT_LIMIT }
      : { connectionString: DATABASE_URL, options: `-c role=motcua_app ${STATEMENT_LIMIT}` },
  }
}

/** The embedded server, by its Unix socket: two logins, no password, because only this user may enter the directory. */
export function embeddedAddress(socketDirectory: string, database = 'motcua'): DatabaseAddress {
  return {
    owner: { host: socketDirectory, user: 'postgres', database },
    app: { host: socketDirectory, user: 'motcua_app', database, options: STATEMENT_LIMIT },
  }
}
