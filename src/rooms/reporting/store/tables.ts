import type { LocalDate } from '#kernel/local-date.ts'
import type { Grain } from '../cube.ts'
import type { Measure, Verdict } from '../fairness/compare.ts'
import type { Tally } from '../tally.ts'

interface FigureNotesTable {
  agency_id: number
  dossier_id: string
  seq: number
}

interface FiguresTable {
  agency_id: number
  grain: Grain
  procedure_code: string
  unit: string
  channel: string
  starts_on: LocalDate
  tally: Tally
  waits: Buffer | null
}

interface FiguresCountedTable {
  agency_id: number
  counted_at: Date
}

interface ChannelComparisonsTable {
  agency_id: number
  up_to: LocalDate
  from_on: LocalDate
  procedure_code: string
  channel: string
  measure: Measure
  dossiers: number
  others: number
  p: number | null
  p_adjusted: number | null
  effect: number | null
  effect_low: number | null
  effect_high: number | null
  verdict: Verdict
  compared_at: Date
}

interface OpenDataEditionsTable {
  agency_id: number
  dataset: string
  month: LocalDate
  edition: number
  published_at: Date
  sha256: string
  body: string
}

declare module '#platform/db/index.ts' {
  interface Tables {
    figure_notes: FigureNotesTable
    figures: FiguresTable
    figures_counted: FiguresCountedTable
    channel_comparisons: ChannelComparisonsTable
    open_data_editions: OpenDataEditionsTable
  }
}
