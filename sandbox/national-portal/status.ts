/** The ten codes and what they mean. @see contract 2.6 */
export const STATUSES: Record<string, string> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
}

/** Nothing comes after these. */
const FINAL = new Set(['3', '7', '8', '10'])

/**
 * Whether a status may follow another. The contract forbids nothing; this forbids only what cannot have happened:
 * waking an ended dossier, registering or receiving anew what is already in work, refusing what is already done.
 */
export function mayFollow(before: string | undefined, after: string): boolean {
  if (before === undefined || before === after) return true
  if (FINAL.has(before)) return false
  if (after === '1') return false
  if (after === '2') return before === '1' || before === '5' || before === '6'
  if (after === '3') return before !== '9'
  return true
}

/** A line that says done, of a dossier nobody was ever told was received. */
export function comesTooEarly(after: string, earlier: readonly string[]): boolean {
  return (after === '9' || after === '10') && !earlier.includes('2')
}
