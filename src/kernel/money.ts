/** Whole đồng. Never a fraction, never negative. */
export type Money = number & { readonly __brand: 'Money' }

export function money(amount: number): Money {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not whole đồng: ${amount}`)
  return amount as Money
}

export function groupDigits(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
