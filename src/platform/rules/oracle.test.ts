import fc from 'fast-check'
import { evaluate as feelin } from 'feelin'
import { expect, test } from 'vitest'
import { compileRule } from './index.ts'

/**
 * feelin is an interpreter of FEEL that we did not write. On well-typed rules the two must agree. Where types are mixed
 * they differ on purpose: feelin says `1 < "a"` is false and takes `[1]` for 1; we say null, as DMN 1.5 does.
 */
type Kind = 'number' | 'boolean' | 'text' | 'list'

const context = {
  n: 7,
  m: -2,
  yes: true,
  no: false,
  unknown: null,
  word: 'Đặng',
  other: 'b',
  list: [1, 2, 7],
  box: { n: 5 },
}
const names = Object.keys(context)

const number = fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.constantFrom('n', 'm', 'box.n'))
const text = fc.oneof(fc.constantFrom('"a"', '"b"', '"Đặng"', '""'), fc.constantFrom('word', 'other'))
const truth = fc.constantFrom('true', 'false', 'yes', 'no')
const list = fc.oneof(
  fc.constant('list'),
  fc.array(number, { minLength: 1, maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
)
const leaf: Record<Kind, fc.Arbitrary<string>> = { number, boolean: truth, text, list }

function rule(kind: Kind, depth: number): fc.Arbitrary<string> {
  if (depth === 0) return leaf[kind]
  const of = (wanted: Kind) => rule(wanted, depth - 1)
  const two = (wanted: Kind, signs: string[]) =>
    fc.tuple(of(wanted), fc.constantFrom(...signs), of(wanted)).map(([a, sign, b]) => `(${a} ${sign} ${b})`)
  const choice = fc.tuple(of('boolean'), of(kind), of(kind)).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`)
  const made: Record<Kind, fc.Arbitrary<string>[]> = {
    number: [
      two('number', ['+', '-', '*']),
      fc.tuple(fc.constantFrom('count', 'sum', 'min', 'max'), of('list')).map(([name, a]) => `${name}(${a})`),
      fc.tuple(fc.constantFrom('abs', 'floor', 'ceiling'), of('number')).map(([name, a]) => `${name}(${a})`),
      of('text').map((a) => `string length(${a})`),
    ],
    boolean: [
      two('number', ['=', '!=', '<', '<=', '>', '>=']),
      two('text', ['=', '!=', '<', '<=', '>', '>=']),
      two('boolean', ['and', 'or', '=', '!=']),
      of('boolean').map((a) => `not(${a})`),
      fc
        .tuple(of('number'), fc.integer({ min: -5, max: 5 }), fc.nat(9))
        .map(([a, low, size]) => `(${a} in [${low}..${low + size}])`),
      fc
        .tuple(of('number'), fc.integer({ min: 0, max: 5 }), fc.nat(9))
        .map(([a, low, size]) => `(${a} between ${low} and ${low + size})`),
      fc.tuple(of('number'), of('number'), of('number')).map(([a, b, c]) => `(${a} in (${b}, ${c}))`),
      fc.tuple(of('list'), of('number')).map(([a, b]) => `list contains(${a}, ${b})`),
      fc
        .tuple(fc.constantFrom('some', 'every'), of('list'), of('number'))
        .map(([q, a, b]) => `(${q} x in ${a} satisfies x > ${b})`),
      fc
        .tuple(fc.constantFrom('contains', 'starts with', 'ends with'), of('text'), of('text'))
        .map(([f, a, b]) => `${f}(${a}, ${b})`),
    ],
    text: [
      two('text', ['+']),
      fc.tuple(fc.constantFrom('lower case', 'upper case'), of('text')).map(([f, a]) => `${f}(${a})`),
    ],
    list: [fc.array(of('number'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`)],
  }
  return fc.oneof(leaf[kind], choice, ...made[kind])
}

const anyRule = fc.constantFrom<Kind>('number', 'boolean', 'text').chain((kind) => rule(kind, 3))

test('on a generated corpus our rules and feelin say the same', () => {
  fc.assert(
    fc.property(anyRule, (source) => {
      fc.pre(source.length < 1_500)
      const ours = compileRule(source, names).evaluate(context)
      const answer = feelin(source, context).value
      // The decimals of FEEL know one zero; the floating point beneath feelin knows two.
      const theirs = Object.is(answer, -0) ? 0 : answer
      fc.pre(typeof theirs !== 'number' || Number.isSafeInteger(theirs))
      expect(ours).toEqual(theirs)
    }),
    { numRuns: 1_500 },
  )
})

test('three-valued logic is feelin’s, whatever is unknown', () => {
  const known = fc.constantFrom('true', 'false', 'null', 'unknown', 'yes', 'no')
  const logic = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      known,
      fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
      tie('any').map((a) => `not(${a})`),
    ),
  }))
  fc.assert(
    fc.property(logic.any, (source) => {
      fc.pre(source.length < 1_000)
      let ours: unknown
      try {
        ours = compileRule(source, names).evaluate(context)
      } catch {
        fc.pre(false)
      }
      expect(ours).toEqual(feelin(source, context).value)
    }),
    { numRuns: 1_000 },
  )
})

test('days compare as feelin’s dates do', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), (one, other, sign) => {
      const source = `date("${one}") ${sign} date("${other}")`
      expect(compileRule(source, []).evaluate({})).toBe(feelin(source, {}).value)
    }),
    { numRuns: 300 },
  )
})

test('whatever is written, compiling answers or refuses and nothing else happens', () => {
  const words = fc.constantFrom(
    ...'if then else and or in some every satisfies not ( ) [ ] .. , . + - * / = < > 1 "a" n yes list date( count( between true null'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
      (source) => {
        try {
          compileRule(source, names).evaluate(context)
        } catch (error) {
          expect((error as Error).name).toBe('RuleError')
        }
      },
    ),
    { numRuns: 3_000 },
  )
})
