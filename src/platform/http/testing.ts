import { readdirSync } from 'node:fs'
import type { FastifyInstance, FastifyPluginAsync, InjectOptions, LightMyRequestResponse } from 'fastify'
import { Fragment, h } from 'preact'
import { Forbidden } from '#kernel/errors.ts'
import { holds, type Viewer } from '#kernel/viewer.ts'
import { projectPath } from '#platform/config/index.ts'
import type { FrameAgency } from '#platform/html/frame.ts'
import { Assets } from './assets.ts'
import type { Host, May } from './request.ts'
import { createServer } from './server.ts'

const contact = {
  unit: { vi: 'Văn phòng', en: 'Office' },
  person: 'Nguyễn Văn Ví',
  position: { vi: 'Chánh Văn phòng', en: 'Chief of Office' },
  address: { vi: 'Số 1, đường Một Cửa', en: '1 Một Cửa Street' },
  phone: '0200 000 001',
  hotline: '1022',
  email: 'hotro@tinhmau.example',
}

function agency(id: number, code: string, name: string): FrameAgency {
  return {
    id,
    code,
    kind: id === 1 ? 'province' : 'ministry',
    name: { vi: name, en: name },
    fullName: { vi: name, en: name },
    portalName: { vi: `Cổng dịch vụ công ${name}`, en: `${name} public services` },
    contact,
    seedColour: '#9d1d2c',
  }
}

const province = agency(1, 'H99', 'Tỉnh Mẫu')
const ministry = agency(2, 'G99', 'Bộ Mẫu')
const HOSTS: Record<string, Host> = {
  'dichvucong.tinhmau.localhost': {
    agency: province,
    language: 'vi',
    host: 'dichvucong.tinhmau.localhost',
    sisterHost: 'e-services.sampleprovince.localhost',
  },
  'e-services.sampleprovince.localhost': {
    agency: province,
    language: 'en',
    host: 'e-services.sampleprovince.localhost',
    sisterHost: 'dichvucong.tinhmau.localhost',
  },
  'dichvucong.bomau.localhost': {
    agency: ministry,
    language: 'vi',
    host: 'dichvucong.bomau.localhost',
    sisterHost: 'e-services.sampleministry.localhost',
  },
  'e-services.sampleministry.localhost': {
    agency: ministry,
    language: 'en',
    host: 'e-services.sampleministry.localhost',
    sisterHost: 'dichvucong.bomau.localhost',
  },
}

async function mayPass(viewer: Viewer | undefined, may: May): Promise<boolean> {
  if (may === 'public') return true
  const allowed =
    may === 'citizen' || may === 'officer' ? viewer?.kind === may : viewer?.kind === 'officer' && holds(viewer, may)
  if (!allowed) throw new Forbidden()
  return true
}

export interface TestApp {
  app: FastifyInstance
  /** GET as the viewer; `host` chooses agency and language. */
  get(path: string, as?: TestRequest): Promise<LightMyRequestResponse>
  /** POST of a form as a browser sends it, with its token. */
  post(path: string, fields: Record<string, string | string[]>, as?: TestRequest): Promise<LightMyRequestResponse>
  acts: string[]
}

export interface TestRequest {
  viewer?: Viewer
  host?: string
  headers?: Record<string, string>
}

/** A server with the given routes, real hosts of the two demonstration agencies, and a viewer chosen per request. */
export async function createTestApp(routes: readonly FastifyPluginAsync[]): Promise<TestApp> {
  let viewer: Viewer | undefined
  const acts: string[] = []
  const assets = new Assets()
  await assets.add('motcua.css', '')
  for (const island of readdirSync(projectPath('src/platform/html/islands')))
    await assets.add(island.replace(/\.tsx?$/, '.js'), '')
  const app = await createServer({
    findHost: async (hostname) => HOSTS[hostname],
    findViewer: async () => viewer,
    authorise: async (_request, _reply, may) => mayPass(viewer, may),
    audit: async (act) => void acts.push(act),
    checkReady: async () => undefined,
    assets,
    pages: { menu: () => [], lastSync: () => undefined },
    errorPages: (failure) => h(Fragment, {}, `${failure.status} ${failure.code}`),
    routes: [
      ...routes,
      async (inner) => {
        inner.get('/testing/form-token', { config: { may: 'public' } }, async (request, reply) => {
          const { csrfToken } = await import('./csrf.ts')
          return reply.send({ token: csrfToken(request, reply) })
        })
      },
    ],
  })

  const inject = (
    options: InjectOptions,
    { viewer: who, host = 'dichvucong.tinhmau.localhost', headers = {} }: TestRequest,
  ) => {
    viewer = who
    return app.inject({ ...options, headers: { ...options.headers, ...headers, host } })
  }
  return {
    app,
    acts,
    get: (url, as = {}) => inject({ method: 'GET', url }, as),
    async post(url, fields, as = {}) {
      const form = await inject({ method: 'GET', url: '/testing/form-token' }, as)
      const cookie = String(form.headers['set-cookie']).split(';')[0] ?? ''
      const body = new URLSearchParams({ _form: form.json<{ token: string }>().token })
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
      return inject({ method: 'POST', url, payload: body.toString(), headers }, as)
    },
  }
}
