/** Whole đồng. Never a fraction, never negative. */
export type Money = number & { readonly __brand: 'Money' }

export function money(amount: number): Money {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not whole đồng: ${amount}`)
  return amount as Money
}

/** `8000` → `8.000 đồng`; English keeps the dots, which is how amounts are printed on every Vietnamese receipt. */
export function formatMoney(amount: Money): string {
  return `${groupDigits(amount)} đồng`
}

export function groupDigits(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
