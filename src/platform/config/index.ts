import { resolve } from 'node:path'
import { type Config, readConfig } from './config.ts'

export { type Config, ConfigProblem, configSchema, readConfig, secretFor } from './config.ts'

const root = process.env.MOTCUA_ROOT ?? process.cwd()

/** The installation's configuration, read once from the environment. */
export const config: Config = readConfig(process.env)

/** A file of the project, wherever the code was bundled to. */
export function projectPath(...parts: string[]): string {
  return resolve(root, ...parts)
}

/** A file of this machine's data directory. */
export function dataPath(...parts: string[]): string {
  return resolve(root, config.DATA_DIR, ...parts)
}

/** The environment a child process of ours starts with. */
export function childEnvironment(extra: Record<string, string> = {}): Record<string, string | undefined> {
  return { ...process.env, ...extra }
}
