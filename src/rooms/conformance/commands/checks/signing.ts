import { formatDateTime } from '#platform/i18n/index.ts'
import { lookAtSigning, type SigningLook } from '#rooms/signatures/index.ts'
import { asSimulated, type Standing } from '../../finding.ts'
import { type Check, finding } from './look.ts'

function standingOf({ gateway, timeStamp, certificateUntil, simulated }: SigningLook, at: Date): Standing {
  if (gateway !== 'answers') return 'not-met'
  if (timeStamp !== 'answers' || (certificateUntil && certificateUntil <= at)) return 'partly'
  return asSimulated('met', simulated)
}

/** The gateway and the time-stamp authority are asked for real. R-150 @see Decree 42/2022, Art. 13.2 d */
export const checkSigning: Check = async ({ agency, at }) => {
  const look = await lookAtSigning(agency.id)
  const { gateway, timeStamp, hosts, certificateUntil, simulated } = look
  const until = certificateUntil && formatDateTime(certificateUntil)
  const isOver = certificateUntil !== undefined && certificateUntil <= at
  return finding(
    standingOf(look, at),
    (t) =>
      [
        t.gateway(hosts.gateway ?? t.nowhere, t.answering[gateway] ?? gateway),
        t.timeStamp(hosts.timeStamp ?? t.nowhere, t.answering[timeStamp] ?? timeStamp),
        until ? (isOver ? t.certificateOver(until) : t.certificateUntil(until)) : t.certificateNone,
        simulated && t.simulated,
      ]
        .filter(Boolean)
        .join(' '),
    { gateway, timeStamp, certificateUntil: certificateUntil?.toISOString() ?? null, simulated },
  )
}
