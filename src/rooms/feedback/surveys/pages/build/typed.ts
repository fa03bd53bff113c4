import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { addDays, type LocalDate } from '#kernel/local-date.ts'
import { postedText } from '#platform/http/index.ts'
import type { SurveySettings } from '../../survey.ts'
import type { QuestionProblem, SettingsProblem, TypedQuestion, TypedSettings } from '../../typed-survey.ts'
import type { vi } from './build.vi.ts'

export function typedSettings(request: FastifyRequest): TypedSettings {
  const text = (name: string) => postedText(request, name)
  const day = (name: string) => ({ day: text(`${name}-day`), month: text(`${name}-month`), year: text(`${name}-year`) })
  return {
    ...{ titleVi: text('titleVi'), titleEn: text('titleEn'), leadVi: text('leadVi'), leadEn: text('leadEn') },
    ...{ consentVi: text('consentVi'), consentEn: text('consentEn'), access: text('access') },
    ...{ opens: day('opens'), closes: day('closes') },
  }
}

export function typedQuestion(request: FastifyRequest): TypedQuestion {
  const text = (name: string) => postedText(request, name)
  return {
    ...{ kind: text('kind'), labelVi: text('labelVi'), labelEn: text('labelEn') },
    ...{ options: text('options'), required: text('required') === 'yes' },
  }
}

function boxes(day: LocalDate) {
  const [year = '', month = '', rest = ''] = day.split('-')
  return { day: String(Number(rest)), month: String(Number(month)), year }
}

/** A month from tomorrow, for whoever comes. */
export function blankSettings(today: LocalDate): TypedSettings {
  const opens = addDays(today, 1)
  return {
    ...{ titleVi: '', titleEn: '', leadVi: '', leadEn: '', consentVi: '', consentEn: '', access: 'open' },
    ...{ opens: boxes(opens), closes: boxes(addDays(opens, 30)) },
  }
}

export function boxesOf({ title, lead, consent, access, opensOn, closesOn }: SurveySettings): TypedSettings {
  return {
    ...{ titleVi: title.vi, titleEn: title.en, leadVi: lead.vi, leadEn: lead.en },
    ...{ consentVi: consent.vi, consentEn: consent.en, access },
    ...{ opens: boxes(opensOn), closes: boxes(closesOn) },
  }
}

/** The last day before the first is said at the last day. */
export function errorsFor(problems: readonly (SettingsProblem | QuestionProblem)[], t: typeof vi): FieldError[] {
  return problems.map((problem) => ({ field: problem === 'order' ? 'closes' : problem, message: t.problems[problem] }))
}
