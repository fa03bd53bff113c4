import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import pg from 'pg'
import { projectPath } from '#platform/config/index.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { type Figure, holds, sayBudget, sayValue } from './figures.ts'

export interface Machine {
  cpu: string
  cores: number
  memoryGb: number
  system: string
  node: string
  postgresql: string
  on: string
}

export async function describeMachine({ owner }: DatabaseAddress): Promise<Machine> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1_073_741_824),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    postgresql: rows[0]?.server_version.split(' ')[0] ?? '',
    on: new Date().toISOString().slice(0, 10),
  }
}

export interface Results {
  machine: Machine
  quick: boolean
  figures: Figure[]
}

export function sayMachine({ cpu, cores, memoryGb, system, node, postgresql, on }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}; Node ${node}, PostgreSQL ${postgresql}; ${on}`
}

const MARK = { true: 'yes', false: 'NO', undefined: '' }

/** For the terminal. */
export function sayTable({ machine, figures }: Results): string {
  const rows = figures.map((figure) => [
    `${figure.group}: ${figure.name}`,
    sayValue(figure),
    sayBudget(figure),
    MARK[`${holds(figure)}`],
    figure.note ?? '',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [sayMachine(machine), '', ...lines, ''].join('\n')
}

const [BEGIN, END] = ['<!-- bench: written by npm run bench -- --write-readme -->', '<!-- bench: end -->']

function sayMarkdown({ machine, quick, figures }: Results): string {
  const lines = figures.map((figure) => {
    const value = holds(figure) === false ? `**${sayValue(figure)}**` : sayValue(figure)
    return `| ${figure.group}: ${figure.name} | ${value} | ${sayBudget(figure)} | ${figure.note ?? ''} |`
  })
  const said = quick ? 'A quick run, with less behind it than the names say. ' : ''
  return [
    BEGIN,
    '',
    `${said}Measured on: ${sayMachine(machine)}. A figure in bold misses its budget.`,
    '',
    '| What | Measured | Budget | |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
    END,
  ].join('\n')
}

/** Puts the table between the marks of the README. Throws when it has none. */
export async function writeReadme(results: Results): Promise<void> {
  const path = projectPath('README.md')
  const text = await readFile(path, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin)
    throw new Error('README.md has no place for the table: two comments that begin “bench:”')
  await writeFile(path, text.slice(0, begin) + sayMarkdown(results) + text.slice(end + END.length))
}
