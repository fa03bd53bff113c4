import { Worker } from 'node:worker_threads'
import { now } from '#platform/clock/index.ts'
import { projectPath } from '#platform/config/index.ts'
import type { Answer, Order, Place } from './worker.ts'

export type { Place }

/** After so many documents the thread is replaced: measured flat at this figure, creeping without. */
const DOCUMENTS_PER_WORKER = 200
const TIME_LIMIT = 20_000

const WORKSPACE = projectPath('src/platform/pdf/templates')
const FONTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((face) =>
  projectPath('node_modules/@expo-google-fonts/tinos', face, `Tinos_${face}.ttf`),
)

interface Waiting {
  order: Order
  timeLimit: number
  resolve: (printed: Printed) => void
  reject: (error: Error) => void
}

interface Press {
  thread: Worker
  printed: number
  hear: (answer: Answer) => void
}

export interface Printed {
  pdf: Buffer
  places: Place[]
}

const queue: Waiting[] = []
let press: Press | undefined
let busy = false

export interface RenderOptions {
  /** The document's own date. The same data and the same moment give the same bytes. Without it: now. */
  createdAt?: Date
  /** False for what becomes part of another document, where its tags would belong to nothing. PDF/A-2b then. */
  tagged?: boolean
  /** Milliseconds until a document that does not finish is given up. */
  timeLimit?: number
}

/**
 * Sets a document in type: a template of `src/platform/pdf/templates`, named without its ending, and plain JSON data.
 * Gives a tagged PDF/A-2a whose text is NFC and whose fonts are embedded. Rejects with `PdfProblem`.
 * Danger: data reaches the template only as data. Never build Typst source out of it.
 */
export async function renderPdf(template: string, data: object, options: RenderOptions = {}): Promise<Buffer> {
  return (await renderWithPlaces(template, data, options)).pdf
}

/** The same, and where the boxes came to stand that the template keeps free. */
export function renderWithPlaces(template: string, data: object, options: RenderOptions = {}): Promise<Printed> {
  if (!/^[a-z-]+\/[a-z-]+$/.test(template)) return Promise.reject(new PdfProblem(`not a template: ${template}`))
  const order = { template, data, createdAt: (options.createdAt ?? now()).getTime(), tagged: options.tagged ?? true }
  return new Promise((resolve, reject) => {
    queue.push({ order, timeLimit: options.timeLimit ?? TIME_LIMIT, resolve, reject })
    printNext()
  })
}

export class PdfProblem extends Error {
  override readonly name = 'PdfProblem'
}

/** Ends the thread. A later document starts a new one. */
export async function closePdf(): Promise<void> {
  const ended = press
  press = undefined
  await ended?.thread.terminate()
}

function printNext(): void {
  const next = busy ? undefined : queue.shift()
  if (!next) return
  busy = true
  print(next)
    .then(next.resolve, next.reject)
    .finally(() => {
      busy = false
      printNext()
    })
}

async function print({ order, timeLimit }: Waiting): Promise<Printed> {
  const current = openPress()
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<Answer>((resolve) => {
      timer = setTimeout(() => resolve({ problem: `not finished after ${timeLimit} ms`, over: true }), timeLimit)
      current.hear = resolve
      current.printed += 1
      current.thread.ref()
      current.thread.postMessage(order)
    })
    if ('pdf' in answer) return { pdf: Buffer.from(answer.pdf.buffer), places: answer.places }
    if (answer.over) discard(current)
    throw new PdfProblem(`${order.template}: ${answer.problem}`)
  } finally {
    clearTimeout(timer)
    current.thread.unref() // an idle press keeps no program alive
    if (current.printed >= DOCUMENTS_PER_WORKER) discard(current)
  }
}

function openPress(): Press {
  if (press) return press
  const thread = new Worker(projectPath('src/platform/pdf/worker.ts'), {
    workerData: { workspace: WORKSPACE, fonts: FONTS },
    execArgv: [],
  })
  const opened: Press = { thread, printed: 0, hear: () => undefined }
  const end = (problem: string) => opened.hear({ problem, over: true })
  thread.on('message', (answer: Answer) => opened.hear(answer))
  thread.on('error', (error) => end(error instanceof Error ? error.message : String(error)))
  thread.on('exit', () => {
    end('the thread ended')
    if (press === opened) press = undefined
  })
  press = opened
  return opened
}

function discard(used: Press): void {
  if (press === used) press = undefined
  void used.thread.terminate()
}
