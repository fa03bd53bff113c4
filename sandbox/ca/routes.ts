import { bytes, type Router } from '../web/router.ts'
import type { Authority, Level } from './authority.ts'
import { derOf } from './certificate.ts'

export function caRoutes(router: Router, authority: Authority): void {
  for (const level of ['root', 'intermediate'] satisfies Level[]) {
    const { pem, certificate } = authority.level(level)
    router.on('GET', `/ca/${level}.pem`, () => bytes(pem, 'application/x-pem-file'))
    router.on('GET', `/ca/${level}.cer`, () => bytes(derOf(certificate), 'application/pkix-cert'))
    router.on('GET', `/ca/${level}.crl`, async () => bytes(await authority.crl(level), 'application/pkix-crl'))
  }
}
