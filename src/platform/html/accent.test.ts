import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentCss, accentFrom, contrast } from './accent.ts'

const channel = fc.integer({ min: 0, max: 255 })
const seeds = fc
  .tuple(channel, channel, channel)
  .map((rgb) => `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`)

function everySeed(check: (seed: string) => void) {
  fc.assert(fc.property(seeds, check), { numRuns: 600 })
}

test('contrast is the WCAG ratio', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#263f8c', '#ffffff')).toBeCloseTo(9.7, 1)
})

test('the seed of the design gives the colours of the design', () => {
  expect(accentFrom('#9b1b2a').light).toEqual({
    accent: '#9d1d2c',
    fill: '#8c1323',
    line: expect.any(String),
    soft: '#feebea',
  })
  expect(accentFrom('#f2b705').light.accent).toBe('#674c03')
})

test('by day the accent is legible on white, on giấy dó and on its own tint, whatever the seed', () => {
  everySeed((seed) => {
    const { accent, fill, soft } = accentFrom(seed).light
    expect(contrast(accent, '#ffffff')).toBeGreaterThanOrEqual(7.2)
    expect(contrast(accent, '#f6f2ea')).toBeGreaterThanOrEqual(7)
    expect(contrast(accent, soft)).toBeGreaterThanOrEqual(6)
    expect(contrast('#ffffff', fill)).toBeGreaterThanOrEqual(9)
  })
})

test('at night the accent is legible on paper and panel, and text on its fill', () => {
  everySeed((seed) => {
    const { accent, fill, soft } = accentFrom(seed).dark
    expect(contrast(accent, '#20222a')).toBeGreaterThanOrEqual(6)
    expect(contrast(accent, '#16171d')).toBeGreaterThanOrEqual(6)
    expect(contrast(accent, soft)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#fff6ee', fill)).toBeGreaterThanOrEqual(12)
  })
})

test('in high contrast the accent is at least 13 on white', () => {
  everySeed((seed) => {
    const { accent, fill } = accentFrom(seed).contrast
    expect(contrast(accent, '#ffffff')).toBeGreaterThanOrEqual(13)
    expect(contrast('#ffffff', fill)).toBeGreaterThanOrEqual(13)
  })
})

test('grey stays grey', () => {
  const { accent } = accentFrom('#777777').light
  expect(new Set([accent.slice(1, 3), accent.slice(3, 5), accent.slice(5, 7)]).size).toBe(1)
})

test('the style sheet names every theme, and takes nothing but a colour', () => {
  const css = accentCss('#1f4e8c')
  for (const part of ['prefers-color-scheme:dark', 'data-theme=dark', 'prefers-contrast:more', 'data-theme=contrast'])
    expect(css).toContain(part)
  for (const bad of ['red', '#fff', '#12345g', '#123456}body{display:none'])
    expect(() => accentCss(bad)).toThrow(RangeError)
})
