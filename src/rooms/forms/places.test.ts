import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { asInstallation } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { forgetPlaceLists, importPlaces, loadPlaceLists, readPlaces } from './index.ts'
import { search } from './options.ts'
import { englishPlace } from './places.ts'

const FOLDER = '../shared/data/administrative-units'
const DAY = localDate('2025-07-01')

test('names are said in English as the state says them', () => {
  const names = ['Phường Ba Đình', 'Xã Mẫu An', 'Đặc khu Phú Quốc', 'Tỉnh Cao Bằng', 'Thành phố Huế']
  expect(names.map(englishPlace)).toEqual([
    ...['Ba Đình Ward', 'Mẫu An Commune', 'Phú Quốc Special Zone', 'Cao Bằng Province', 'Huế City'],
  ])
})

test.each([
  ['no JSON', '[{', 'not JSON'],
  ['a code of letters', '[{"code":"x","name":"Tỉnh","wards":[]}]', '“x” is no code of 2 digits'],
  [
    'a code twice',
    '[{"code":1,"name":"A","wards":[{"code":4,"name":"B"},{"code":4,"name":"C"}]}]',
    'the code 00004 is there twice',
  ],
  ['no name', '[{"code":1,"name":" ","wards":[]}]', 'it has no name'],
  ['no wards', '[{"code":1,"name":"A"}]', 'it has no list “wards”'],
  ['another table', 'a,b\n1,2', 'neither a list of provinces nor a table'],
  ['half a code', 'x,x,123,Xã Cũ,,,,', '“123” is no code of a commune'],
])('a file with %s is refused with its place', (_say, content, message) => {
  expect(readPlaces(content).problems.join('\n')).toContain(message)
})

describe('in the database', () => {
  useTestDatabase()

  test('34 provinces are there from the start; communes come and go with the file, all or nothing', async () => {
    const provinces = await asInstallation(loadPlaceLists)
    expect(provinces.provinces.length).toBeGreaterThanOrEqual(34)
    const one = (wards: object[]) => readPlaces(JSON.stringify([{ code: 1, name: 'Thành phố Hà Nội', wards }]))
    const first = await asInstallation((tx) =>
      importPlaces(
        tx,
        one([
          { code: 4, name: 'Phường Ba Đình' },
          { code: 8, name: 'Phường Ngọc Hà' },
        ]),
        DAY,
      ),
    )
    expect(first).toMatchObject({ added: 2, problems: [] })
    const bad = await asInstallation((tx) =>
      importPlaces(
        tx,
        one([
          { code: 4, name: 'Phường Khác' },
          { code: 4, name: 'x' },
        ]),
        DAY,
      ),
    )
    expect(bad.problems).toHaveLength(1)
    const next = await asInstallation((tx) =>
      importPlaces(tx, one([{ code: 4, name: 'Phường Ba Đình Mới' }]), localDate('2027-01-01')),
    )
    expect(next).toMatchObject({ added: 0, renamed: 1 })
    forgetPlaceLists()
    const lists = await asInstallation(loadPlaceLists)
    expect(lists['all-communes'].map(({ label }) => label.vi)).toEqual(['Phường Ba Đình Mới'])
    const stray = readPlaces('x,Phường X,99999,Phường Cũ,00001,Nhập toàn bộ,,')
    expect((await asInstallation((tx) => importPlaces(tx, stray, DAY))).problems).toEqual([
      'no commune has the code 99999',
    ])
  })

  test.skipIf(!existsSync(FOLDER))(
    'the whole country: 3,321 communes, each found by what it was called (needs ../shared)',
    async () => {
      const divisions = readPlaces(readFileSync(`${FOLDER}/divisions-from-2025-07.json`, 'utf8'))
      const former = readPlaces(readFileSync(`${FOLDER}/conversion-old-new-2025-07.csv`, 'utf8'))
      expect([...divisions.problems, ...former.problems]).toEqual([])
      const counts = await asInstallation(async (tx) => [
        await importPlaces(tx, divisions, DAY),
        await importPlaces(tx, former, DAY),
      ])
      expect(counts[1]).toMatchObject({ problems: [], ended: 0 })
      forgetPlaceLists()
      const lists = await asInstallation(loadPlaceLists)
      expect(lists.provinces).toHaveLength(34)
      expect(lists['all-communes']).toHaveLength(3321)
      const inHanoi = lists['all-communes'].filter(({ within }) => within === '01')
      expect(search(inHanoi, 'truc bach').map(({ label }) => label.vi)).toContain('Phường Ba Đình')
    },
  )
})
