import { log } from '#platform/log/index.ts'

/** Tells the launcher that this part can work, when a launcher is there. */
export function tellReady(): void {
  process.send?.('ready')
}

/** Runs `stop` once on SIGTERM, SIGINT, or when the launcher is gone, then ends the process. */
export function stopGracefully(stop: () => Promise<void>): void {
  let stopping = false
  const end = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 30_000).unref()
    try {
      await stop()
      process.exit(0)
    } catch (error) {
      log.error({ err: error }, 'could not stop cleanly')
      process.exit(1)
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end())
  process.on('disconnect', () => void end())
}
