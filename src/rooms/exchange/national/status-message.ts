import type { Dossier, DossierSlips, Life, LogEntry } from '#rooms/dossiers/index.ts'
import type { Composed, NotComposed, StatusCodes } from '../adapter.ts'
import { provenRef, stamp } from './dossier-message.ts'

export interface StatusFacts {
  dossier: Dossier
  entry: LogEntry
  life: Life
  slips: Pick<DossierSlips, 'supplementRequests'>
  codes: StatusCodes
  /** TechID of the person who filed it there. */
  techId: string | undefined
  /** What was done, in words. */
  content: string
}

/** The contract knows these two and no other: received, and asked to be supplemented. */
const TOLD: ReadonlySet<string> = new Set(['2', '5'])

/**
 * DongBoTrangThaiHoSo: what became of a dossier that was born at the national portal, under its code, with ours beside
 * it. No papers of processing go with it: slips are pages and not files. @see contract v1.4, DongBoTrangThaiHoSo
 */
export function statusMessage({ dossier, entry, life, ...facts }: StatusFacts): Composed | NotComposed {
  const ref = life.nationalCode?.value
  if (ref === undefined) return { never: 'not-born-there' }
  const code = facts.codes.get(life.status.value)?.code ?? ''
  if (!TOLD.has(code)) return { never: 'said-by-the-dossier' }
  const asked = facts.slips.supplementRequests.find(({ number }) => number === entry.facts.number)
  const items = asked?.items.map(({ name, reason }) => `${name}: ${reason}`) ?? []
  const account = facts.techId === undefined ? {} : { MaDoiTuong: facts.techId }
  return {
    ref,
    payload: {
      type: '2',
      MaHoSo: ref,
      MaHoSoDonVi: life.code?.value ?? dossier.temporaryCode,
      ...account,
      NoiDung: [facts.content, ...items].join('; '),
      NgayXuLy: stamp(entry.at),
      TrangThai: code,
      TaiLieuXuLy: [],
    },
    proof: {
      type: [entry.seq],
      MaHoSo: provenRef(life),
      MaHoSoDonVi: [life.code?.seq ?? life.submitted.seq],
      ...(facts.techId === undefined ? {} : { MaDoiTuong: [life.submitted.seq] }),
      NoiDung: [entry.seq],
      NgayXuLy: [entry.seq],
      TrangThai: [life.status.seq],
      TaiLieuXuLy: [entry.seq],
    },
  }
}
