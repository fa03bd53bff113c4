import type { Frame, MenuItem } from '#platform/html/frame.ts'

const PUBLIC: readonly MenuItem[] = [
  { href: '/', label: { vi: 'Trang chủ', en: 'Home' }, wideOnly: true },
  { href: '/procedures', label: { vi: 'Thủ tục', en: 'Services' } },
  { href: '/track', label: { vi: 'Tra cứu hồ sơ', en: 'Track' } },
  { href: '/my', label: { vi: 'Trang của tôi', en: 'My page' } },
  { href: '/verify', label: { vi: 'Xác minh giấy tờ', en: 'Verify a document' }, wideOnly: true },
  { href: '/help', label: { vi: 'Trợ giúp', en: 'Help' }, wideOnly: true },
]

const DESK: readonly MenuItem[] = [
  { href: '/desk', label: { vi: 'Hàng việc', en: 'Queue' } },
  { href: '/desk/register', label: { vi: 'Sổ theo dõi', en: 'Register' } },
]

/** The menu of each area: five links at most, three on phones. */
export function menuOf(area: Frame['area']): readonly MenuItem[] {
  return area === 'public' ? PUBLIC : DESK
}
