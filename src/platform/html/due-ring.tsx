interface Props {
  /** Working days (or hours) used and allowed, in the same unit. Over the limit the ring is full and red. */
  used: number
  total: number
}

const LARGEST = 31

/** The small ring of the officer's clock: how much of the time is used. A drawing; the words stand beside it. */
export function DueRing({ used, total }: Props) {
  const safe = total > 0 ? total : 1
  const share = Math.min(1, Math.max(0, used / safe))
  const ticks = Number.isInteger(total) && total > 1 && total <= LARGEST ? total : 0
  return (
    <svg
      class={used > total ? 'ring late' : 'ring'}
      viewBox="0 0 56 56"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke-width="9"
    >
      <circle class="well" cx="28" cy="28" r="22" />
      {share > 0 && (
        <circle
          cx="28"
          cy="28"
          r="22"
          stroke="currentColor"
          pathLength="100"
          stroke-dasharray={`${Math.round(share * 1000) / 10} 100`}
          transform="rotate(-90 28 28)"
        />
      )}
      <g class="cuts" stroke-width="2.5">
        {Array.from({ length: ticks }, (_, index) => Math.round((index * 3600) / ticks) / 10).map((turn) => (
          <path key={turn} d="M28 1V12" transform={`rotate(${turn} 28 28)`} />
        ))}
      </g>
    </svg>
  )
}
