import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ready } from './prepared.ts'

const PATH = '/procedures/1.004873/apply/check'
const FILERS = 16
const RECEIVERS = 3
const PATIENCE_MS = 120_000

interface Answered {
  status: number
  location: string
  body: string
  cookies: string[]
}

/** The door of one portal, as many browsers see it. */
export interface Door {
  host: string
  port: number
}

/** What the forms of this visit carry; taken from a page, it outlives the process that wrote the page. */
interface FormToken {
  token: string
  cookie: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

async function read(answer: IncomingMessage): Promise<Answered> {
  let body = ''
  for await (const part of answer.setEncoding('utf8')) body += part
  const { location = '', 'set-cookie': cookies = [] } = answer.headers
  return { status: answer.statusCode ?? 0, location, body, cookies }
}

function ask(
  { host, port }: Door,
  path: string,
  { cookie, fields }: { cookie: string; fields?: Record<string, string> },
) {
  return new Promise<Answered>((done, fail) => {
    const body = fields && new URLSearchParams(fields).toString()
    const type = body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const asked = request(
      { host: '127.0.0.1', port, path, agent, method: body ? 'POST' : 'GET', headers: { host, cookie, ...type } },
      (answer) => read(answer).then(done, fail),
    )
    asked.on('error', fail)
    asked.end(body)
  })
}

export async function takeToken(door: Door, { cookie }: Pick<Ready, 'cookie'>): Promise<FormToken> {
  const { status, body, cookies } = await ask(door, PATH, { cookie })
  const token = /name="_form" value="([^"]+)"/.exec(body)?.[1]
  const form = cookies.map((line) => line.split(';')[0] ?? '').find((pair) => pair.startsWith('mc_form='))
  if (!token || !form) throw new Error(`no form on ${PATH}, but ${status}:\n${body.slice(0, 2000)}`)
  return { token, cookie: form }
}

/** What was asked of the portal and what it promised. */
export interface Promised {
  /** By draft: the code the person was shown. */
  filed: Map<string, string>
  /** By temporary code: the code of the receipt, or that it had been received already when asked again. */
  received: Map<string, string>
  /** How often somebody got no answer, or the answer that something went wrong, and pressed again. */
  unanswered: number
}

interface Storm {
  people: readonly Ready[]
  officer: string
  form: FormToken
  /** Called each time somebody was promised something, with how many have been so far. */
  onFiled(filed: number): void
}

/** Presses until there is an answer, as people do. */
async function press(
  door: Door,
  promised: Promised,
  post: { path: string; cookie: string; fields: Record<string, string> },
) {
  const until = performance.now() + PATIENCE_MS
  for (let again = false; ; again = true) {
    const answer = await ask(door, post.path, post).catch(() => undefined)
    if (answer && answer.status < 500) return { ...answer, again }
    promised.unanswered += 1
    if (performance.now() > until) throw new Error(`${post.path} is not answered: ${answer?.status ?? 'no connection'}`)
    await pause(100)
  }
}

async function file(
  door: Door,
  promised: Promised,
  { storm, person }: { storm: Storm; person: Ready },
): Promise<string> {
  const fields = { _form: storm.form.token, draft: person.draftId, revision: '1', declaration: 'yes' }
  const cookie = `${person.cookie}; ${storm.form.cookie}`
  const { status, location, body } = await press(door, promised, { path: PATH, cookie, fields })
  const ref = /^\/dossiers\/(TN-[\d-]+)\/submitted$/.exec(location)?.[1]
  if (status !== 303 || !ref) throw new Error(`filed, and answered ${status} ${location}\n${body.slice(0, 2000)}`)
  promised.filed.set(person.draftId, ref)
  storm.onFiled(promised.filed.size)
  return ref
}

/** Somebody else may not have been first: a conflict is an answer only to one who presses again. */
async function receive(door: Door, promised: Promised, { storm, ref }: { storm: Storm; ref: string }): Promise<void> {
  const fields = { _form: storm.form.token, papers: '0', 'kind-0': 'electronic', 'copies-0': '1' }
  const cookie = `${storm.officer}; ${storm.form.cookie}`
  const answer = await press(door, promised, { path: `/dossiers/${ref}/receipt`, cookie, fields })
  const code = /^\/dossiers\/([\w.-]+)\/receipt/.exec(answer.location)?.[1]
  if (answer.status === 303 && code) promised.received.set(ref, code)
  else if (answer.again && answer.status === 409) promised.received.set(ref, 'already')
  else throw new Error(`received, and answered ${answer.status} ${answer.location}\n${answer.body.slice(0, 2000)}`)
}

/** Everybody files at once, and the desk receives every third dossier as it comes in. */
export async function letStormLoose(door: Door, storm: Storm): Promise<Promised> {
  const promised: Promised = { filed: new Map(), received: new Map(), unanswered: 0 }
  const [waiting, toReceive] = [[...storm.people], [] as string[]]
  let filing = FILERS
  const filer = async () => {
    for (let person = waiting.pop(); person; person = waiting.pop()) {
      const ref = await file(door, promised, { storm, person })
      if (promised.filed.size % 3 === 0) toReceive.push(ref)
    }
    filing -= 1
  }
  const receiver = async () => {
    while (filing > 0 || toReceive.length > 0) {
      const ref = toReceive.shift()
      if (ref) await receive(door, promised, { storm, ref })
      else await pause(20)
    }
  }
  await Promise.all([...Array.from({ length: FILERS }, filer), ...Array.from({ length: RECEIVERS }, receiver)])
  return promised
}
