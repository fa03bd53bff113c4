import { type Money, money } from '#kernel/money.ts'

/** What the money is for. @see Decree 224/2026, Art. 33–34 */
export const ACTIVITIES = [
  'maintain',
  'develop',
  'train',
  'content',
  'digitise',
  'security',
  'measure',
  'communicate',
] as const
export type Activity = (typeof ACTIVITIES)[number]

/** chi thường xuyên, chi đầu tư phát triển. @see Decree 224/2026, Art. 33–34 */
export const SPENDINGS = ['recurrent', 'investment'] as const
export type Spending = (typeof SPENDINGS)[number]

/** How it is done. @see Decree 224/2026, Art. 36, 65–67 */
export const FORMS = ['purchase', 'available-service', 'made-service', 'project', 'own-work'] as const
export type Form = (typeof FORMS)[number]

/** What the unit price stands on. @see Decree 224/2026, Art. 67.3 */
export const PRICE_BASES = ['quotation', 'similar-award', 'valuation', 'listed-price', 'norm'] as const
export type PriceBasis = (typeof PRICE_BASES)[number]

/** The four sources, in the order of the law. @see Decree 42/2022, Art. 20.1 a–d */
export const SOURCES = ['stateBudget', 'retainedRevenue', 'aid', 'other'] as const
export type Source = (typeof SOURCES)[number]

export const QUARTERS = [0, 1, 2, 3] as const

export type Quarters = readonly [Money, Money, Money, Money]

/** Chương, loại, khoản, mục, tiểu mục of the state budget index (mục lục ngân sách nhà nước). */
export const CODE_PARTS = ['chapter', 'category', 'clause', 'item', 'subItem'] as const
export type CodePart = (typeof CODE_PARTS)[number]
export type BudgetCodes = Readonly<Partial<Record<CodePart, string>>>

export interface Attachment {
  documentId: string
  name: string
}

/** Where a figure of a first draft came from: never a number without its source. */
export interface Trace {
  field: 'requested' | 'thisYear' | 'nextYears'
  amount: Money
  from: { planId: string; version: number; lineId: string; figure: 'given' | 'requested' | 'spent' | 'firstNextYear' }
}

/** One task (nhiệm vụ chi) of a plan. All amounts are whole đồng. */
export interface Line {
  id: string
  name: string
  activity: Activity
  spending: Spending
  form: Form
  /** It changes a system that the body has already bought or built. */
  upgradesOwned: boolean
  /** For services: how many years the contract runs. */
  leaseYears: number
  codes: BudgetCodes
  /** căn cứ pháp lý */
  legalBasis: string
  /** sự cần thiết */
  need: string
  quantity: number
  unit: string
  unitPrice: Money
  priceBasis: PriceBasis
  priceNote: string
  /** ước thực hiện năm hiện hành (N−1) */
  thisYear: Money
  /** dự kiến N+1, N+2 */
  nextYears: readonly [Money, Money]
  sources: Readonly<Record<Source, Money>>
  quarters: Quarters
  /** sản phẩm, chỉ tiêu */
  product: string
  /** The task of the yearly digital-transformation plan it belongs to. R-212 */
  digitalPlanTask: string
  attachments: readonly Attachment[]
  traces: readonly Trace[]
}

/** Exact sum. Throws RangeError beyond what whole numbers can hold. */
export function sum(amounts: Iterable<number>): Money {
  let total = 0
  for (const amount of amounts) total += amount
  return money(total)
}

/** dự toán năm N: quantity × unit price, which sources and quarters must equal. */
export function requestedOf({ quantity, unitPrice }: Pick<Line, 'quantity' | 'unitPrice'>): Money {
  return money(quantity * unitPrice)
}

export function sumSources(sources: Line['sources']): Money {
  return sum(SOURCES.map((source) => sources[source]))
}

export function isLease(form: Form): boolean {
  return form === 'available-service' || form === 'made-service'
}

/** One amount per group of lines, in the order of the groups; groups without lines stay, with zero. */
export function sumBy<K extends string>(
  lines: readonly Line[],
  keys: readonly K[],
  { keyOf, amountOf = requestedOf }: { keyOf: (line: Line) => K; amountOf?: (line: Line) => number },
): Record<K, Money> {
  const totals = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>
  for (const line of lines) totals[keyOf(line)] += amountOf(line)
  return Object.fromEntries(keys.map((key) => [key, money(totals[key])])) as Record<K, Money>
}

export function totalRequested(lines: readonly Line[]): Money {
  return sum(lines.map(requestedOf))
}

export function totalSources(lines: readonly Line[]): Record<Source, Money> {
  const of = (source: Source) => sum(lines.map((line) => line.sources[source]))
  return { stateBudget: of('stateBudget'), retainedRevenue: of('retainedRevenue'), aid: of('aid'), other: of('other') }
}
