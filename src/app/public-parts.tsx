import { read } from '#platform/db/index.ts'
import { AnsweredQuestions, answeredQuestions } from '#rooms/feedback/index.ts'
import type { PublicParts } from '#rooms/procedures/index.ts'
import { figuresOfYear, HomeFigures, ProcedureFigures } from '#rooms/reporting/index.ts'

/** What the catalogue's public pages show of other rooms. */
export const publicParts: PublicParts = {
  async belowProcedure({ agencyId, code, language }) {
    const [figures, answers] = await read(agencyId, (tx) =>
      Promise.all([figuresOfYear(tx, agencyId, { procedureCode: code }), answeredQuestions(tx, code, { language })]),
    )
    return (
      <>
        <AnsweredQuestions code={code} answers={answers} />
        <ProcedureFigures figures={figures} language={language} />
      </>
    )
  },
  async besideHome({ agencyId, language }) {
    const figures = await read(agencyId, (tx) => figuresOfYear(tx, agencyId))
    return <HomeFigures figures={figures} language={language} />
  },
}
