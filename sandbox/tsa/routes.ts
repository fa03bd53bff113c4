import type { Authority } from '../ca/authority.ts'
import type { Faults } from '../faults/faults.ts'
import { bytes, type Router } from '../web/router.ts'
import { answerTimeStamp, rejection } from './time-stamp.ts'

const TYPE = 'application/timestamp-reply'

export function tsaRoutes(router: Router, authority: Authority, faults: Faults): void {
  router.on('POST', '/tsa', async (call) => {
    const fault = faults.take('tsa', ['wrong-signature', 'refuse'], '/tsa')
    if (fault?.kind === 'refuse') return bytes(rejection('systemFailure', 'simulated refusal'), TYPE)
    return bytes(await answerTimeStamp(authority, await call.body(), fault?.kind === 'wrong-signature'), TYPE)
  })
}
