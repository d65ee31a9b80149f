/** Adding documents. By the hash of its text the same one is known again; the text is kept for analysts. */
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import { refuse } from '../../domain/error.ts'
import type { CollectionId, Document } from '../../domain/record/document.ts'
import { checkText, checkUrl } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { addDocument, documentOfText, documentsById, keepText } from '../../store/document.ts'
import { addOutlets, putCollection } from '../../store/reference.ts'
import { hashOf } from '../../store/secret.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { DocumentType } from './document.ts'

@InputType('NewOutlet', { description: 'An outlet; one of this code that is on record is taken as it is.' })
class NewOutletInput {
  @Field(() => String, { description: 'Code, lower case, such as `tolonews`.' })
  code!: string

  @Field(() => String, { nullable: true, description: 'Name; needed where the outlet is not on record.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-3.' })
  country?: string | null

  @Field(() => String, { nullable: true, description: 'Wire family: outlets of one count as one source.' })
  wire?: string | null
}

@InputType('NewDocument', { description: 'A document to add.' })
class NewDocumentInput {
  @Field(() => String, {
    defaultValue: 'desk',
    description: 'Code of the collection of articles it belongs to; `desk` is made at first use.',
  })
  collection!: string

  @Field(() => NewOutletInput, { nullable: true, description: 'Who published it; null where not known.' })
  outlet?: NewOutletInput | null

  @Field(() => String, { description: 'Title.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Day of publishing.' })
  published?: Day | null

  @Field(() => String, { defaultValue: 'en', description: 'Language, BCP 47.' })
  language!: string

  @Field(() => String, {
    nullable: true,
    description: 'Its text as given, 1 to 500,000 characters: kept for analysts, and known again by its hash.',
  })
  text?: string | null
}

const AddDocumentPayload = payloadOf(
  'AddDocumentPayload',
  'document',
  () => DocumentType,
  'the document, or the one on record with the same text, or title and address; null where refused.',
)

Field(() => Boolean, { nullable: true, description: 'Was it on record before? null where refused.' })(
  AddDocumentPayload.prototype,
  'known',
)

const DESK = {
  code: 'desk',
  title: 'Coded at the desk',
  kind: 'ARTICLES',
  from: null,
  to: null,
  pairs: null,
  volume: null,
  citation: 'Coded by hand',
  url: null,
  licence: null,
} as const

@Resolver()
export class DocumentChangeResolver {
  @Mutation(() => AddDocumentPayload, { description: 'Adds a document. The same one twice is one.' })
  async addDocument(
    @Arg('input', () => NewDocumentInput, { description: 'Which.' }) input: NewDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ document: Document; known: boolean }>> {
    return change(ctx, 'addDocument', async (tx, note) => {
      const { title, url = null, published = null, language, text = null, outlet = null } = input
      taken(checkText(title, 500), 'title')
      if (url !== null) taken(checkUrl(url), 'url')
      if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
        taken(refuse('BAD_CODE', language, 'a language is written as in BCP 47', 'Write it like en or ur'), 'language')
      }
      const contentHash = text === null ? null : hashOfText(text)
      const first = contentHash === null ? null : await documentOfText(tx, contentHash)
      if (first !== null && text !== null) {
        await keepText(tx, first, text)
        const [document] = await documentsById(tx, [first])
        if (tx.wrote) await note({ noun: 'Document', key: first, before: null, after: { text: contentHash } })
        return { document: document as Document, known: true }
      }
      const directory = await directoryAt(tx, tx.revision)
      if (outlet !== null && !directory.outlets.some((o) => o.code === outlet.code)) {
        if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(outlet.code)) {
          const rule = 'a code is lower case words joined by hyphens'
          taken(refuse('BAD_CODE', outlet.code, rule, 'Write it like tolonews'), 'outlet')
        }
        if (outlet.name == null) {
          taken(refuse('INCOMPLETE', outlet.code, 'no outlet has this code', 'Give its name too, to add it'), 'outlet')
        }
        const { code, name = '', country = null, wire = null } = outlet
        taken(checkText(name ?? '', 100), 'outlet')
        await addOutlets(tx, [{ code, name: name ?? '', country, wire }])
      }
      const known = directory.collections.find((c) => c.code === input.collection)
      let collection: CollectionId | undefined = known?.id
      if (!known && input.collection === DESK.code) collection = await putCollection(tx, DESK)
      if (collection === undefined || known?.kind === 'RELEASE') {
        const rule = known ? 'it is a data set’s release, and takes no articles' : 'there is no such collection'
        const refusal = refuse(
          'UNKNOWN_COLLECTION',
          input.collection,
          rule,
          'Give one of kind ARTICLES, or leave it out',
        )
        return taken<never>(refusal, 'collection')
      }
      const row = { collection, outlet: outlet?.code ?? null, title, url, published, language, contentHash }
      const id = await addDocument(tx, row)
      const [document] = (await documentsById(tx, [id])) as [Document]
      if (text !== null) {
        if (document.contentHash !== null && document.contentHash !== contentHash) {
          const rule = `Document:${id} is on record under this title and address, with another text`
          taken(refuse('CONFLICT', title, rule, 'Give another title or address, or add it without the text'), 'text')
        }
        await keepText(tx, id, text)
      }
      if (tx.wrote) await note({ noun: 'Document', key: id, before: null, after: row })
      return { document, known: document.addedIn < tx.revision }
    })
  }
}

const TEXT_MOST = 500_000

/** SHA-256 of a text that can be kept. */
function hashOfText(text: string): string {
  if (text.trim() === '') {
    taken(refuse('BAD_TEXT', text, 'the text is empty', 'Give the text, or leave it out'), 'text')
  }
  if (text.length > TEXT_MOST) {
    const rule = `a text has at most ${TEXT_MOST} characters`
    taken(refuse('TOO_MUCH', `${text.length} characters`, rule, 'Add it in parts, each a document'), 'text')
  }
  if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) {
    const rule = 'it holds what is no character'
    taken(refuse('BAD_TEXT', text, rule, 'Copy it as text, not as a file of another kind'), 'text')
  }
  return hashOf(text)
}
