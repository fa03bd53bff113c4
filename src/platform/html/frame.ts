import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Bilingual, Language } from '#platform/i18n/index.ts'

/** Who answers for the portal. R-033: the foot of every page. @see Circular 32/2017/TT-BTTTT, Art. 16.3 */
export interface Contact {
  unit: Bilingual
  person: string
  position: Bilingual
  address: Bilingual
  phone: string
  hotline: string
  email: string
}

/** The agency as every page shows it. */
export interface FrameAgency {
  id: number
  code: string
  kind: 'province' | 'ministry'
  /** Short, as people say it: “Tỉnh Mẫu”. */
  name: Bilingual
  /** In full, as the head and the foot of every page give it: “Ủy ban nhân dân tỉnh Mẫu”. R-033 */
  fullName: Bilingual
  portalName: Bilingual
  contact: Contact
  /** Seed of the agency's colour, `#rrggbb`; `accent.ts` makes it legible. */
  seedColour: string
}

export interface Preferences {
  theme?: 'light' | 'dark' | 'contrast'
  size?: 'large' | 'largest'
}

export interface MenuItem {
  href: string
  label: Bilingual
  /** Hidden on phones, where the header holds three. */
  wideOnly?: boolean
}

export interface FrameViewer {
  kind: 'citizen' | 'officer'
  name: string
}

/** What every component may know about the page around it. */
export interface Frame {
  agency: FrameAgency
  language: Language
  /** `http://dichvucong.tinhmau.localhost:8080`, and the sister host of the other language. */
  origin: string
  sisterOrigin: string
  /** Path and query of this page: the language switch keeps it. */
  path: string
  area: 'public' | 'desk' | 'manage'
  viewer: FrameViewer | undefined
  /** Desk only: the place that works here, “Một cửa xã Mẫu An”. */
  place?: Bilingual | undefined
  menu: readonly MenuItem[]
  preferences: Preferences
  csrfToken: string
  nonce: string
  /** Fingerprinted addresses of the style sheet, the agency's colours and each island. */
  assets: { css: string; accent: string; island(name: string): string }
  /** When the national catalogue was last brought in. R-013 */
  lastSync: Date | undefined
  /** True when something outside is simulated: every page then says so. R-155 */
  simulated: boolean
}

export const FrameContext = createContext<Frame | undefined>(undefined)

/** The frame of the page being rendered. Throws when a component is rendered outside a page. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('rendered outside a page: wrap it in FrameContext.Provider')
  return frame
}
