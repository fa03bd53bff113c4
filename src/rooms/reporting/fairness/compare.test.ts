import { expect, test } from 'vitest'
import { CHANNELS } from '../occurrence.ts'
import { addTo, took } from '../tally.ts'
import { adjusted, twoSided } from './chance.ts'
import { type Comparison, compareAll, FALSE_ALARM_RATE, type StratumRow } from './compare.ts'
import { compareShares } from './shares.ts'
import { compareTimes } from './times.ts'

/** mulberry32: small, and the same everywhere. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Plant {
  channel: string
  /** Times to the result are so many times as long. */
  slower?: number
  /** So much more often sent back for papers. */
  supplements?: number
  refusals?: number
}

/**
 * A year of an agency, about 4,300 dossiers: procedures and units differ, months differ, and channels differ in what they are used for; the
 * post is used where things take long. Treatment is the same, but for what is planted.
 */
function aYear(seed: number, plant?: Plant, months = 12): Map<string, StratumRow[]> {
  const roll = dice(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
  const procedures = new Map<string, StratumRow[]>()
  for (let procedure = 0; procedure < 4; procedure += 1) {
    const rows = new Map<string, Record<string, number>>()
    for (let unit = 0; unit < 3; unit += 1) {
      for (let month = 0; month < months; month += 1) {
        for (let dossier = 0; dossier < 30; dossier += 1) {
          const [online, counter] = [0.3 + 0.1 * procedure, 0.5 - 0.1 * procedure]
          const drawn = roll()
          const channel = CHANNELS[drawn < online ? 0 : drawn < online + counter ? 2 : 3] ?? 'online'
          const planted = plant?.channel === channel ? plant : undefined
          const typical = 30 * (1 + procedure) * (1 + unit / 2) * (1 + month / 20)
          const quarters = Math.ceil(typical * Math.exp(0.5 * normal()) * (planted?.slower ?? 1))
          const receive = Math.ceil(8 * Math.exp(0.7 * normal()))
          const refused = roll() < 0.05 + 0.02 * unit + (planted?.refusals ?? 0)
          const sentBack = roll() < 0.08 + 0.03 * procedure + (planted?.supplements ?? 0)
          const key = `${unit}/${month} ${channel}`
          const sum = rows.get(key) ?? {}
          addTo(
            sum,
            refused
              ? { refused: 1, ended: 1 }
              : { received: 1, ended: 1, finished: 1, [took('receive', receive)]: 1, [took('finish', quarters)]: 1 },
          )
          if (sentBack) addTo(sum, { endedSupplemented: 1 })
          rows.set(key, sum)
        }
      }
    }
    procedures.set(
      `9.00000${procedure}`,
      [...rows].map(([key, tally]) => {
        const [stratum = '', channel = ''] = key.split(' ')
        return { stratum, channel, tally }
      }),
    )
  }
  return procedures
}

function alarms(found: readonly Comparison[]): Comparison[] {
  return found.filter(({ verdict }) => verdict === 'worse')
}

test('R-185: a delay of a tenth on one channel is found, and said to be about a tenth', () => {
  for (const [index, channel] of ['online', 'counter', 'post', 'online', 'counter', 'post'].entries()) {
    const found = compareAll(aYear(100 + index, { channel, slower: 1.1 }))
    const all = found.find((one) => one.procedureCode === '' && one.channel === channel && one.measure === 'finish')
    expect(all?.verdict).toBe('worse')
    expect(all?.tested?.effect).toBeGreaterThan(1.05)
    expect(all?.tested?.effect).toBeLessThan(1.15)
    for (const alarm of alarms(found)) expect([alarm.channel, alarm.measure]).toEqual([channel, 'finish'])
  }
})

test('R-185: more refusals and more supplement requests on one channel are found', () => {
  const found = alarms(compareAll(aYear(11, { channel: 'post', supplements: 0.08, refusals: 0.08 })))
  const measures = new Set(found.filter(({ procedureCode }) => procedureCode === '').map(({ measure }) => measure))
  expect([...measures].sort()).toEqual(['refusal', 'supplement'])
  for (const { channel } of found) expect(channel).toBe('post')
})

test('R-185: on 200 fair half-years there is an alarm in no more than the stated share, however the channels are mixed', () => {
  let [years, below, asked] = [0, 0, 0]
  for (let seed = 1; seed <= 200; seed += 1) {
    const found = compareAll(aYear(seed, undefined, 6))
    if (alarms(found).length > 0) years += 1
    const ps = found.flatMap(({ tested }) => tested?.p ?? [])
    asked += ps.length
    below += ps.filter((p) => p < 0.05).length
  }
  expect(years / 200).toBeLessThanOrEqual(FALSE_ALARM_RATE)
  // A test that never speaks would pass as well: before the correction, one p of twenty is below one in twenty.
  expect(below / asked).toBeGreaterThan(0.04)
  expect(below / asked).toBeLessThan(0.06)
}, 120_000)

test('too few dossiers, or one channel alone: nothing is said, and no alarm is given', () => {
  const few = (channel: string) => ({
    stratum: 'a',
    channel,
    tally: { received: 5, [took('receive', channel === 'post' ? 90 : 1)]: 5 },
  })
  for (const one of compareAll(new Map([['9.000001', [few('online'), few('post')]]])))
    expect(one.verdict).toBe('too-few')
  expect(compareAll(new Map([['9.000001', [few('online')]]]))).toEqual([])
})

test('the rank test, by hand', () => {
  // Own 1, 3; others 2, 4, 4. Ranks 1, 3 | 2, 4.5, 4.5. W = 4, expected 2·6/2 = 6, weight 1/6.
  // Variance 2·3/12 · (6 − (2³−2)/(5·4)) = 0.5 · 5.7 = 2.85. z = −2/√2.85 = −1.1847; p = 0.2361.
  const tested = compareTimes([
    {
      own: [
        [1, 1],
        [3, 1],
      ],
      others: [
        [2, 1],
        [4, 2],
      ],
    },
  ])
  expect(tested?.p).toBeCloseTo(0.2361, 3)
  // Logs of 0.5, 2.5 and 1.5, 3.5, 3.5: means 0.11157 and 0.97031; the ratio is e^(−0.85874).
  expect(tested?.effect).toBeCloseTo(0.4237, 3)
})

test('the test of shares, by hand', () => {
  // One stratum: 30 of 100 against 10 of 100. Expected 20; variance 100·100·40·160/(200²·199) = 8.0402.
  // z = 10/2.8355 = 3.5267, p = 0.00042. Difference 0.2; standard error √(0.3·0.7/100 + 0.1·0.9/100) = 0.05477.
  const tested = compareShares([{ own: 30, ownOf: 100, others: 10, othersOf: 100 }])
  expect(tested?.p).toBeCloseTo(0.00042, 5)
  expect(tested?.effect).toBeCloseTo(0.2, 10)
  expect(tested?.low).toBeCloseTo(0.2 - 1.959964 * 0.0547723, 6)
})

test('many comparisons, by hand', () => {
  // 0.01·4/1 = 0.04, 0.02·4/2 = 0.04, 0.03·4/3 = 0.04, 0.5·4/4 = 0.5; each no larger than those behind it.
  expect(adjusted([0.5, 0.01, 0.03, 0.02]).map((p) => Number(p.toFixed(10)))).toEqual([0.5, 0.04, 0.04, 0.04])
  expect(twoSided(1.959964)).toBeCloseTo(0.05, 6)
})
