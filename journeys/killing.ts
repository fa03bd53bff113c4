import { readdirSync, readFileSync } from 'node:fs'

/** The processes of one portal, told apart by their command lines. */
const MARKS = {
  web: 'main.js web',
  worker: 'main.js worker',
  database: 'bin/postgres -D',
} as const

export type Part = keyof typeof MARKS

/** Looking for processes needs Linux. */
export const canKill = process.platform === 'linux'

function childrenOf(parent: number): { pid: number; command: string }[] {
  const read = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    } catch {
      return '' // it has ended meanwhile
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(
      (pid) =>
        Number(
          read(pid, 'stat')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        ) === parent,
    )
    .map((pid) => ({ pid: Number(pid), command: read(pid, 'cmdline').replaceAll('\0', ' ') }))
}

function killNine(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** kill -9 of one part of the portal that this launcher runs. */
export function killPart(launcher: number, part: Part): void {
  const found = childrenOf(launcher).filter(({ command }) => command.includes(MARKS[part]))
  if (found.length !== 1) throw new Error(`${found.length} processes of the launcher are its ${part}`)
  for (const { pid } of found) killNine(pid)
}

/** As if the power had gone: launcher, web, worker and database in the same moment. */
export function killEverything(launcher: number): void {
  const children = childrenOf(launcher)
  killNine(launcher)
  for (const { pid } of children) killNine(pid)
}
