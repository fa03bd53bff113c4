/**
 * The agency's colours from one seed. The hue is kept; lightness is found, so that contrast holds for every seed.
 * A seed can look darker than its brand; it cannot look illegible.
 */

type Rgb = readonly [number, number, number]

const channels = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}
const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const toGamma = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)
const linear = (hex: string): Rgb => {
  const [r, g, b] = channels(hex)
  return [toLinear(r), toLinear(g), toLinear(b)]
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const a = luminance(one)
  const b = luminance(other)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Chroma and hue of a colour in OKLCH. */
function chromaAndHue(hex: string): { chroma: number; hue: number } {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { chroma: Math.hypot(x, y), hue: Math.atan2(y, x) }
}

function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const x = chroma * Math.cos(hue)
  const y = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** Outside the screen's colours, chroma gives way; hue and lightness stay. */
function toHex(lightness: number, wanted: number, hue: number): string {
  let chroma = wanted
  let rgb = linearRgb(lightness, chroma, hue)
  while (chroma > 0 && rgb.some((c) => c < -0.0001 || c > 1.0001)) {
    chroma = Math.max(0, chroma - 0.002)
    rgb = linearRgb(lightness, chroma, hue)
  }
  const byte = (c: number) => Math.round(toGamma(Math.min(1, Math.max(0, c))) * 255)
  return `#${rgb.map((c) => byte(c).toString(16).padStart(2, '0')).join('')}`
}

/** Grounds and texts the accent meets; `tokens.css` holds the same values. */
const GROUND = { paper: '#ffffff', band: '#f6f2ea', panel: '#20222a', onAccentNight: '#fff6ee' }
const STEP = 0.005

export interface Accent {
  accent: string
  fill: string
  line: string
  soft: string
}

export interface Accents {
  light: Accent
  dark: Accent
  contrast: Accent
}

function darken(from: number, colour: (lightness: number) => string, enough: (hex: string) => boolean): number {
  let lightness = from
  while (lightness > 0 && !enough(colour(lightness))) lightness -= STEP
  return Math.max(0, lightness)
}

/** Three palettes of one agency. `seed` is `#rrggbb`. */
export function accentFrom(seed: string): Accents {
  const { chroma: given, hue } = chromaAndHue(seed)
  const chroma = given < 0.02 ? 0 : Math.min(0.17, Math.max(0.06, given))
  const at = (share: number) => (lightness: number) => toHex(lightness, chroma * share, hue)

  const day = darken(0.56, at(1), (hex) => contrast(hex, GROUND.paper) >= 7.2 && contrast(hex, GROUND.band) >= 7)
  const deep = darken(0.4, at(1), (hex) => contrast(hex, GROUND.paper) >= 13)
  const nightFill = darken(0.36, at(0.75), (hex) => contrast(hex, GROUND.onAccentNight) >= 12)
  let night = 0.7
  while (night < 1 && contrast(at(0.8)(night), GROUND.panel) < 6) night += STEP

  return {
    light: {
      accent: at(1)(day),
      fill: at(0.95)(day - 0.04),
      line: at(0.9)(day + 0.1),
      soft: toHex(0.955, Math.min(0.025, chroma), hue),
    },
    dark: {
      accent: at(0.8)(night),
      fill: at(0.75)(nightFill),
      line: at(0.75)(nightFill + 0.2),
      soft: toHex(0.27, Math.min(0.04, chroma), hue),
    },
    contrast: { accent: at(1)(deep), fill: at(1)(deep), line: '#ffffff', soft: '#ffffff' },
  }
}

function declarations({ accent, fill, line, soft }: Accent): string {
  return `--mc-accent:${accent};--mc-accent-fill:${fill};--mc-accent-line:${line};--mc-accent-soft:${soft}`
}

/** The style sheet of one agency's colours, after the product's own. Throws on what is no `#rrggbb`. */
export function accentCss(seed: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(seed)) throw new RangeError(`not a colour: ${seed}`)
  const { light, dark, contrast: high } = accentFrom(seed)
  return [
    `:root{${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){${declarations(dark)}}}`,
    `:root[data-theme=dark]{${declarations(dark)}}`,
    `@media (prefers-contrast:more){:root:not([data-theme]){${declarations(high)}}}`,
    `:root[data-theme=contrast]{${declarations(high)}}`,
    `@media print{:root,:root[data-theme]{${declarations(high)}}}`,
    '',
  ].join('\n')
}
