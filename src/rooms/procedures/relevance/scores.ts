/** One question as people ask it, and the procedures that answer it: any of them is right. */
export interface Question {
  kind: string
  asked: string
  means: string[]
}

/** How often the right procedure stands first, among three, among five; and the mean of one over its place. */
export interface Scores {
  top1: number
  top3: number
  top5: number
  mrr: number
}

/** Place of the first right answer, from 1; infinite when none is there. */
export function placeOf({ means }: Question, answers: readonly string[]): number {
  const at = answers.findIndex((code) => means.includes(code))
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}

export function scoresOf(places: readonly number[]): Scores {
  const within = (top: number) => places.filter((place) => place <= top).length / places.length
  const mrr = places.reduce((sum, place) => sum + 1 / place, 0) / places.length
  return { top1: within(1), top3: within(3), top5: within(5), mrr }
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`

/** One line of the published table. */
export function tableLine(name: string, places: readonly number[]): string {
  const { top1, top3, top5, mrr } = scoresOf(places)
  return `| ${name} | ${places.length} | ${percent(top1)} | ${percent(top3)} | ${percent(top5)} | ${mrr.toFixed(3)} |`
}
