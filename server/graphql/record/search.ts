/** Finding actors, documents and statements by words. */
import { Arg, Ctx, createUnionType, Int, Query, Resolver } from 'type-graphql'
import type { Actor, ActorCode } from '../../domain/directory/actor.ts'
import { nameKey } from '../../domain/directory/directory.ts'
import { refuse } from '../../domain/error.ts'
import { countHits, type Hit, hits, type SearchAsked, wordsOf } from '../../store/search.ts'
import { ActorType } from '../directory/actor.ts'
import { badCursor, type Connection, connectionOf, connectionTypes, pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { type SearchKind, SearchKindEnum } from '../schema/enums.ts'
import { accepted } from '../schema/errors.ts'
import { parseGlobalId } from '../schema/node.ts'
import { DocumentType } from './document.ts'
import { StatementType } from './statement.ts'

const MOST_WORDS = 12
const MOST_LETTERS = 200

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What was found: an actor, a document or a statement.',
  types: () => [ActorType, DocumentType, StatementType] as const,
  resolveType: (found: object) => (found as Found).__typename,
})
/** A row of one of the three, told apart by its type's name. */
type Found = { readonly __typename: 'Actor' | 'Document' | 'Statement'; readonly cursor: string }

const SearchResultConnection = connectionTypes<Found>('SearchResult', () => SearchResult as never, 'what was found')

@Resolver()
export class SearchResolver {
  @Query(() => SearchResultConnection, {
    description:
      'Actors by name, alias or code, then documents by title, then statements by summary and speaker, the newest on record first. Every word given must be there, or begin a word that is; accents and case do not matter.',
  })
  async search(
    @Arg('text', () => String, { description: 'Up to 12 words, 200 letters.' }) text: string,
    @Arg('kinds', () => [SearchKindEnum], { nullable: true, description: 'What to look in; null: in all.' })
    kinds: SearchKind[] | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1–100. Default 20.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which to begin.' }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Found>> {
    const page = accepted(pageOf({ first, after }))
    const words = askedWords(text)
    const wants = (kind: SearchKind) => kinds == null || kinds.includes(kind)
    const asked: SearchAsked = {
      ...{ words, revision: ctx.revision },
      ...{ documents: wants('DOCUMENT'), statements: wants('STATEMENT') },
    }
    const place = page.after === null ? null : placeOf(page.after)
    const actors = wants('ACTOR') ? actorsWith(ctx, words) : []
    const named = actorsAfter(actors, place)
    const shown: Found[] = named
      .slice(0, page.size + 1)
      .map((a) => ({ ...a, __typename: 'Actor', cursor: `Actor:${a.code}` }))
    const rest = page.size + 1 - shown.length
    const found = rest > 0 ? await hits(ctx.db, asked, place?.kind === 'ROW' ? place.hit : null, rest) : []
    const rows = (await Promise.all(found.map((hit) => rowOf(ctx, hit)))).filter((row) => row !== null)
    const total = async () => actors.length + (await countHits(ctx.db, asked))
    return connectionOf([...shown, ...rows], page, (row) => row.cursor, total)
  }
}

function askedWords(text: string): string[] {
  const words = wordsOf(text)
  if (words.length === 0) {
    accepted<never>(refuse('BAD_TEXT', text, 'a search needs a word of letters or digits', 'Give at least one'))
  }
  if (words.length > MOST_WORDS || text.length > MOST_LETTERS) {
    const rule = `a search holds at most ${MOST_WORDS} words and ${MOST_LETTERS} letters`
    accepted<never>(refuse('TOO_MUCH', text, rule, 'Give fewer words'))
  }
  return words
}

/** Actors of whom a name, alias or code holds every word, in the order of their codes. */
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

/** The actors of a page; none where it begins beyond them. */
function actorsAfter(actors: readonly Actor[], place: Place | null): readonly Actor[] {
  if (place === null) return actors
  if (place.kind === 'ROW') return []
  const at = actors.findIndex((a) => a.code === place.code)
  return at < 0 ? accepted<never>(badCursor(`Actor:${place.code}`)) : actors.slice(at + 1)
}

async function rowOf(ctx: Context, { kind, id }: Hit): Promise<Found | null> {
  const [row, type] =
    kind === 'DOCUMENT'
      ? [await ctx.loaders.document.load(id), 'Document' as const]
      : [await ctx.loaders.statement.load(id), 'Statement' as const]
  return row === null ? null : { ...row, __typename: type, cursor: `${type}:${id}` }
}

type Place = { readonly kind: 'ACTOR'; readonly code: string } | { readonly kind: 'ROW'; readonly hit: Hit }

function placeOf(cursor: string): Place {
  const { type, key } = accepted(parseGlobalId(cursor))
  if (type === 'Actor') return { kind: 'ACTOR', code: key }
  if ((type === 'Document' || type === 'Statement') && /^\d{1,15}$/.test(key)) {
    return { kind: 'ROW', hit: { kind: type === 'Document' ? 'DOCUMENT' : 'STATEMENT', id: Number(key) } as Hit }
  }
  return accepted<Place>(badCursor(cursor))
}
