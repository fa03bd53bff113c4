import { existsSync } from 'node:fs'
import pg from 'pg'
import { projectPath } from '#platform/config/index.ts'
import { asInstallation } from '#platform/db/index.ts'
import { searchProcedures } from '#rooms/procedures/index.ts'
import { type Figure, spreadOf } from './figures.ts'
import type { Portal } from './portal.ts'

/** What people type: without marks, with them, half a word, everyday words, a code, a mistake, nothing useful. */
const QUERIES = [
  'giay doc than',
  'dang ky ket hon',
  'lý lịch tư pháp',
  'khai sinh',
  'hộ chiếu',
  'so do',
  'dang ky kinh doanh',
  'giay phep xay dung',
  'cap lai bang lai xe',
  'bao hiem xa hoi',
  'tro cap nguoi khuyet tat',
  'chung thuc ban sao',
  'xac nhan tinh trang hon nhan',
  'thue dat',
  'chuyen muc dich su dung dat',
  'tạm trú',
  'nhap hoc',
  'mất căn cước',
  'sang tên xe máy',
  'mo quan an',
  '1.004873',
  'ho tich',
  'đất đai',
  'giấy phép lao động cho người nước ngoài',
  'khai tu',
  'nuoi con nuoi',
  'ho ngheo',
  'quyet dinh ly hon',
  'giay phpe xay dugn',
  'thu tuc',
  'a',
  'zzzz qqqq',
] as const

async function timeSearch(rounds: number): Promise<{ first: number; p50: number; p95: number }> {
  const search = async (query: string) => {
    const began = performance.now()
    await asInstallation((tx) => searchProcedures(tx, undefined, { query, limit: 20 }))
    return performance.now() - began
  }
  const first = await search('khai sinh')
  for (const query of QUERIES) await search(query)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) for (const query of QUERIES) times.push(await search(query))
  const { p50, p95 } = spreadOf(times)
  return { first, p50, p95 }
}

interface Record {
  code: string
  name: string
  kind: string
  card: object
}

/** Records that never were: the first half of one name and the second half of another, until there are `wanted`. */
async function multiply({ database }: Portal, wanted: number): Promise<void> {
  const client = new pg.Client(database.owner)
  await client.connect()
  const { rows } = await client.query<Record>('select code, name, kind, card from procedures order by code')
  const halves = rows.map(({ name }) => {
    const words = name.split(' ')
    return [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')] as const
  })
  const made: Record[] = []
  for (let number = 0; rows.length + made.length < wanted; number += 1) {
    const row = rows[number % rows.length]
    const round = 1 + Math.floor(number / rows.length)
    const head = halves[number % rows.length]
    const other = halves[(number * 7919 + round * 104_729) % rows.length]
    if (row && head && other)
      made.push({ ...row, code: `9.${String(number).padStart(6, '0')}`, name: `${head[0]} ${other[1]}` })
  }
  await client.query("begin; set local motcua.synchronising = 'on'")
  for (let at = 0; at < made.length; at += 5000)
    await client.query(
      `insert into procedures (code, version, name, kind, detail, origin, card, listed_hash, detail_hash, changed_in)
       select code, 1, name, kind, 'listed', 'catalogue', card, '', '', 0
       from json_populate_recordset(null::procedures, $1::json)`,
      [JSON.stringify(made.slice(at, at + 5000))],
    )
  await client.query('update catalogue_state set version = version + 1, moved = moved + 1; commit')
  await client.end()
}

/** The catalogue as it is, then at a hundred thousand records. Last of all: the catalogue is worth nothing afterwards. */
export async function measureSearch(
  portal: Portal,
  { rounds, most }: { rounds: number; most: number },
): Promise<Figure[]> {
  const shared = projectPath('../shared/data/national-catalogue')
  if (existsSync(shared)) await portal.motcua('catalogue', 'import', shared, '--json')
  const { rows } = await countProcedures(portal)
  const figures = await searchFigures(rows, rounds)
  await multiply(portal, most)
  return [...figures, ...(await searchFigures(most, rounds))]
}

async function countProcedures({ database }: Portal): Promise<{ rows: number }> {
  const client = new pg.Client(database.owner)
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from procedures')
  await client.end()
  return { rows: rows[0]?.count ?? 0 }
}

async function searchFigures(records: number, rounds: number): Promise<Figure[]> {
  const { first, p50, p95 } = await timeSearch(rounds)
  const name = `${records.toLocaleString('en-GB')} records, p95`
  const note = `p50 ${p50.toFixed(2)} ms; the first, which makes the index, ${(first / 1000).toFixed(1)} s`
  return [{ group: 'Search', name, value: p95, unit: 'ms', budget: { most: 10 }, note }]
}
