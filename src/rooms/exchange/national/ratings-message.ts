import { addMonths, isLocalDate, type LocalDate, localDateTime } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Composed, NotComposed } from '../adapter.ts'
import type { Message } from '../message.ts'
import { stamp } from './dossier-message.ts'

export const RATINGS = 'DongBoDanhGia'

/** The ratings of one procedure at one unit in one month. */
export interface RatedMonth {
  /** Its first day. */
  month: LocalDate
  unitId: string
  procedureCode: string
}

/** How they add up, by the three levels of the contract. */
export interface RatingsSaid {
  unitCode: string
  unitName: string
  very: number
  satisfied: number
  notYet: number
}

/** Asked when the message leaves. Undefined when there are none, or so few that they are told to nobody. */
export type ReadRatings = (tx: Tx, of: RatedMonth) => Promise<RatingsSaid | undefined>

/** One message for a month, unit and procedure, however often it is asked for. */
export function ratingsKey({ month, unitId, procedureCode }: RatedMonth): string {
  return `ratings:${month}:${unitId}:${procedureCode}`
}

function readKey(key: string): RatedMonth | undefined {
  const [kind, month = '', unitId, procedureCode] = key.split(':')
  if (kind !== 'ratings' || !isLocalDate(month) || !unitId || !procedureCode) return undefined
  return { month, unitId, procedureCode }
}

/**
 * Whole hundredths of a per cent that come to exactly 100: what is left over after rounding down goes to the largest
 * remainders. Cutting off, and calling the rest dissatisfied, would invent dissatisfied people.
 */
export function sharesOf(counts: readonly number[]): number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0)
  const exact = counts.map((count) => (count * 10_000) / whole)
  const shares = exact.map(Math.floor)
  const left = 10_000 - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index)
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares.map((share) => share / 100)
}

/** DongBoDanhGia: how people rated, added up when the month is over. @see contract v1.4, DongBoDanhGia */
export async function ratingsMessage(
  tx: Tx,
  { key }: Message,
  readRatings: ReadRatings | undefined,
): Promise<Composed | NotComposed> {
  const of = readKey(key)
  const said = of && (await readRatings?.(tx, of))
  if (!of || !said) return { never: 'no-ratings' }
  const [RatHaiLong, HaiLong, ChuaHaiLong] = sharesOf([said.very, said.satisfied, said.notYet])
  return {
    ref: `${said.unitCode} ${of.procedureCode} ${of.month.slice(0, 7)}`,
    payload: {
      NgayTongHop: stamp(localDateTime(`${addMonths(of.month, 1)}T00:00`)),
      TongSoNguoiDanhGia: said.very + said.satisfied + said.notYet,
      PhanTramDanhGia: { RatHaiLong, HaiLong, ChuaHaiLong },
      MaThuTuc: of.procedureCode,
      Madonvi: said.unitCode,
      TenDonVi: said.unitName,
    },
    proof: {},
  }
}
