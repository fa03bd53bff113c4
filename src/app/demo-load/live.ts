import { receive, refuse, withdraw } from './intake.ts'
import type { Life } from './life.ts'
import { handBack, issue } from './result.ts'
import type { Row } from './rows.ts'
import type { Story } from './story.ts'
import { ask, claim, type Standing, start, take } from './work.ts'

export interface Day {
  /** When it is at the desk. */
  receivedAt: Date
  /** Nothing happens after this moment. */
  until: Date
  /** The number of the day at the desk; not asked for by one that is never received. */
  number: number
  /** The sample file of results. */
  sha256: string
}

/** One moment after another: as many as are asked for, evenly from the reception to the end. */
function moments(from: Date, to: Date, count: number): () => Date {
  let taken = 0
  const step = (to.getTime() - from.getTime()) / (count + 1)
  return () => {
    taken += 1
    return new Date(Math.round(from.getTime() + step * taken))
  }
}

/** How long it took, against what was promised. */
function endOf(life: Life, story: Story, { receivedAt, until }: Day): Date {
  const { due_at } = life.dossier
  const promised = Math.max(due_at ? due_at.getTime() - receivedAt.getTime() : 0, 3_600_000)
  const late = story.kind === 'finished' && story.late
  const share = late ? 1.05 + life.dice.next() * 2 : 0.2 + life.dice.next() * 0.75
  return new Date(Math.min(receivedAt.getTime() + promised * share, until.getTime()))
}

/** Lives the story through, from the desk on. */
export function live(life: Life, story: Story, day: Day): void {
  switch (story.kind) {
    case 'submitted':
      break
    case 'refused':
      refuse(life, day.receivedAt)
      break
    case 'withdrawn':
      withdraw(life, day.receivedAt)
      break
    default:
      work(life, story, day)
  }
}

type Worked = Exclude<Story, { kind: 'submitted' | 'refused' | 'withdrawn' }>

function work(life: Life, story: Worked, day: Day): void {
  receive(life, day.receivedAt, day.number)
  const { stops } = life.template
  const [first] = stops
  if (!first) return
  const next = moments(day.receivedAt, endOf(life, story, day), 2 * stops.length + 2)
  const standing = start(life, first, next())
  if (story.kind !== 'asked') {
    walk(life, story, { standing, next, sha256: day.sha256 })
    return
  }
  const officer = life.dice.pick(first.officers)
  claim(life, standing, { at: next(), officer })
  ask(life, standing, { at: next(), officer })
}

interface Walking {
  standing: Standing
  next: () => Date
  sha256: string
}

function walk(life: Life, story: Exclude<Worked, { kind: 'asked' }>, { standing, next, sha256 }: Walking): void {
  const { stops } = life.template
  let here: Standing | undefined = standing
  let result: Row<'results'> | undefined
  let last = life.template.desk[0]
  for (let at = 0; here; at += 1) {
    const { stop, item }: Standing = here
    const officer = stop.role ? life.dice.pick(stop.officers) : undefined
    const stopsHere = story.kind === 'stopped' && story.at === at
    if (officer && (!stopsHere || story.held)) claim(life, here, { at: next(), officer })
    if (stopsHere) return

    const action = (story.rejected ? stop.rejection : undefined) ?? stop.action
    const moment = next()
    here = take(life, here, { action, at: moment, officer, next: stops[at + 1] })
    const signer = last
    if (stop.step.kind === 'sign' && signer)
      result = issue(life, { at: moment, item, signer, outcome: story.rejected ? 'rejected' : 'granted', sha256 })
    if (officer) last = officer
    if (!here && result && officer) handBack(life, result, { at: moment, officer })
  }
}
