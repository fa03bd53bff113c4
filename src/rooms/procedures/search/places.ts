import { matchesAt } from './lexicon.ts'
import places from './places.json' with { type: 'json' }
import { hasMarks, keysOf, type Syllable, syllablesOf } from './syllables.ts'

/** A place that the query names: what is left without it, and the province it lies in today. */
export interface PlaceRead {
  rest: Syllable[]
  /** Number of the province of today, from 1; 0 when only a commune was named. */
  province: number
  /** As it was called and as it is called, when the two differ. */
  renamed: { typed: string; now: string } | undefined
}

/** Provinces of today, as their people's committees are called; the first is number 1. */
const spaced = (text: string) => ` ${keysOf(text).join(' ')} `
const PROVINCES = places.map(({ now }) => spaced(now))

/** The province a publisher belongs to, as a number from 1; 0 for ministries. */
export function provinceOf(publisher: string): number {
  if (!/UBND|ủy ban nhân dân|tỉnh|thành phố/i.test(publisher)) return 0
  const keys = spaced(publisher)
  return PROVINCES.findIndex((name) => keys.includes(name)) + 1
}

interface Named {
  said: Syllable[]
  province: number
  kind: 'province' | 'district'
  /** What it is called today, when it is no longer called that. */
  now?: string
}

const CITIES = new Set(['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế', 'Đồng Nai'])
const fullName = (now: string) => `${CITIES.has(now) ? 'Thành phố' : 'tỉnh'} ${now}`

/** Old and new provinces, and the districts that were done away with on 1 July 2025, the longer names first. */
const NAMED: Named[] = places
  .flatMap(({ now, also, was }, at): Named[] => {
    const province = at + 1
    const one = (name: string, kind: Named['kind'], old: boolean): Named => {
      return { said: syllablesOf(name), province, kind, ...(old ? { now: fullName(now) } : {}) }
    }
    return [
      ...[now, ...also].map((name) => one(name, 'province', false)),
      ...Object.keys(was).flatMap((old) => (old === now ? [] : [one(old, 'province', true)])),
      ...Object.values(was).flatMap((districts) => districts.map((name) => one(name, 'district', true))),
    ]
  })
  .sort((one, other) => other.said.length - one.said.length)

const BY_FIRST = Map.groupBy(NAMED, ({ said }) => said[0]?.key ?? '')

const OF_PROVINCE = ['tỉnh', 'thành phố', 'tp'].map(syllablesOf)
const OF_DISTRICT = ['quận', 'huyện', 'thị xã', 'tx', 'thành phố', 'tp', 'q', 'h'].map(syllablesOf)
const OF_COMMUNE = ['phường', 'xã', 'thị trấn', 'p'].map(syllablesOf)
const AT = ['ở', 'tại'].map(syllablesOf)

interface Found {
  at: number
  length: number
  named: Named | undefined
}

/** Finds the places of a query: people say where they live, and procedures are seldom called by it. */
export function readPlace(query: Syllable[]): PlaceRead | undefined {
  const found: Found[] = []
  for (let at = 0; at < query.length; ) {
    const one = placeAt(query, at)
    if (one) found.push(one)
    at += one?.length ?? 1
  }
  if (found.length === 0) return undefined
  const rest = query.filter((_, at) => !found.some((one) => at >= one.at && at < one.at + one.length))
  if (rest.length === 0) return undefined
  const named = found.flatMap((one) => one.named ?? [])
  const province = named.find(({ kind }) => kind === 'province') ?? named[0]
  const typed = province?.said.map(({ said }) => said).join(' ') ?? ''
  const renamed = province?.now === undefined ? undefined : { typed: titled(typed), now: province.now }
  return { rest, province: province?.province ?? 0, renamed }
}

function placeAt(query: Syllable[], at: number): Found | undefined {
  const province = marked(query, at, OF_PROVINCE, 'province') ?? bareProvince(query, at)
  if (province) return province
  const district = marked(query, at, OF_DISTRICT, 'district') ?? bareDistrict(query, at)
  return district ?? commune(query, at)
}

function namedAt(query: Syllable[], at: number, kind: Named['kind']): Named | undefined {
  const first = query[at]
  return first && BY_FIRST.get(first.key)?.find((one) => one.kind === kind && matchesAt(query, at, one.said))
}

function markAt(query: Syllable[], at: number, marks: Syllable[][]): number {
  return marks.find((mark) => matchesAt(query, at, mark))?.length ?? 0
}

function marked(query: Syllable[], at: number, marks: Syllable[][], kind: Named['kind']): Found | undefined {
  const mark = markAt(query, at, marks)
  const named = mark > 0 ? namedAt(query, at + mark, kind) : undefined
  return named && { at, length: mark + named.said.length, named }
}

/** `Huế` is a place, `hue` may be anything; and in `công nghệ an toàn` there is no Nghệ An. */
function bareProvince(query: Syllable[], at: number): Found | undefined {
  const named = namedAt(query, at, 'province')
  const first = named?.said[0]
  if (!named || !first) return undefined
  if (named.said.length === 1 && hasMarks(first.said) && !hasMarks(query[at]?.said ?? '')) return undefined
  if (first.key === 'nghe' && query[at - 1]?.key === 'cong') return undefined
  return { at, length: named.said.length, named }
}

/** A district without its mark is one before a province, or at the end after `ở`: names of districts are words as well. */
function bareDistrict(query: Syllable[], at: number): Found | undefined {
  const named = namedAt(query, at, 'district')
  if (!named || named.said.length < 2) return undefined
  const after = at + named.said.length
  const followed = marked(query, after, OF_PROVINCE, 'province') ?? bareProvince(query, after)
  const ends = after === query.length && saidToBeAt(query, at)
  return followed || ends ? { at, length: named.said.length, named } : undefined
}

const HO_CHI_MINH = NAMED.find(({ said }) => said.map(({ key }) => key).join('') === 'hochiminh')

/** `q7`, `p5`; `phường 5`; and `xã Tân Lập` after `ở` at the end, or before a larger place. */
function commune(query: Syllable[], at: number): Found | undefined {
  const short = /^([qp])\d{1,2}$/.exec(query[at]?.key ?? '')?.[1]
  if (short) return { at, length: 1, named: short === 'q' ? HO_CHI_MINH : undefined }
  const mark = markAt(query, at, OF_COMMUNE)
  if (mark === 0) return undefined
  if (/^\d{1,2}$/.test(query[at + mark]?.key ?? '')) return { at, length: mark + 1, named: undefined }
  const end = at + mark + 2
  const ends = end === query.length && saidToBeAt(query, at)
  const followed = end < query.length && placeAt(query, end)?.named !== undefined
  return ends || followed ? { at, length: mark + 2, named: undefined } : undefined
}

function saidToBeAt(query: Syllable[], at: number): boolean {
  return at > 0 && AT.some((mark) => matchesAt(query, at - 1, mark))
}

function titled(text: string): string {
  return text.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
}
