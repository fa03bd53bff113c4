import { toLocal } from '#kernel/local-date.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import { localNow } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { getUnit } from '#rooms/agencies/index.ts'
import { deadlineWords, dueProgress, loadCalendar, parseLimit, sayProgress } from '#rooms/deadlines/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import {
  type Dossier,
  type DossierSlips,
  explainDue,
  getDossier,
  getSlips,
  listLog,
  listSaidLog,
  refOf,
  sayNotSigned,
} from '#rooms/dossiers/index.ts'
import { canAskAgain, componentStandings, type Lookup } from '#rooms/exchange/index.ts'
import { type ResultText, summary } from '#rooms/forms/index.ts'
import { officerName, officerNames } from '#rooms/identity/index.ts'
import { factsOf } from '../../commands/act.ts'
import { decisionText } from '../../commands/decision.ts'
import { type Paper, paperOf, suggestedFields } from '../../commands/paper.ts'
import { canAct, canClaim, canHandOver } from '../../policy.ts'
import { listHandovers, listProposals } from '../../store/papers.ts'
import { findProcess } from '../../store/processes.ts'
import { listOpenItems } from '../../store/work-items.ts'
import { getWorkflow } from '../../store/workflows.ts'
import type { Proposal } from '../../work-item.ts'
import { actionsAt } from '../../workflow.ts'
import type { NamedLookup, OpenWork, SentIn, ShownLookUp, ShownPaper, Workspace } from './workspace.ts'

export interface Asked {
  officer: Officer
  language: Language
  /** The paper that was chosen to lie open. */
  paper: string | undefined
}

async function openWork(tx: Tx, dossier: Dossier, { officer, language }: Asked): Promise<OpenWork[]> {
  const process = await findProcess(tx, dossier.id)
  if (!process) return []
  const [workflow, facts, items, handovers] = await Promise.all([
    getWorkflow(tx, { agencyId: officer.agencyId, ...process }),
    factsOf(tx, dossier),
    listOpenItems(tx, dossier.id),
    listHandovers(tx, dossier.id),
  ])
  const last = handovers.at(-1)
  return Promise.all(
    items.map(async (item) => {
      const may =
        canAct(officer, item) === true ? 'act' : canClaim(officer, item) === true && !item.paused ? 'claim' : 'look'
      // The system led it back to a person: only a signature that did not come does that.
      const cameBack = item.role !== 'system' && last?.step === item.step && !last.fromOfficerId
      return {
        item,
        holder: item.assigneeId ? await officerName(tx, item.assigneeId) : undefined,
        may,
        mayHandOver: canHandOver(officer, item) === true,
        notSigned: cameBack && last.note ? sayNotSigned(last.note, language) : undefined,
        actions: may === 'act' ? actionsAt(workflow, { id: item.id, step: item.step }, facts) : [],
      }
    }),
  )
}

async function clockOf(tx: Tx, dossier: Dossier, language: Language) {
  const explanation = await explainDue(tx, dossier)
  const received = dossier.clockFrom ?? dossier.receivedAt
  if (!received || !dossier.dueAt)
    return { explanation, progress: undefined, progressWords: undefined, ring: undefined }
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const progress = dueProgress({ received: toLocal(received), dueAt: dossier.dueAt, calendar }, localNow())
  const total = Math.max(1, parseLimit(dossier.timeLimit).amount)
  return {
    explanation,
    progress,
    progressWords: sayProgress(progress, deadlineWords(language)),
    ring: { used: progress.used * total, total },
  }
}

async function papersOf(tx: Tx, dossier: Dossier, { supplements }: DossierSlips): Promise<ShownPaper[]> {
  const filed = Object.values(dossier.documents).flat()
  const added = supplements.flatMap(({ items }) => items.flatMap(({ documentIds }) => documentIds))
  const documents = await listDocuments(tx, dossier.agencyId, [...new Set([...filed, ...added])])
  return documents.map((document) => ({ ...document, added: added.includes(document.id) }))
}

function sentIn({ supplements, supplementRequests }: DossierSlips): SentIn | undefined {
  const last = supplements.at(-1)
  if (!last) return undefined
  const asked = supplementRequests.find(({ number }) => number === last.number)?.items ?? []
  const answered = last.items.map(({ itemId }) => itemId)
  return { at: last.suppliedAt, items: asked.filter(({ id }) => answered.includes(id)).map(({ name }) => name) }
}

