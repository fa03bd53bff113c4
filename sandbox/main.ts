import { startSandbox } from './sandbox.ts'
import { readSettings } from './settings.ts'

try {
  const sandbox = await startSandbox(readSettings(process.env))
  console.log(`sandbox ready ${sandbox.origin}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)))
  }
} catch (error) {
  console.error(`sandbox: ${(error as Error).message}`)
  process.exitCode = 1
}
