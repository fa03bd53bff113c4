import { z } from 'zod'

const flag = (byDefault: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(byDefault)
    .transform((value) => value === 'on')

const optionalUrl = z.url().optional()

/** Every key of the installation: one schema, parsed once, each described in a sentence that `docs/operate/configure.md` prints. */
export const configSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('Port the portal listens on.'),
  HOST: z.string().default('::').describe('Address the portal listens on. `::` answers IPv6 and IPv4.'),
  PUBLIC_SCHEME: z
    .enum(['http', 'https'])
    .default('http')
    .describe('Scheme citizens see. `https` behind a TLS proxy; cookies are then `Secure` and HSTS is sent.'),
  PUBLIC_PORT: z.coerce
    .number()
    .int()
    .optional()
    .describe('Port in public addresses. By default `PORT` for http, none for https.'),
  TRUST_PROXY: flag('off').describe('`on` when a reverse proxy sets X-Forwarded-For and X-Forwarded-Proto.'),
  DATA_DIR: z.string().default('./data').describe('Embedded database, files and keys of this machine.'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('PostgreSQL ≥ 15. Unset: the embedded one in DATA_DIR. The login may create roles on first start.'),
  DATABASE_APP_URL: z
    .string()
    .optional()
    .describe('Login of the role motcua_app. Unset: DATABASE_URL is used and the role is set on each connection.'),
  DATABASE_POOL: z.coerce.number().int().min(1).default(10).describe('Connections each process keeps.'),
  SANDBOX: flag('on').describe('`on` starts the outside world in miniature and connects to it. `off` in production.'),
  SANDBOX_PORT: z.coerce.number().int().default(8090).describe('Port of the sandbox.'),
  SANDBOX_SMTP_PORT: z.coerce.number().int().default(8125).describe('Port of the mail server of the sandbox.'),
  DEMO: flag('on').describe('`on` loads the demonstration agencies and sign-ins. `off` in production.'),
  SECRET_KEY: z
    .string()
    .min(32)
    .optional()
    .describe('Signs sessions and seals second factors, 32 characters or more. Unset: made once and kept in DATA_DIR.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('Least level that is logged.'),
  METRICS_TOKEN: z
    .string()
    .optional()
    .describe('Bearer token for /metrics from outside the loopback. Unset: loopback only.'),
  CITIZENS_ISSUER: optionalUrl.describe('OpenID Connect issuer of citizens. Unset with SANDBOX=on: the sandbox.'),
  CITIZENS_CLIENT_ID: z.string().default('motcua').describe('Client registered with the issuer of citizens.'),
  CITIZENS_CLIENT_SECRET: z.string().optional().describe('Its secret.'),
  STAFF_ISSUER: optionalUrl.describe('OpenID Connect issuer of officers. Unset with SANDBOX=on: the sandbox.'),
  STAFF_CLIENT_ID: z.string().default('motcua-staff').describe('Client registered with the issuer of officers.'),
  STAFF_CLIENT_SECRET: z.string().optional().describe('Its secret.'),
  SIGNING_URL: optionalUrl.describe('Gateway for remote digital signatures. Unset with SANDBOX=on: the sandbox.'),
  SIGNING_TOKEN: z.string().optional().describe('Bearer token of the gateway.'),
  TSA_URL: optionalUrl.describe('RFC 3161 time-stamp authority.'),
  SIGNATURE_ROOTS: z
    .string()
    .optional()
    .describe('File or URL (PEM) of the root certificates that signatures must lead to.'),
  NATIONAL_PORTAL_USERNAME: z.string().optional().describe('Account at the national portal’s adapter.'),
  NATIONAL_PORTAL_PASSWORD: z.string().optional().describe('Its password.'),
  NATIONAL_INBOUND_TOKEN: z
    .string()
    .optional()
    .describe('Bearer token with which the national portal calls here. One for all, or one an agency: `H99:…,G99:…`.'),
  NATIONAL_TICKET_SECRET: z
    .string()
    .optional()
    .describe('Signs the tickets with which the national portal sends people to a form here. Written like the token.'),
  LAND_USERNAME: z.string().optional().describe('Account at the land database.'),
  LAND_PASSWORD: z.string().optional().describe('Its password.'),
  INTERLINKED_USERNAME: z.string().optional().describe('Account at the inter-linked civil-status services.'),
  INTERLINKED_PASSWORD: z.string().optional().describe('Its password.'),
  DOCUMENTS_TOKEN: z.string().optional().describe('Bearer token at the document system.'),
  NATIONAL_PORTAL_ADDRESS: z
    .string()
    .default('https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc.html?ma_thu_tuc={code}')
    .describe('Page of a procedure at the national portal; `{code}` stands for the code of the procedure.'),
  SMTP_URL: z
    .string()
    .optional()
    .describe('Mail server, `smtp://user:password@host:port`. Unset with SANDBOX=on: the sandbox.'),
  MAIL_FROM: z.string().default('khong-tra-loi@motcua.example').describe('Sender of notices.'),
  CLAMAV_URL: z.string().optional().describe('clamd, `tcp://host:3310`. Unset: files are shown as not scanned.'),
  S3_URL: z
    .string()
    .optional()
    .describe('Object storage, `https://KEY:SECRET@host/bucket?region=…`. Unset: files in DATA_DIR.'),
  MAX_FILE_MB: z.coerce.number().int().min(1).default(20).describe('Largest file a person may hand in, in MB.'),
})

type Raw = z.infer<typeof configSchema>

export interface Config extends Omit<Raw, 'PUBLIC_PORT'> {
  publicPort: number | undefined
}

export class ConfigProblem extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
    this.name = 'ConfigProblem'
    this.problems = problems
  }
}

