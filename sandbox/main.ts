import { startSandbox } from './sandbox.ts'
import { readSettings } from './settings.ts'

try {
  const sandbox = await startSandbox(readSettings(process.env))
  console.log(`sandbox ready ${sandbox.origin}`)
  // Started by a launcher: tell it, and go when it goes.
  process.send?.('ready')
  const stop = () => void sandbox.stop().then(() => process.exit(0))
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, stop)
} catch (error) {
  console.error(`sandbox: ${(error as Error).message}`)
  process.exitCode = 1
}
