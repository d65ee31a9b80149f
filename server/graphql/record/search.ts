/** Full-text search for actors, documents and statements. */
import { Arg, Ctx, createUnionType, Int, Query, Resolver } from 'type-graphql'
import type { Actor, ActorCode } from '../../domain/directory/actor.ts'
import { nameKey } from '../../domain/directory/directory.ts'
import { refuse } from '../../domain/error.ts'
import { countHits, type Hit, hits, type SearchAsked, wordsOf } from '../../store/search.ts'
import { ActorType } from '../directory/actor.ts'
import { badCursor, type Connection, connectionOf, connectionTypes, pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { type SearchKind, SearchKindEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { parseGlobalId } from '../schema/node.ts'
import { DocumentType } from './document.ts'
import { StatementType } from './statement.ts'

const MAX_WORDS = 12
const MAX_LETTERS = 200

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'A search result: an actor, a document or a statement.',
  types: () => [ActorType, DocumentType, StatementType] as const,
  resolveType: (found: object) => (found as FoundRow).__typename,
})
/** A row of one of the three types. */
type FoundRow = { readonly __typename: 'Actor' | 'Document' | 'Statement'; readonly cursor: string }

const SearchResultConnection = connectionTypes<FoundRow>('SearchResult', () => SearchResult as never, 'search results')

@Resolver()
export class SearchResolver {
  @Query(() => SearchResultConnection, {
    description:
      'Actors by name, alias or code, then documents by title, then statements by summary and speaker, last added first. Every word must occur, or be the beginning of a word that occurs; accents and case are ignored.',
  })
  async search(
    @Arg('text', () => String, { description: '1 to 12 words, at most 200 characters.' }) text: string,
    @Arg('kinds', () => [SearchKindEnum], { nullable: true, description: 'The kinds of objects to search; null: all.' })
    kinds: SearchKind[] | null,
    @Arg('first', () => Int, { nullable: true, description: 'Number of results, 1–100; null: 20.' }) first:
      | number
      | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the result to start after; null: start at the beginning.',
    })
    after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<FoundRow>> {
    const page = orGraphQLError(pageOf({ first, after }))
    const words = searchWordsOf(text)
    const wants = (kind: SearchKind) => kinds == null || kinds.includes(kind)
    const asked: SearchAsked = {
      ...{ words, revision: ctx.revision },
      ...{ documents: wants('DOCUMENT'), statements: wants('STATEMENT') },
    }
    const place = page.after === null ? null : placeOf(page.after)
    const actors = wants('ACTOR') ? actorsWith(ctx, words) : []
    const named = actorsAfter(actors, place)
    const shown: FoundRow[] = named
      .slice(0, page.size + 1)
      .map((a) => ({ ...a, __typename: 'Actor', cursor: `Actor:${a.code}` }))
    const rest = page.size + 1 - shown.length
    const found = rest > 0 ? await hits(ctx.db, asked, place?.kind === 'ROW' ? place.hit : null, rest) : []
    const rows = (await Promise.all(found.map((hit) => rowOf(ctx, hit)))).filter((row) => row !== null)
    const total = async () => actors.length + (await countHits(ctx.db, asked))
    return connectionOf([...shown, ...rows], page, (row) => row.cursor, total)
  }
}

function searchWordsOf(text: string): string[] {
  const words = wordsOf(text)
  if (words.length === 0) {
    orGraphQLError<never>(refuse('BAD_TEXT', text, 'a search needs a word of letters or digits', 'Give at least one'))
  }
  if (words.length > MAX_WORDS || text.length > MAX_LETTERS) {
    const rule = `a search holds at most ${MAX_WORDS} words and ${MAX_LETTERS} letters`
    orGraphQLError<never>(refuse('TOO_MUCH', text, rule, 'Give fewer words'))
  }
  return words
}

/** Actors with a name, alias or code that contains every word, ordered by code. */
function actorsWith(ctx: Context, words: readonly string[]): Actor[] {
  const { actors, names } = ctx.record.directoryIn(ctx.revision)
  const sought = words.map(nameKey)
  const known = new Map<ActorCode, string[]>(actors.map((a) => [a.code, [a.code, a.name]]))
  for (const n of names) if (n.actor !== null) known.get(n.actor)?.push(n.name)
  const holds = (name: string) => {
    const own = nameKey(name).split(' ')
    return sought.every((word) => own.some((w) => w.startsWith(word)))
  }
  return actors.filter((a) => known.get(a.code)?.some(holds)).sort((x, y) => (x.code < y.code ? -1 : 1))
}

/** The actors after a cursor; none if the cursor is beyond the actors. */
function actorsAfter(actors: readonly Actor[], place: Place | null): readonly Actor[] {
  if (place === null) return actors
  if (place.kind === 'ROW') return []
  const at = actors.findIndex((a) => a.code === place.code)
  return at < 0 ? orGraphQLError<never>(badCursor(`Actor:${place.code}`)) : actors.slice(at + 1)
}

async function rowOf(ctx: Context, { kind, id }: Hit): Promise<FoundRow | null> {
  const [row, type] =
    kind === 'DOCUMENT'
      ? [await ctx.loaders.document.load(id), 'Document' as const]
      : [await ctx.loaders.statement.load(id), 'Statement' as const]
  return row === null ? null : { ...row, __typename: type, cursor: `${type}:${id}` }
}

type Place = { readonly kind: 'ACTOR'; readonly code: string } | { readonly kind: 'ROW'; readonly hit: Hit }

function placeOf(cursor: string): Place {
  const { type, key } = orGraphQLError(parseGlobalId(cursor))
  if (type === 'Actor') return { kind: 'ACTOR', code: key }
  if ((type === 'Document' || type === 'Statement') && /^\d{1,15}$/.test(key)) {
    return { kind: 'ROW', hit: { kind: type === 'Document' ? 'DOCUMENT' : 'STATEMENT', id: Number(key) } as Hit }
  }
  return orGraphQLError<Place>(badCursor(cursor))
}
