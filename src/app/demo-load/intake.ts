import { dossierCode } from '#kernel/dossier-code.ts'
import { dayOf, toInstant, toLocal } from '#kernel/local-date.ts'
import { explainDeadline, parseLimit } from '#rooms/deadlines/index.ts'
import { by, type Life } from './life.ts'

export function refuse(life: Life, at: Date): void {
  const officer = life.dice.pick(life.template.desk)
  const unitId = life.dossier.receiving_unit_id
  const [reason, basis] = ['Hồ sơ không thuộc thẩm quyền giải quyết.', 'Nghị định 118/2025/NĐ-CP, Điều 17']
  life.rows.refusals.push({
    ...life.own,
    unit_id: unitId,
    officer_id: officer.id,
    officer_name: officer.name,
    refused_at: at,
    reason,
    basis,
    advice: null,
    returned: [],
  })
  const words = `${reason}\n${basis}`
  life.say({ actor: by(officer), type: 'dossier.refused', at, facts: { unitId }, words })
  life.settle({ refusedAt: at })
}

export function withdraw(life: Life, at: Date): void {
  const id = life.dossier.person_id ?? ''
  life.rows.withdrawals.push({ ...life.own, person_id: id, withdrawn_at: at, reason: null })
  life.say({ actor: { kind: 'citizen', id }, type: 'dossier.withdrawn', at, facts: { from: 'submitted' } })
  life.settle({ withdrawnAt: at })
}

/** `number`: the number of the day at the desk. */
export function receive(life: Life, at: Date, number: number): void {
  const { receiving, competent, calendar, chosen, desk } = life.template
  const officer = life.dice.pick(desk)
  const received = toLocal(at)
  const { dueAt } = explainDeadline({ received, limit: parseLimit(chosen.limit), calendar })
  const due = dueAt ? toInstant(dueAt) : null
  const code = dossierCode({ unitCode: receiving.code, receivedOn: dayOf(received), sequence: number })
  Object.assign(life.dossier, { code, received_at: at, clock_from: at, original_due_at: due, due_at: due })
  life.rows.receipts.push({
    ...life.own,
    code,
    number,
    unit_id: receiving.id,
    officer_id: officer.id,
    officer_name: officer.name,
    received_at: at,
    due_at: due,
    documents: [],
  })
  const facts = {
    ...{ code, unitId: receiving.id, competentUnitId: competent.id, dueAt: dueAt ?? null },
    ...{ timeLimit: chosen.limit, calendar: calendar.version, papers: 0 },
  }
  life.say({ actor: by(officer), type: 'dossier.received', at, facts })
  life.settle()
}
