import { config, dataPath } from '#platform/config/index.ts'
import { externalAddress } from '#platform/db/address.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { findEmbedded, startEmbedded } from '#platform/db/embedded.ts'

export interface OpenedDatabase {
  address: DatabaseAddress
  /** Stops the embedded server if this process started it. */
  stop(): Promise<void>
}

const nothingToStop = async () => undefined

/** The server of DATABASE_URL; or the embedded one: the running one of this DATA_DIR when there is one, else started here. */
export async function openServer(): Promise<OpenedDatabase> {
  if (config.DATABASE_URL) {
    const { DATABASE_URL, DATABASE_APP_URL } = config
    return { address: externalAddress({ DATABASE_URL, DATABASE_APP_URL }), stop: nothingToStop }
  }
  const directory = dataPath('postgres')
  const running = await findEmbedded(directory)
  return running ? { address: running, stop: nothingToStop } : startEmbedded(directory)
}