/** What is about to be decided on; nothing once it is signed. */
async function draftOf(
  tx: Tx,
  paper: Paper,
  { dossier, proposal }: { dossier: Dossier; proposal: Proposal | undefined },
): Promise<ResultText | undefined> {
  if (!proposal || dossier.status !== 'processing') return undefined
  const unit = (await getUnit(tx, dossier.competentUnitId)).name.vi
  return decisionText(paper, { dossier, proposal, unit })
}

/** What registries said, with the names of the officers who asked. */
async function lookUpsOf(tx: Tx, dossier: Dossier, paper: Paper): Promise<ShownLookUp[]> {
  const standings = await componentStandings(tx, dossier, paper.service.package.service.documents)
  const asked = standings.flatMap(({ answer, unanswered, earlier }) => [answer, unanswered, ...earlier])
  const ids = asked.flatMap((one) => one?.officerId ?? [])
  const names = await officerNames(tx, [...new Set(ids)])
  const named = (one: Lookup): NamedLookup => ({ ...one, officer: one.officerId && (names.get(one.officerId) ?? '') })
  return standings.map((standing) => ({
    ...standing,
    answer: standing.answer && named(standing.answer),
    unanswered: standing.unanswered && named(standing.unanswered),
    earlier: standing.earlier.map(named),
  }))
}

/** The approver reads the draft first, everybody else what the person handed in. */
function chosen({ papers, draft, work }: Pick<Workspace, 'papers' | 'draft' | 'work'>, wanted: string | undefined) {
  const known = [...(draft ? ['draft'] : []), ...papers.map(({ id }) => id)]
  if (wanted !== undefined && known.includes(wanted)) return wanted
  const decides = work.some(({ item }) => item.role !== 'case-officer')
  return decides ? known[0] : (papers[0]?.id ?? known[0])
}

/** Everything the page of one dossier shows to this officer. NotFound when it is not theirs to see. */
export async function gatherWorkspace(tx: Tx, ref: string, asked: Asked): Promise<Workspace> {
  const { officer, language } = asked
  const dossier = await getDossier(tx, officer, ref)
  // What does not wait for another is asked together: each row of questions is one journey to the database.
  const [proposals, paper, slips, work, log, clock] = await Promise.all([
    listProposals(tx, dossier.id),
    paperOf(tx, dossier),
    getSlips(tx, dossier),
    openWork(tx, dossier, asked),
    listLog(tx, dossier),
    clockOf(tx, dossier, language),
  ])
  const [lookUps, papers, draft, officers, said] = await Promise.all([
    lookUpsOf(tx, dossier, paper),
    papersOf(tx, dossier, slips),
    draftOf(tx, paper, { dossier, proposal: proposals.at(-1) }),
    Promise.all(proposals.map(({ officerId }) => officerName(tx, officerId))),
    listSaidLog(tx, dossier, { kind: 'officer', language, read: log }),
  ])
  const shown = { papers, draft, work }
  return {
    dossier,
    ref: refOf(dossier),
    answers: summary(paper.service.form, dossier, { context: paper.context, language, unmasked: true }),
    resultFields: paper.service.package.result.fields,
    suggested: { ...suggestedFields(paper), ...proposals.at(-1)?.fields },
    resultId: log.map(({ facts }) => facts.resultId).find((id) => typeof id === 'string'),
    ...shown,
    open: chosen(shown, asked.paper),
    sentIn: sentIn(slips),
    lookUps,
    mayAskRegistries: canAskAgain(officer, dossier) === true,
    log: said,
    proposals: proposals.map((proposal, index) => ({ ...proposal, officer: officers[index] ?? '' })),
    ...clock,
    mayReceive: dossier.status === 'submitted' && holds(officer, 'desk-officer', dossier.receivingUnitId),
    maySupplement: maySupplement(shown.work, slips),
    now: localNow(),
  }
}

/** Once, by the case officer who holds it; a second time is for a supervisor, at its own address. R-077 */
function maySupplement(work: readonly OpenWork[], { supplementRequests }: DossierSlips): boolean {
  return supplementRequests.length === 0 && work.some(({ item, may }) => may === 'act' && item.role === 'case-officer')
}
