import { z } from 'zod'
import { callOutside } from '#platform/gateway/index.ts'
import { SigningProblem, type SigningProvider } from '../provider.ts'

const certificates = z.object({ certificate: z.string(), chain: z.array(z.string()) })
const accepted = z.object({ requestId: z.string().min(1).max(200) })
const decision = z.object({
  state: z.enum(['pending', 'signed', 'refused', 'expired']),
  signature: z.base64().optional(),
})
const refusal = z.object({ error: z.string().regex(/^[a-z-]{1,60}$/) })

/** What the provider will not change its mind about. Everything else is tried again: 401 is a key being changed. */
const LASTING = new Set([400, 404, 409, 422])

/** The gateway for remote signatures over JSON; its contract is in `sandbox/README.md`, Signing gateway. */
export function remoteSigning({ url, token }: { url: string | undefined; token: string | undefined }): SigningProvider {
  async function call<T>(shape: z.ZodType<T>, path: string, body?: object): Promise<T> {
    if (!url) throw new SigningProblem('no-signing-gateway', { lasting: true })
    const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }
    const { status, body: answer } = await callOutside(
      { name: 'signing-gateway' },
      { url: url + path, headers, repeatable: true, ...(body && { method: 'POST', body: JSON.stringify(body) }) },
    )
    const json = parse(answer)
    if (status >= 300) {
      const said = refusal.safeParse(json)
      const code = said.success ? said.data.error : `signing-gateway-${status}`
      throw new SigningProblem(code, { lasting: LASTING.has(status) })
    }
    const read = shape.safeParse(json)
    if (!read.success) throw new SigningProblem('signing-gateway-answer', { lasting: false })
    return read.data
  }

  return {
    certificate: (userId) => call(certificates, '/certificates', { userId }),
    request: ({ userId, digest, description, transactionId }) =>
      call(accepted, '/requests', {
        ...{ userId, description, transactionId },
        digest: digest.toString('base64'),
        digestAlgorithm: 'SHA-256',
      }),
    async status(requestId) {
      const { state, signature } = await call(decision, `/requests/${encodeURIComponent(requestId)}`)
      if (state !== 'signed') return { state }
      if (!signature) throw new SigningProblem('signing-gateway-answer', { lasting: false })
      return { state, signature: Buffer.from(signature, 'base64') }
    },
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
