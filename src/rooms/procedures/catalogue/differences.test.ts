import { expect, test } from 'vitest'
import { recordOfPackage } from '../installable.ts'
import { anInstallable } from '../testing.ts'
import { differencesOf } from './differences.ts'

const record = recordOfPackage(anInstallable(), () => ['citizen'])

test('a record differs from itself in nothing', () => {
  expect(differencesOf(record, structuredClone(record))).toEqual([])
})

test('what changed is told part by part, as a person reads it', () => {
  const [channel] = record.channels
  const [group] = record.papers
  if (!channel || !group) throw new Error('the sample has a channel and a paper')
  const after = {
    ...record,
    name: 'Thủ tục tên mới',
    channels: [{ ...channel, limit: { ...channel.limit, amount: 2 } }],
    papers: [{ ...group, papers: [] }],
    law: [...record.law, { code: '1/2026/NĐ-CP', name: 'Nghị định mới' }],
  }
  expect(differencesOf(record, after)).toEqual([
    { part: 'name', gone: ['Thủ tục cấp giấy mẫu'], come: ['Thủ tục tên mới'] },
    { part: 'channels, time limits, fees', gone: ['online: 3 working-days'], come: ['online: 2 working-days'] },
    { part: 'papers', gone: ['KQ.3 Tờ khai (1/0)'], come: [] },
    { part: 'law', gone: [], come: ['1/2026/NĐ-CP Nghị định mới'] },
  ])
})

test('a line that was there twice and is there once is told', () => {
  const twice = { ...record, requirements: [1, 2].map(() => ({ kind: 'item' as const, text: 'Đủ 18 tuổi' })) }
  const once = { ...record, requirements: twice.requirements.slice(1) }
  expect(differencesOf(twice, once)).toEqual([{ part: 'requirements', gone: ['Đủ 18 tuổi'], come: [] }])
})
