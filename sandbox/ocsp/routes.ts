import type { Authority } from '../ca/authority.ts'
import type { Faults } from '../faults/faults.ts'
import { type Answer, bytes, type Router } from '../web/router.ts'
import { answerOcsp, tryLater } from './responder.ts'

const TYPE = 'application/ocsp-response'

export function ocspRoutes(router: Router, authority: Authority, faults: Faults): void {
  const answer = async (request: Uint8Array): Promise<Answer> => {
    const fault = faults.take('ocsp', ['wrong-signature', 'refuse'], '/ocsp')
    if (fault?.kind === 'refuse') return bytes(tryLater, TYPE)
    return bytes(await answerOcsp(authority, request, fault?.kind === 'wrong-signature'), TYPE)
  }
  router.on('POST', '/ocsp', async (call) => answer(await call.body()))
  router.on('GET', '/ocsp/:request*', ({ params }) => {
    return answer(Buffer.from(decodeURIComponent(params.request ?? ''), 'base64'))
  })
}
