import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { toLocal } from '#kernel/local-date.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import { localNow } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { deadlineWords, dueProgress, loadCalendar, parseLimit, sayProgress } from '#rooms/deadlines/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import { type Dossier, explainDue, getDossier, listLog, listSaidLog, refOf } from '#rooms/dossiers/index.ts'
import { type ResultField, summary } from '#rooms/forms/index.ts'
import { officerName } from '#rooms/identity/index.ts'
import { act, claim, factsOf } from '../../commands/act.ts'
import { paperOf, suggestedFields } from '../../commands/paper.ts'
import { canAct, canClaim } from '../../policy.ts'
import { sayTypedDate } from '../../result-fields.ts'
import { listHandovers, listProposals } from '../../store/papers.ts'
import { findProcess } from '../../store/processes.ts'
import { listOpenItems } from '../../store/work-items.ts'
import { getWorkflow } from '../../store/workflows.ts'
import type { Handover } from '../../work-item.ts'
import { actionsAt, type Workflow } from '../../workflow.ts'
import { en } from './dossier.en.ts'
import { vi } from './dossier.vi.ts'
import { WorkspacePage } from './dossier.view.tsx'
import type { OpenWork, ShownHandover, Typed, Workspace } from './workspace.ts'

interface Asked {
  officer: Officer
  language: Language
}

async function openWork(tx: Tx, dossier: Dossier, officer: Officer): Promise<OpenWork[]> {
  const process = await findProcess(tx, dossier.id)
  if (!process) return []
  const workflow = await getWorkflow(tx, { agencyId: officer.agencyId, ...process })
  const facts = await factsOf(tx, dossier)
  const items = await listOpenItems(tx, dossier.id)
  const last = (await listHandovers(tx, dossier.id)).at(-1)
  return Promise.all(
    items.map(async (item) => {
      const may =
        canAct(officer, item) === true ? 'act' : canClaim(officer, item) === true && !item.paused ? 'claim' : 'look'
      const holder = item.assigneeId ? await officerName(tx, item.assigneeId) : undefined
      return {
        item,
        holder,
        may,
        // The system led it back to a person: only a signature that did not come does that.
        notSigned: item.role !== 'system' && last?.step === item.step && !last.fromOfficerId ? last.note : undefined,
        actions: may === 'act' ? actionsAt(workflow, { id: item.id, step: item.step }, facts) : [],
      }
    }),
  )
}

function shownHandovers(
  workflow: Workflow,
  handovers: readonly (Handover & { officer: string | undefined })[],
): ShownHandover[] {
  const actions = workflow.definition.steps.flatMap((step) => step.actions)
  return handovers.map(({ ordinal, handedAt, officer, action, step, note }) => ({
    ordinal,
    at: handedAt,
    officer,
    action: actions.find(({ id }) => id === action)?.label,
    step: workflow.step(step).name,
    note,
  }))
}

async function controlSlipOf(tx: Tx, dossier: Dossier): Promise<ShownHandover[]> {
  const process = await findProcess(tx, dossier.id)
  if (!process) return []
  const workflow = await getWorkflow(tx, { agencyId: dossier.agencyId, ...process })
  const rows = await listHandovers(tx, dossier.id)
  const named = rows.map(async (row) => ({
    ...row,
    officer: row.fromOfficerId ? await officerName(tx, row.fromOfficerId) : undefined,
  }))
  return shownHandovers(workflow, await Promise.all(named))
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

async function gather(tx: Tx, ref: string, { officer, language }: Asked): Promise<Workspace> {
  const dossier = await getDossier(tx, officer, ref)
  const proposals = await listProposals(tx, dossier.id)
  const paper = await paperOf(tx, dossier)
  const filled = { answers: dossier.answers, documents: dossier.documents }
  const log = await listLog(tx, dossier)
  return {
    dossier,
    ref: refOf(dossier),
    answers: summary(paper.service.form, filled, { context: paper.context, language }),
    handovers: await controlSlipOf(tx, dossier),
    resultFields: paper.service.package.result.fields,
    suggested: { ...suggestedFields(paper), ...proposals.at(-1)?.fields },
    resultId: log.map(({ facts }) => facts.resultId).find((id) => typeof id === 'string'),
    papers: await listDocuments(tx, dossier.agencyId, Object.values(dossier.documents).flat()),
    log: await listSaidLog(tx, dossier, { kind: 'officer', language }),
    proposals: await Promise.all(
      proposals.map(async (proposal) => ({ ...proposal, officer: await officerName(tx, proposal.officerId) })),
    ),
    ...(await clockOf(tx, dossier, language)),
    work: await openWork(tx, dossier, officer),
    mayReceive: dossier.status === 'submitted' && holds(officer, 'desk-officer', dossier.receivingUnitId),
    now: localNow(),
  }
}

interface Problem {
  errors?: { field: string; message: string }[]
  typed?: Typed
}

/** What was filled in for the paper, as it will be printed. */
async function postedFields(
  request: FastifyRequest,
  ref: string,
): Promise<{ fields: Record<string, string>; known: readonly ResultField[] }> {
  const officer = requireOfficer(request)
  const { service } = await read(officer.agencyId, async (tx) => paperOf(tx, await getDossier(tx, officer, ref)))
  const known = service.package.result.fields
  const postedValue = ({ id, kind }: ResultField) => {
    const part = (name: string) => postedText(request, `${id}-${name}`)
    return kind === 'date' ? sayTypedDate(part('day'), part('month'), part('year')) : postedText(request, id)
  }
  return { fields: Object.fromEntries(known.map((field) => [field.id, postedValue(field)])), known }
}

async function show(request: FastifyRequest<{ Params: { ref: string } }>, reply: FastifyReply, problem: Problem = {}) {
  const officer = requireOfficer(request)
  const { language } = request
  const workspace = await read(officer.agencyId, (tx) => gather(tx, request.params.ref, { officer, language }))
  return reply.page(
    <WorkspacePage workspace={workspace} language={language} t={wordsFor(request, { vi, en })} {...problem} />,
    { area: 'desk' },
  )
}

interface WorkParams {
  Params: { ref: string; item: string }
}

export const workspaceRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string } }>(
    '/desk/dossiers/:ref',
    { config: { may: 'officer', audit: 'dossier.opened' } },
    (request, reply) => show(request, reply),
  )

  app.post<WorkParams>(
    '/desk/dossiers/:ref/steps/:item/claim',
    { config: { may: 'officer', audit: 'work.claimed' } },
    async (request, reply) => {
      const { ref, item } = request.params
      await claim(requireOfficer(request), { ref, itemId: item })
      return reply.redirect(`/desk/dossiers/${ref}`, 303)
    },
  )

  app.post<WorkParams>(
    '/desk/dossiers/:ref/steps/:item/action',
    { config: { may: 'officer', audit: 'work.done' } },
    async (request, reply) => {
      const { ref, item } = request.params
      const reason = postedText(request, 'reason')
      const { fields, known } = await postedFields(request, ref)
      const { errors } = await act(requireOfficer(request), {
        fields,
        ref,
        itemId: item,
        actionId: postedText(request, 'action'),
        reason,
      })
      if (errors.length === 0) return reply.redirect(`/desk/dossiers/${ref}`, 303)
      const t = wordsFor(request, { vi, en })
      reply.code(422)
      return show(request, reply, {
        errors: errors.map(({ field, code }) => {
          const label = known.find(({ id }) => id === field)?.label[request.language] ?? ''
          return { field, message: t.errors[code](label) }
        }),
        typed: { reason, fields },
      })
    },
  )
}
