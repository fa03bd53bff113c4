// Publishers write whole provisions where the name of a paper belongs. A person looking at the list needs its name;
// the provision stays, word for word, in the full text of the procedure.

const LONGEST = 100
const SHORTEST = 14

/** Where a name ends and its provision begins. */
const ENDS =
  /\s*[(;:]|\.\s|,? (?:trừ|trong) trường hợp | đối với (?:trường hợp )?| theo (?:quy định|mẫu|Mẫu)| (?:quy định )?tại (?:khoản|Điều|điểm)| ban hành kèm theo| đã được | do (?:cơ quan|người|tổ chức)| để chứng minh| có giá trị | nêu rõ /u

/** The name of a paper without its provision, as the publisher begins it; `…` when it had to be broken off. */
export function paperTitle(name: string): string {
  const text = name.replace(/^[-+*•\s]+/u, '').trim()
  if (text.length <= LONGEST) return trimEnd(text)
  const end = text.slice(SHORTEST).search(ENDS)
  if (end >= 0 && end + SHORTEST <= LONGEST) return trimEnd(text.slice(0, end + SHORTEST))
  const space = text.lastIndexOf(' ', LONGEST)
  return `${trimEnd(text.slice(0, space > SHORTEST ? space : LONGEST))}…`
}

function trimEnd(text: string): string {
  return text.replace(/[\s.,;:–-]+$/u, '')
}

/** Its own words say that it is not asked of everybody. */
export function isConditional(name: string): boolean {
  return /(?:^|[\s(,])(?:trường hợp|nếu|đối với)(?=[\s,])/iu.test(name.normalize('NFC'))
}
