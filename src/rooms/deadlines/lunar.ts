import { fromDayNumber, type LocalDate } from '#kernel/local-date.ts'

/*
 * The Vietnamese lunar calendar, computed and not looked up: months begin on the day of the new moon at UTC+7,
 * the eleventh month holds the winter solstice, and in a year of thirteen months the first month without a major
 * solar term is the leap one. A Chinese table (UTC+8) gives another Tết in 1968, 1985, 2007 and 2030, and Intl's
 * `chinese` calendar is wrong in 2027 as well. Series: J. Meeus, Astronomical Algorithms, 2nd ed., ch. 25 and 49.
 * Error below a minute; of the new moons that decide a Tết before 2100 the nearest to midnight is 28 minutes away (2053).
 */

const RAD = Math.PI / 180
const UNIX_EPOCH = 2440587.5
const SYNODIC_MONTH = 29.530588861
const VIETNAM = 7 / 24

/** Day numbers (since 1970-01-01, UTC+7) of the first day of the first lunar month and of 10/3. */
export interface LunarYear {
  newYear: number
  hungKings: number
}

const years = new Map<number, LunarYear>()

/** Mùng một Tết of the year in which it falls, 1976 to 2199. */
export function lunarNewYear(year: number): LocalDate {
  return fromDayNumber(lunarYear(year).newYear)
}

/** Giỗ Tổ Hùng Vương: the tenth day of the third month, never of a leap third month. */
export function hungKingsDay(year: number): LocalDate {
  return fromDayNumber(lunarYear(year).hungKings)
}

function lunarYear(year: number): LunarYear {
  const known = years.get(year)
  if (known) return known

  const eleventh = eleventhMonth(year - 1)
  const months = eleventhMonth(year) - eleventh
  const leap = months === 13 ? leapAfter(eleventh) : 0
  // Offsets from the eleventh month: 1 the twelfth, 2 the first, 4 the third; each moves on when a leap month came before.
  const offset = (plain: number) => plain + (leap > 0 && leap <= plain ? 1 : 0)
  const found = {
    newYear: newMoonDay(eleventh + offset(2)),
    hungKings: newMoonDay(eleventh + offset(4)) + 9,
  }
  years.set(year, found)
  return found
}

/** Index of the lunation in which the winter solstice of `year` falls. */
function eleventhMonth(year: number): number {
  const yearEnd = Date.UTC(year, 11, 31) / 86_400_000
  let k = Math.floor((yearEnd + UNIX_EPOCH - 2451550.09766) / SYNODIC_MONTH) + 1
  while (newMoonDay(k) > yearEnd) k -= 1
  // The sun enters sector 9 (270°) at the solstice: the month must begin before it.
  while (sunSector(newMoonDay(k)) >= 9) k -= 1
  return k
}

/** How many months after the eleventh the leap month stands: the first that holds no major solar term. */
function leapAfter(eleventh: number): number {
  for (let i = 1; i < 14; i += 1) {
    if (sunSector(newMoonDay(eleventh + i)) === sunSector(newMoonDay(eleventh + i + 1))) return i
  }
  return 0
}

/** In which twelfth of the ecliptic the sun stands at the first minute of the day at UTC+7. */
function sunSector(day: number): number {
  return Math.floor(sunLongitude(day + UNIX_EPOCH - VIETNAM) / 30)
}

function sunLongitude(julianDay: number): number {
  const t = (julianDay + deltaT(julianDay) - 2451545) / 36525
  const mean = 280.46646 + t * (36000.76983 + t * 0.0003032)
  const anomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)) * RAD
  const centre =
    (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly) +
    (0.019993 - t * 0.000101) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  const node = (125.04 - 1934.136 * t) * RAD
  const apparent = mean + centre - 0.00569 - 0.00478 * Math.sin(node)
  return ((apparent % 360) + 360) % 360
}

/** Dynamical minus universal time, in days: 65 s in 2005, by the polynomials of Espenak and Meeus. */
function deltaT(julianDay: number): number {
  const t = (julianDay - 2451544.5) / 365.25
  const u = (t + 2000 - 1820) / 100
  const seconds = t < 50 ? 62.92 + t * (0.32217 + t * 0.005589) : -20 + 32 * u * u - 0.5628 * (150 - t)
  return seconds / 86_400
}

/** Terms of the true phase: coefficient in days, multiples of M (sun), M' (moon), F (latitude), power of E. */
const NEW_MOON_TERMS: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 1, 0, 0],
  [0.17241, 1, 0, 0, 1],
  [0.01608, 0, 2, 0, 0],
  [0.01039, 0, 0, 2, 0],
  [0.00739, -1, 1, 0, 1],
  [-0.00514, 1, 1, 0, 1],
  [0.00208, 2, 0, 0, 2],
  [-0.00111, 0, 1, -2, 0],
  [-0.00057, 0, 1, 2, 0],
  [0.00056, 1, 2, 0, 1],
  [-0.00042, 0, 3, 0, 0],
  [0.00042, 1, 0, 2, 1],
  [0.00038, 1, 0, -2, 1],
  [-0.00024, -1, 2, 0, 1],
  [-0.00007, 2, 1, 0, 0],
  [0.00004, 0, 2, -2, 0],
  [0.00004, 3, 0, 0, 0],
  [0.00003, 1, 1, -2, 0],
  [0.00003, 0, 2, 2, 0],
  [-0.00003, 1, 1, 2, 0],
  [0.00003, -1, 1, 2, 0],
  [-0.00002, -1, 1, -2, 0],
  [-0.00002, 1, 3, 0, 0],
  [0.00002, 0, 4, 0, 0],
]

/** Pull of the planets: coefficient in days, angle at k = 0, degrees per lunation. */
const PLANET_TERMS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
]

/** Julian day (universal time) of new moon number `k`, counted from 6 January 2000. */
export function newMoon(k: number): number {
  const t = k / 1236.85
  const eccentricity = 1 - t * (0.002516 + t * 0.0000074)
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const node = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * RAD

  let day = 2451550.09766 + SYNODIC_MONTH * k + 0.00015437 * t * t - 0.00017 * Math.sin(node)
  for (const [size, m, mm, f, e] of NEW_MOON_TERMS) {
    day += size * eccentricity ** e * Math.sin((m * sun + mm * moon + f * latitude) * RAD)
  }
  for (const [size, start, rate] of PLANET_TERMS) {
    const drift = rate === 0.107408 ? -0.009173 * t * t : 0
    day += size * Math.sin((start + rate * k + drift) * RAD)
  }
  return day - deltaT(day)
}

function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) + VIETNAM - UNIX_EPOCH)
}
