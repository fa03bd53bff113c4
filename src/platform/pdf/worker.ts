/**
 * The thread that sets documents in type. It runs from its own file, also when the program is bundled, so it imports
 * nothing of the house. It is thrown away after some hundred documents, because the typesetter's native memory creeps.
 */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { charactersOf } from './font-coverage.ts'

export interface Order {
  template: string
  data: unknown
  createdAt: number
  tagged: boolean
}

/** A box a template keeps free (`place-for` of `official.typ`): points from the top left corner of its page. */
export interface Place {
  name: string
  page: number
  x: number
  y: number
  width: number
  height: number
}

/** `over`: the thread itself is of no more use. */
export type Answer = { pdf: Uint8Array; places: Place[] } | { problem: string; over?: true }

const { workspace, fonts } = workerData as { workspace: string; fonts: string[] }
const fontBlobs = fonts.map((file) => readFileSync(file))
const known = charactersOf(fontBlobs)
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

// Invisible characters that reorder or hide text have no business on an official paper.
const DECEPTIVE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const MISSING = '□'

/** NFC, or searching the document fails; and a letter the font lacks becomes a box, or PDF/A refuses the whole document. */
function printable(text: string): string {
  const clean = text.normalize('NFC').replace(DECEPTIVE, (character) => (/[\n\t]/.test(character) ? character : ''))
  return Array.from(clean, (letter) => (letter < ' ' || known.has(letter.codePointAt(0) ?? 0) ? letter : MISSING)).join(
    '',
  )
}

/** Templates read every name they know, so what is not given is there as nothing (`none`). */
function forTemplate(value: unknown): unknown {
  return typeof value === 'string' ? printable(value) : (value ?? null)
}

function typeset({ template, data, createdAt, tagged }: Order): Answer {
  const json = JSON.stringify(data, (_key, value) => forTemplate(value))
  const compiled = compiler.compile({
    mainFilePath: `${workspace}/${template}.typ`,
    inputs: { data: json },
    resetRead: true,
  })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document'))
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: tagged ? 'a-2a' : 'a-2b',
    pdfTags: tagged,
    creationTimestamp: Math.floor(createdAt / 1000),
  })
  const places: Place[] = compiler.query(compiled.result, { selector: '<place>', field: 'value' })
  return { pdf: new Uint8Array(pdf), places }
}

function answer(order: Order): Answer {
  try {
    return typeset(order)
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.evictCache(0)
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answer(order)))
