import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type FieldError, NotFound } from '#kernel/errors.ts'
import { read, transaction } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { retireSearchWords, setSearchWords } from '../../commands/set-search-words.ts'
import { SHIPPED } from '../../search/lexicon.ts'
import { tryWords } from '../../store/search.ts'
import { listSaidWords, listWordsHistory, namesOfCodes } from '../../store/search-words.ts'
import { byOf } from '../intake/asked.ts'
import { LONGEST_QUERY } from '../search/address.ts'
import { entryOf, errorsFor, type Kind, nothingTyped, type Typed, testOf, typedFrom, typedOf } from './asked.ts'
import { EntryPage } from './entry.view.tsx'
import { linesOf } from './line.ts'
import { en } from './search-words.en.ts'
import { vi } from './search-words.vi.ts'
import { SearchWordsPage } from './search-words.view.tsx'

const HERE = '/manage/search-words'
const PAGE = 20

type EntryParams = { Params: { entry: string } }

interface Again {
  typed: Typed
  errors?: readonly FieldError[]
  /** Shows what the change would do. */
  isTrying?: boolean
}

const words = (request: FastifyRequest) => wordsFor(request, { vi, en })

function asked(request: FastifyRequest) {
  const given = request.query as Record<string, unknown>
  const text = (name: string) =>
    String(given[name] ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, LONGEST_QUERY)
  const page = Number(text('page') || 1)
  return { text, page: Number.isSafeInteger(page) && page > 0 ? page : 1 }
}

async function showAll(request: FastifyRequest, reply: FastifyReply) {
  const { agencyId } = requireOfficer(request)
  const { text, page } = asked(request)
  const [query, filter] = [text('try'), text('filter')]
  const { said, tried } = await read(agencyId, async (tx) => ({
    said: await listSaidWords(tx, agencyId),
    tried: query === '' ? undefined : { query, ...(await tryWords(tx, agencyId, { query })) },
  }))
  const lines = linesOf(said, filter)
  const done = text('done') === 'retired' ? 'retired' : text('done') === '' ? undefined : 'saved'
  const shown = { lines: lines.slice((page - 1) * PAGE, page * PAGE), total: lines.length, page }
  const more = { pages: Math.ceil(lines.length / PAGE), filter, tried, done, path: HERE } as const
  return reply.page(<SearchWordsPage {...shown} {...more} language={request.language} t={words(request)} />, {
    area: 'manage',
  })
}

async function showOne(request: FastifyRequest, reply: FastifyReply, entry: string | undefined, again?: Again) {
  const { agencyId } = requireOfficer(request)
  const found = await read(agencyId, async (tx) => {
    const latest =
      entry === undefined ? undefined : (await listSaidWords(tx, agencyId)).find((one) => one.entry === entry)
    const kept = latest?.lastWords ?? SHIPPED.get(entry ?? '')
    if (entry !== undefined && !kept) throw new NotFound('procedures.words-not-found', { entry })
    const typed = again?.typed ?? (kept ? typedFrom(kept, { seen: latest?.version ?? 0 }) : blank(request))
    const proposed = entryOf(typed)
    const query = testOf(typed, proposed)
    const trial = { query, proposed: { entry: entry ?? 'new', words: proposed } }
    return {
      typed,
      isRetired: latest?.words === null,
      history: entry === undefined ? [] : await listWordsHistory(tx, agencyId, entry),
      names: await namesOfCodes(tx, proposed.codes),
      tried: again?.isTrying && query !== '' ? { query, ...(await tryWords(tx, agencyId, trial)) } : undefined,
    }
  })
  const page = { ...found, entry, errors: again?.errors ?? [], path: HERE, t: words(request) }
  return reply.page(<EntryPage {...page} />, { area: 'manage' })
}

/** A new entry, of the kind that was chosen, with what was tried as its first words. */
function blank(request: FastifyRequest): Typed {
  const { text } = asked(request)
  const kind: Kind = text('kind') === 'situation' ? 'situation' : 'phrase'
  return nothingTyped(kind, text('said'))
}

async function save(request: FastifyRequest, reply: FastifyReply, entry?: string) {
  const { agencyId } = requireOfficer(request)
  const typed = typedOf(request)
  if (postedText(request, 'act') === 'try') return showOne(request, reply, entry, { typed, isTrying: true })
  const given = { entry, words: entryOf(typed), seen: typed.seen, by: byOf(request) }
  const kept = await transaction(agencyId, (tx) => setSearchWords(tx, agencyId, given))
  if ('entry' in kept) return reply.redirect(`${HERE}?done=saved`, 303)
  const errors = errorsFor(kept.problems, words(request).problems)
  return showOne(request, reply.code(422), entry, { typed, errors })
}

/** What people say and what it means: an agency's administrators teach the search, and it holds at once. R-011 */
export const searchWordsRoutes: FastifyPluginAsync = async (app) => {
  const opened = { may: 'administrator', audit: 'search-words.opened' } as const
  const set = { may: 'administrator', audit: 'search-words.set' } as const
  const retired = { may: 'administrator', audit: 'search-words.retired' } as const

  app.get(HERE, { config: opened }, showAll)
  app.post(HERE, { config: set }, (request, reply) => save(request, reply))
  app.get(`${HERE}/new`, { config: opened }, (request, reply) => showOne(request, reply, undefined))
  app.get<EntryParams>(`${HERE}/:entry`, { config: opened }, (request, reply) =>
    showOne(request, reply, request.params.entry),
  )
  app.post<EntryParams>(`${HERE}/:entry`, { config: set }, (request, reply) =>
    save(request, reply, request.params.entry),
  )
  app.post<EntryParams>(`${HERE}/:entry/retirement`, { config: retired }, async (request, reply) => {
    const { agencyId } = requireOfficer(request)
    const { entry } = request.params
    const { seen } = typedOf(request)
    await transaction(agencyId, (tx) => retireSearchWords(tx, agencyId, { entry, seen, by: byOf(request) }))
    return reply.redirect(`${HERE}?done=retired`, 303)
  })
}
