import { type Question, tableLine } from './scores.ts'

interface Answered extends Question {
  place: number
}

const HEAD = [
  '| Questions | How many | First | Among three | Among five | MRR |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
]

const KINDS: Record<string, string> = {
  'no-marks': 'without marks: `dang ky tam tru`',
  'wrong-marks': 'with wrong marks: `sỗ đỏ bị mất`',
  slip: 'slips, joined words, keys of Telex and VNI: `dangkytamtru`, `ho65 chie61u`',
  abbreviation: 'abbreviations: `gplx`, `hktt`, `cccd`',
  'old-name': 'old names: `chứng minh nhân dân`, `hộ khẩu`, `cà vẹt`',
  'old-place': 'with a place, often one that is no more: `đăng ký tạm trú huyện thuận an bình dương`',
  life: 'moments in life: `mẹ tôi vừa mất`',
  everyday: 'everyday words: `dựng rạp đám cưới trên vỉa hè`',
  english: 'English: `certificate of single status`',
}

/** The page `docs/search-relevance.md`, which a test holds to what the search does. */
export function publishedPage({ tuned, heldOut, drawn }: Record<'tuned' | 'heldOut' | 'drawn', Answered[]>): string {
  const places = (answered: readonly Answered[]) => answered.map(({ place }) => place)
  const all = [...tuned, ...heldOut]
  const kinds = Object.entries(KINDS).map(([kind, name]) =>
    tableLine(name, places(all.filter((one) => one.kind === kind))),
  )
  return `# How well the search finds

${all.length} questions as people ask them, over the 5,670 records of the national catalogue (July 2026). A question is answered when one of its procedures is there. Written by \`search.relevance.test.ts\`, which fails when this page says anything else than what the code does:

\`\`\`
npx vitest run src/rooms/procedures/search.relevance.test.ts      # -u writes this page anew
\`\`\`

${[
  ...HEAD,
  tableLine('**all**', places(all)),
  tableLine('looked at while tuning', places(tuned)),
  tableLine('held out', places(heldOut)),
  tableLine('drawn by lot afterwards', places(drawn)),
].join('\n')}

**Held out**: written with the others from the meaning of the records, before anything was tuned, and nobody looks at which of them fail. But the same hand wrote them and, later, the words in \`everyday-words.json\`: before those were widened (by field of life, not by question) they scored 67.9 % among three. So the figure flatters.

**Drawn by lot**: fifty procedures for citizens were drawn at random out of 2,459 once the tuning was over, and asked for as somebody might who needs one of them; five that nobody would ask for by itself were left out. Nothing was tuned on them. Most are rare: this is what the search does where nobody has taught it anything. They count in no other line.

Whoever tunes the search tunes it on \`relevance/tuned.json\`.

Floors that fail the build: among three 90 %, among five 95 %, over all questions but those drawn by lot.

## By the way of asking

${[...HEAD, ...kinds].join('\n')}

## Adding a question

Write down what was said, word for word, and the codes that a person at the desk would answer with; read the records before running the search. Put it into \`held-out.json\` when nothing was changed for it. A question that the search does not answer is worth more than one that it does.
`
}
