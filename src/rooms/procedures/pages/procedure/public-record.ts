import type { Procedure, VersionLine } from '../../store/procedures.ts'

/** A procedure as the API and `Accept: application/json` give it. Adding is free; what is here stays. */
export function publicRecord(procedure: Procedure, versions: VersionLine[], syncedAt: Date | null): object {
  const { record, offer, service } = procedure
  return {
    ...record,
    version: procedure.version,
    validFrom: procedure.validFrom,
    validTo: procedure.validTo,
    origin: procedure.origin,
    importedAt: procedure.importedAt,
    syncedAt,
    level: offer?.level ?? record.nationalLevel,
    partialReason: offer?.partialReason ?? null,
    partialBasis: offer?.partialBasis ?? null,
    intake: offer?.intake ?? 'national',
    stateOwner: offer?.stateOwner ?? 'national',
    service: service ? { version: service.version, validFrom: service.validFrom, validTo: service.validTo } : null,
    versions,
  }
}