const SANDBOX_DEFAULTS = (origin: string, smtpPort: number): Partial<Raw> => ({
  CITIZENS_ISSUER: `${origin}/citizens`,
  CITIZENS_CLIENT_SECRET: 'sandbox-citizens-secret',
  STAFF_ISSUER: `${origin}/staff`,
  STAFF_CLIENT_SECRET: 'sandbox-staff-secret',
  SIGNING_URL: `${origin}/signing/v1`,
  SIGNING_TOKEN: 'sandbox-signing-token',
  TSA_URL: `${origin}/tsa`,
  SIGNATURE_ROOTS: `${origin}/ca/root.pem`,
  NATIONAL_PORTAL_USERNAME: 'motcua',
  NATIONAL_PORTAL_PASSWORD: 'sandbox-national-password',
  NATIONAL_INBOUND_TOKEN: 'sandbox-national-inbound',
  NATIONAL_TICKET_SECRET: 'sandbox-national-ticket',
  LAND_USERNAME: 'motcua',
  LAND_PASSWORD: 'sandbox-land-password',
  INTERLINKED_USERNAME: 'motcua',
  INTERLINKED_PASSWORD: 'sandbox-interlinked-password',
  DOCUMENTS_TOKEN: 'sandbox-documents-token',
  SMTP_URL: `smtp://localhost:${smtpPort}`,
})

/** Reads the environment. Throws `ConfigProblem` listing every wrong key at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = configSchema.safeParse(given)
  if (!parsed.success) {
    throw new ConfigProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const { PUBLIC_PORT, ...raw } = parsed.data
  const defaults = raw.SANDBOX ? SANDBOX_DEFAULTS(`http://localhost:${raw.SANDBOX_PORT}`, raw.SANDBOX_SMTP_PORT) : {}
  const publicPort = PUBLIC_PORT ?? (raw.PUBLIC_SCHEME === 'http' ? raw.PORT : undefined)
  const known = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined))
  return { ...raw, ...defaults, ...known, publicPort }
}

/** The secret of one agency, from a setting that holds one for all (`abc`) or one for each (`H99:abc,G99:def`). */
export function secretFor(setting: string | undefined, agencyCode: string): string | undefined {
  if (!setting) return undefined
  const each = setting.split(',').map((one) => /^\s*([A-Z]\d{2}):(.+?)\s*$/.exec(one))
  if (each.every((one) => one === null)) return setting
  return each.find((one) => one?.[1] === agencyCode)?.[2]
}
