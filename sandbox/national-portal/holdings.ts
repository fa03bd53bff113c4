import { join } from 'node:path'
import type { Fields } from '../web/fields.ts'
import { Journal } from '../web/journal.ts'
import type { Catalogue, CodeRow, Procedure } from './catalogue.ts'
import type { Strictness } from './dossier-fields.ts'

export interface ProgressLine extends Fields {
  receivedAt: string
}

/** A dossier as agencies have told it. */
export interface Held {
  MaHoSo: string
  madonvi: string
  createdAt: string
  changedAt: string
  /** How many times it was sent. */
  revision: number
  dossier: Fields
  /** Lines in the order they came, doubles and all: the contract gives a line no identity. */
  progress: ProgressLine[]
  statuses: { status: string; at: string }[]
}

/** A dossier filed at the national portal, and what became of it. */
export interface Born {
  MaHoSo: string
  createdAt: string
  /** The agency's own code, once it said so. */
  MaHoSoDonVi?: string
  status: string
  body: Fields
  deliveries: { at: string; variant: string; path: string; status: number; answer: string }[]
  statuses: { at: string; TrangThai: string; NoiDung: string; NgayXuLy: string }[]
}

export interface Question {
  HOIDAPID: string
  MALINHVUC: string
  NOIDUNG: string
  MADONVI: string
  MATTHCDP: string
  HOVATEN: string
  THUDIENTU: string
  TRANGTHAI: string
  /** Answers, and questions an agency published itself. */
  answers: Fields[]
}

export interface Rating extends Fields {
  madonvi: string
  receivedAt: string
}

export type Fact =
  | { kind: 'dossier'; at: string; madonvi: string; dossier: Fields }
  | { kind: 'progress'; at: string; line: Fields }
  | { kind: 'held'; held: Held }
  | { kind: 'born'; born: Born }
  | { kind: 'question'; question: Question }
  | { kind: 'rating'; rating: Rating }
  | { kind: 'procedure'; procedure: Procedure }
  | { kind: 'codes'; name: string; rows: CodeRow[] }
  | { kind: 'strict'; strict: Strictness }

/** Everything the portal holds, rebuilt from its journal. */
export class Holdings {
  readonly dossiers = new Map<string, Held>()
  readonly born = new Map<string, Born>()
  readonly questions = new Map<string, Question>()
  readonly ratings: Rating[] = []
  strict: Strictness = { fields: true, order: true }
  readonly catalogue: Catalogue
  readonly #journal: Journal<Fact>
  #lastMoment = 0

  constructor(directory: string, catalogue: Catalogue) {
    this.catalogue = catalogue
    this.#journal = new Journal(join(directory, 'national-portal', 'facts.jsonl'))
    const facts = this.#journal.read()
    for (const fact of facts) this.#apply(fact)
    if (facts.length > 2 * this.dossiers.size + 1000) this.#journal.rewrite(this.#summary(facts))
  }

  /** A moment no other fact has, so that “changed since” neither misses nor repeats one. */
  moment(): string {
    this.#lastMoment = Math.max(Date.now(), this.#lastMoment + 1)
    return new Date(this.#lastMoment).toISOString()
  }

  /** Written first, held afterwards. */
  take(fact: Fact): void {
    this.#journal.append(fact)
    this.#apply(fact)
  }

  /** Dossiers of an agency and all below it that changed after a moment, oldest change first. */
  changed({ madonvi = '', since = '' }: { madonvi?: string; since?: string }): Held[] {
    return [...this.dossiers.values()]
      .filter(
        ({ madonvi: of, changedAt }) =>
          changedAt > since && (of === madonvi || of.startsWith(`${madonvi}.`) || !madonvi),
      )
      .sort((a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0))
  }

  #apply(fact: Fact): void {
    switch (fact.kind) {
      case 'dossier':
        this.#upsert(fact)
        return
      case 'progress':
        this.#addLine(fact)
        return
      case 'held':
        this.dossiers.set(fact.held.MaHoSo, fact.held)
        return
      case 'born':
        this.born.set(fact.born.MaHoSo, fact.born)
        return
      case 'question':
        this.questions.set(fact.question.HOIDAPID, fact.question)
        return
      case 'rating':
        this.ratings.push(fact.rating)
        return
      case 'procedure':
        this.catalogue.put(fact.procedure)
        return
      case 'codes':
        this.catalogue.putCodes(fact.name, fact.rows)
        return
      case 'strict':
        this.strict = fact.strict
    }
  }

  #upsert({ at, madonvi, dossier }: Extract<Fact, { kind: 'dossier' }>): void {
    const MaHoSo = String(dossier.MaHoSo)
    const status = String(dossier.TrangThaiHoSo)
    const known = this.dossiers.get(MaHoSo)
    if (!known) {
      const start = { revision: 1, progress: [], statuses: [{ status, at }], createdAt: at, changedAt: at }
      this.dossiers.set(MaHoSo, { MaHoSo, madonvi, dossier, ...start })
      return
    }
    if (known.statuses.at(-1)?.status !== status) known.statuses.push({ status, at })
    Object.assign(known, { dossier, madonvi, changedAt: at, revision: known.revision + 1 })
  }

  #addLine({ at, line }: Extract<Fact, { kind: 'progress' }>): void {
    const held = this.dossiers.get(String(line.MaHoSo))
    if (!held) return
    held.progress.push({ ...line, receivedAt: at })
    held.changedAt = at
  }

  #summary(facts: Fact[]): Fact[] {
    const rest = facts.filter(({ kind }) => !['dossier', 'progress', 'held', 'born', 'question'].includes(kind))
    return [
      ...rest,
      ...[...this.dossiers.values()].map((held): Fact => ({ kind: 'held', held })),
      ...[...this.born.values()].map((born): Fact => ({ kind: 'born', born })),
      ...[...this.questions.values()].map((question): Fact => ({ kind: 'question', question })),
    ]
  }
}
