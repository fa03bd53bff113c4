import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { projectPath } from '#platform/config/index.ts'

/** One of the small processes beside this one. */
export function beside(name: 'hammer' | 'raw-server'): ChildProcess {
  return fork(projectPath(`.build/bench/${name}.js`), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

export async function tell<T>(child: ChildProcess, order: object): Promise<T> {
  const answer = once(child, 'message') as Promise<[T & { error?: string }]>
  child.send(order)
  const [heard] = await answer
  if (heard.error) throw new Error(heard.error)
  return heard
}
