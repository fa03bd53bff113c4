import { countIn, type Tally, type Waits, waitsIn } from './tally.ts'

/** So many of so many. Undefined where there is nothing to divide by: no data is not a hundred per cent. */
export interface Share {
  part: number
  whole: number
}

export function shareOf(part: number, whole: number): Share | undefined {
  return whole === 0 ? undefined : { part, whole }
}

/**
 * In per cent with one digit, rounded half up. What is not all is never said to be all, and what is something never
 * nothing: 1 late of 10,000 is 99.9 % on time.
 */
export function percentOf({ part, whole }: Share): number {
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole))
  const within = Math.min(Math.max(tenths, part > 0 ? 1 : 0), part < whole ? 999 : 1000)
  return within / 10
}

/** The smallest time within which at least `num` of `den` were done. Exact: a time that one of them took. */
export function withinWhich(waits: Waits, [num, den]: readonly [number, number]): number | undefined {
  const total = waits.reduce((sum, [, count]) => sum + count, 0)
  let sum = 0
  for (const [quarters, count] of waits) {
    sum += count
    if (sum * den >= total * num) return quarters
  }
  return undefined
}

const HALF = [1, 2] as const
const NINE_TENTHS = [9, 10] as const

/** The public figures of a period. Each is defined here and nowhere else. */
export interface Figures {
  /** Filed (nộp). */
  submitted: number
  /** Received by a desk (tiếp nhận). @see Circular 32/2017/TT-BTTTT, Art. 11.3 a */
  received: number
  /** Of those, filed at this portal or the national one. Circular 32/2017/TT-BTTTT, Art. 11.3 a */
  receivedOnline: number
  /** Refused at the desk (từ chối tiếp nhận, form 03). */
  refused: number
  withdrawn: number
  discontinued: number
  /** There is a result, granted or not (đã giải quyết). @see Circular 32/2017/TT-BTTTT, Art. 11.3 b */
  finished: number
  /** Finished no later than the last promise of its log. @see Circular 01/2020/TT-VPCP, form II.06a, columns 8 and 9 */
  onTime: number
  /** Finished after it. Column 10 of the same form. */
  late: number
  /** Finished without ever having had a date: neither on time nor late. */
  undated: number
  /** Of those finished that had a date. @see Circular 32/2017/TT-BTTTT, Art. 11.3 c; Decree 224/2026, Art. 19.2 đ */
  onTimeShare: Share | undefined
  /** Of those received, the ones filed online. @see Decree 224/2026, Art. 19.2 b */
  onlineShare: Share | undefined
  /** Of the agency's own acts, those that the system did alone. @see Decree 224/2026, Art. 19.2 c */
  automaticShare: Share | undefined
  /** Of the dossiers that came to an end, those sent back for papers at least once. */
  supplementShare: Share | undefined
  /** Of the decisions at the desk, those that refused. */
  refusalShare: Share | undefined
  /** Office time from filing to reception, in quarters of an hour: half of them within. */
  receiveHalf: number | undefined
  receiveMost: number | undefined
  /** Office time from reception to the result, without the time in which the person was asked for papers. Decree 224/2026, Art. 19.2 d */
  finishHalf: number | undefined
  /** Nine of ten within. */
  finishMost: number | undefined
}

export function figuresOf(tally: Tally): Figures {
  const count = (name: Parameters<typeof countIn>[1]) => countIn(tally, name)
  const [receive, finish] = [waitsIn(tally, 'receive'), waitsIn(tally, 'finish')]
  return {
    submitted: count('submitted'),
    received: count('received'),
    receivedOnline: count('receivedOnline'),
    refused: count('refused'),
    withdrawn: count('withdrawn'),
    discontinued: count('discontinued'),
    finished: count('finished'),
    onTime: count('onTime'),
    late: count('late'),
    undated: count('undated'),
    onTimeShare: shareOf(count('onTime'), count('onTime') + count('late')),
    onlineShare: shareOf(count('receivedOnline'), count('received')),
    automaticShare: shareOf(count('automaticActs'), count('acts')),
    supplementShare: shareOf(count('endedSupplemented'), count('ended')),
    refusalShare: shareOf(count('refused'), count('received') + count('refused')),
    receiveHalf: withinWhich(receive, HALF),
    receiveMost: withinWhich(receive, NINE_TENTHS),
    finishHalf: withinWhich(finish, HALF),
    finishMost: withinWhich(finish, NINE_TENTHS),
  }
}
