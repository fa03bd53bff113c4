import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { ServiceCard } from '#platform/html/index.ts'
import { isLight } from '../../search/lexicon.ts'
import { keysOf, syllableKey } from '../../search/syllables.ts'
import type { SearchHit } from '../../store/search.ts'
import { feeText, limitText, plainIn, useFactWords, Vietnamese } from './facts.tsx'

/** A procedure in a list, with the words that were looked for marked in its name. */
export function ProcedureCard({ hit, words }: { hit: SearchHit; words: ReadonlySet<string> }): VNode {
  const { language } = useFrame()
  const t = useFactWords()
  const { card } = hit
  const plain = plainIn(card.plain, language)
  const where = <Vietnamese>{[card.field, card.publisher].filter(Boolean).join(' · ')}</Vietnamese>
  const sentence = plain?.summary ?? where
  const full = hit.detail === 'full'
  return (
    <ServiceCard
      href={`/procedures/${encodeURIComponent(hit.code)}`}
      name={<Marked text={hit.name} words={words} />}
      nameLang={language === 'vi' ? undefined : 'vi'}
      sentence={language === 'en' && plain?.name ? `${plain.name}. ${plain.summary ?? ''}` : sentence}
      time={full ? limitText(card.limit, t) : undefined}
      fee={full ? feeText(card.fee, t) : undefined}
      level={hit.appliable ? t.here : t.levels[hit.level]}
      code={hit.code}
    />
  )
}

/** Words of the query and of what it was read as, marked where they stand in the name. */
function Marked({ text, words }: { text: string; words: ReadonlySet<string> }): VNode {
  const parts = text.split(/([\p{L}\p{N}]+)/u)
  const hit = parts.map((part, at) => at % 2 === 1 && words.has(syllableKey(part.toLowerCase())))
  const runs: { text: string; hit: boolean }[] = []
  for (const [at, part] of parts.entries()) {
    const between = at % 2 === 0 && part.trim() === '' && hit[at - 1] === true && hit[at + 1] === true
    const marked = hit[at] === true || between
    const last = runs.at(-1)
    if (last && last.hit === marked) last.text += part
    else runs.push({ text: part, hit: marked })
  }
  return <>{runs.map((run) => (run.hit ? <mark>{run.text}</mark> : run.text))}</>
}

/** What is marked in names: the words that say something. */
export function wordsToMark(texts: string[]): Set<string> {
  return new Set(texts.flatMap(keysOf).filter((key) => !isLight(key)))
}
