import type { ComponentChildren } from 'preact'

/** One bar: a lower and an upper part. Undefined: not to be shown. */
export interface Bar {
  label: string
  /** For a narrow screen. */
  short: string
  lower: number | undefined
  upper: number
}

interface Props {
  bars: readonly Bar[]
  legend: { lower: string; upper: string }
  /** What is to be seen, in words; the table beside it has the numbers. */
  description: string
  number(value: number): string
}

/** A chart is drawn twice, for wide and for narrow screens; the style sheet shows one. There is no chart without its table. */
export function BarChart(props: Props) {
  return (
    <>
      <Drawing {...props} size={{ name: 'on-s', width: 340, height: 280 }} />
      <Drawing {...props} size={{ name: 'on-l', width: 1100, height: 330 }} />
    </>
  )
}

interface Size {
  name: 'on-s' | 'on-l'
  width: number
  height: number
}

const [LEFT, TOP, BOTTOM] = [62, 44, 34]
const LINES = 5

function Drawing({ bars, legend, description, number, size }: Props & { size: Size }) {
  const { width, height, name } = size
  const highest = Math.max(1, ...bars.map(({ lower = 0, upper }) => lower + upper))
  const top = roundUp(highest)
  const floor = height - BOTTOM
  const scale = (value: number) => (value * (floor - TOP)) / top
  const room = (width - LEFT) / Math.max(bars.length, 1)
  const every = Math.ceil(bars.length / (name === 'on-s' ? 12 : 16))
  return (
    <svg class={`chart ${name}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      <Legend {...legend} />
      {Array.from({ length: LINES + 1 }, (_, index) => (top * index) / LINES).map((value) => (
        <g key={value}>
          <path class="g" d={`M${LEFT} ${tenth(floor - scale(value))}H${width}`} />
          <text class="q" x={LEFT - 8} y={tenth(floor - scale(value) + 5)} text-anchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <BarDrawn key={bar.label} bar={bar} x={LEFT + room * index} {...{ room, floor, scale }}>
          {index % every === 0 && (
            <text x={tenth(LEFT + room * (index + 0.5))} y={floor + 22} text-anchor="middle">
              {name === 'on-s' ? bar.short : bar.label}
            </text>
          )}
        </BarDrawn>
      ))}
    </svg>
  )
}

/** Inside the drawing, so that it is printed and copied with it. */
function Legend({ lower, upper }: Props['legend']) {
  const second = 36 + lower.length * 9
  return (
    <g>
      <rect class="b2" x={1} y={1} width={15} height={15} />
      <text x={24} y={14}>
        {lower}
      </text>
      <rect class="b1" x={second} y={1} width={15} height={15} />
      <text x={second + 23} y={14}>
        {upper}
      </text>
    </g>
  )
}

interface BarProps {
  bar: Bar
  x: number
  room: number
  floor: number
  scale(value: number): number
  children: ComponentChildren
}

/** Between the parts stays a gap, so that they are told apart without colour too. */
const GAP = 2

function BarDrawn({ bar: { lower, upper }, x, room, floor, scale, children }: BarProps) {
  const [left, width] = [tenth(x + room * 0.18), tenth(room * 0.64)]
  const low = lower === undefined ? 0 : scale(lower)
  const up = upper > 0 ? Math.max(scale(upper), 1.5) : 0
  return (
    <g>
      {low > 0 && <rect class="b2" x={left} y={tenth(floor - low)} width={width} height={tenth(low)} />}
      {up > 0 && <rect class="b1" x={left} y={tenth(floor - low - GAP - up)} width={width} height={tenth(up)} />}
      {children}
    </g>
  )
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** The next of 5, 10, 25, 50, 100, … so that the five lines of the chart stand at round numbers. */
export function roundUp(value: number): number {
  for (let step = 5; ; step *= 10) {
    for (const times of [1, 2, 5]) if (step * times >= value) return step * times
  }
}
