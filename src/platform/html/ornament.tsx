/** The drum's geometry, computed once. It stands in three places only: the home hero, the mark, the seal. */

const CENTRE = 200
const round = (value: number) => Math.round(value * 10) / 10

function at(radius: number, turn: number): string {
  const angle = turn * 2 * Math.PI
  return `${round(CENTRE + radius * Math.cos(angle))} ${round(CENTRE + radius * Math.sin(angle))}`
}

/** A band of dotted circles joined by tangents, as on the face of the drum. */
function dottedRing(count: number, radius: number, dot: number): string {
  let path = ''
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI
    const x = round(CENTRE + radius * Math.cos(angle))
    const y = round(CENTRE + radius * Math.sin(angle))
    path += `M${round(x - dot)} ${y}a${dot} ${dot} 0 1 0 ${2 * dot} 0a${dot} ${dot} 0 1 0 -${2 * dot} 0M${round(x - 0.9)} ${y}h1.8`
    path += `M${at(radius + dot, i / count)}L${at(radius - dot, (i + 1) / count)}`
  }
  return path
}

/** A closed line that swings between two radii: the teeth, and the rays of the star. */
function teeth(count: number, inner: number, outer: number): string {
  let path = ''
  for (let i = 0; i < count; i++) {
    path += `${i === 0 ? 'M' : 'L'}${at(inner, i / count)}L${at(outer, (i + 0.5) / count)}`
  }
  return `${path}Z`
}

const STAR = teeth(14, 13, 40)
const DRUM_LINES = [
  dottedRing(26, 70, 5),
  teeth(48, 84, 95),
  teeth(36, 106, 118),
  teeth(36, 130, 118),
  dottedRing(44, 165, 5.5),
  teeth(84, 179, 190),
].join('')
const DRUM_CIRCLES = [43, 46, 58, 61, 79, 82, 97, 100, 136, 139, 153, 156, 174, 177, 192, 197]

/** Half a drum behind the home hero; place it as the first child of `.hero`. */
export function Drum() {
  return (
    <svg
      class="drum"
      viewBox="0 0 400 400"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      stroke-width="1"
    >
      <path fill="currentColor" stroke="none" d={STAR} />
      {DRUM_CIRCLES.map((radius) => (
        <circle key={radius} cx="200" cy="200" r={radius} />
      ))}
      <circle cx="200" cy="200" r="52" stroke-width="9" stroke-dasharray="1.1 3.2" />
      <circle cx="200" cy="200" r="146" stroke-width="11" stroke-dasharray="1.1 3.4" />
      <path d={DRUM_LINES} />
    </svg>
  )
}

const MARK_STAR = teeth(14, 36, 104)

/** An invented, neutral mark: the slot of the agency's official emblem. Nothing of the national emblem is redrawn. */
export function Mark() {
  return (
    <svg viewBox="0 0 400 400" aria-hidden="true" focusable="false" fill="none" stroke="currentColor">
      <circle cx="200" cy="200" r="186" stroke-width="20" />
      <circle cx="200" cy="200" r="152" stroke-width="26" stroke-dasharray="9 17.55" />
      <circle cx="200" cy="200" r="124" stroke-width="9" />
      <path d={MARK_STAR} fill="currentColor" stroke="none" />
    </svg>
  )
}

const SEAL_RING = dottedRing(22, 143, 10)

/** The small ring that seals a confirmation. */
export function Seal() {
  return (
    <svg viewBox="0 0 400 400" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="4">
      <circle cx="200" cy="200" r="194" />
      <circle cx="200" cy="200" r="178" stroke-width="18" stroke-dasharray="3 9.3" />
      <circle cx="200" cy="200" r="162" />
      <path d={SEAL_RING} stroke-width="3.2" />
      <circle cx="200" cy="200" r="124" />
      <path d="M140 205L182 247L264 158" stroke-width="24" />
    </svg>
  )
}
