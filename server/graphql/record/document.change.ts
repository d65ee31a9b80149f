/** Adds documents. The same text is recognised by its hash; texts are for analysts only. */
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
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { DocumentType } from './document.ts'

@InputType('NewOutlet', {
  description: 'The outlet of a document. If its code is on record, the outlet on record is used.',
})
class NewOutletInput {
  @Field(() => String, { description: 'Code of the outlet: lower case words joined by hyphens, such as `tolonews`.' })
  code!: string

  @Field(() => String, {
    nullable: true,
    description: 'Name of the outlet, at most 100 characters; required if the code is not on record.',
  })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Country of the outlet, as three letters of ISO 3166-1 alpha-3; null if it has none.',
  })
  country?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Wire family: outlets of one family count as one source; null if the outlet stands alone.',
  })
  wire?: string | null
}

@InputType('NewDocument', { description: 'The document to add.' })
class NewDocumentInput {
  @Field(() => String, {
    defaultValue: 'desk',
    description:
      'Code of the collection of articles that the document belongs to. `desk` is created when it is first used.',
  })
  collection!: string

  @Field(() => NewOutletInput, { nullable: true, description: 'The publisher of the document; null if not known.' })
  outlet?: NewOutletInput | null

  @Field(() => String, { description: 'Title of the document, at most 500 characters.' })
  title!: string

  @Field(() => String, {
    nullable: true,
    description: 'Address at which the document can be read, http or https; null if not known.',
  })
  url?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication; null if not known.' })
  published?: Day | null

  @Field(() => String, { defaultValue: 'en', description: 'Language of the document, as a BCP 47 tag.' })
  language!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Text of the document, 1 to 500,000 characters, shown to analysts only; null: not stored. The same text is recognised by its hash.',
  })
  text?: string | null
}

const AddDocumentPayload = payloadOf(
  'AddDocumentPayload',
  'document',
  () => DocumentType,
  'the document, or the one on record with the same text, or the same title and address; null if refused.',
)

Field(() => Boolean, { nullable: true, description: 'Whether the document was on record before; null if refused.' })(
  AddDocumentPayload.prototype,
  'known',
)

const DESK_COLLECTION = {
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
  @Mutation(() => AddDocumentPayload, {
    description:
      'Adds a document. If the same text, or the same title and address, is on record, that document is returned.',
  })
  async addDocument(
    @Arg('input', () => NewDocumentInput, { description: 'The document to add.' }) input: NewDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ document: Document; known: boolean }>> {
    return change(ctx, 'addDocument', async (tx, note) => {
      const { title, url = null, published = null, language, text = null, outlet = null } = input
      orUserError(checkText(title, 500), 'title')
      if (url !== null) orUserError(checkUrl(url), 'url')
      if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
        orUserError(
          refuse('BAD_CODE', language, 'a language is written as in BCP 47', 'Write it like en or ur'),
          'language',
        )
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
          orUserError(refuse('BAD_CODE', outlet.code, rule, 'Write it like tolonews'), 'outlet')
        }
        if (outlet.name == null) {
          orUserError(
            refuse('INCOMPLETE', outlet.code, 'no outlet has this code', 'Give its name too, to add it'),
            'outlet',
          )
        }
        const { code, name = '', country = null, wire = null } = outlet
        orUserError(checkText(name ?? '', 100), 'outlet')
        await addOutlets(tx, [{ code, name: name ?? '', country, wire }])
      }
      const known = directory.collections.find((c) => c.code === input.collection)
      let collection: CollectionId | undefined = known?.id
      if (!known && input.collection === DESK_COLLECTION.code) collection = await putCollection(tx, DESK_COLLECTION)
      if (collection === undefined || known?.kind === 'RELEASE') {
        const rule = known ? 'it is a release of a data set, which has no articles' : 'there is no such collection'
        const refusal = refuse(
          'UNKNOWN_COLLECTION',
          input.collection,
          rule,
          'Give one of kind ARTICLES, or leave it out',
        )
        return orUserError<never>(refusal, 'collection')
      }
      const row = { collection, outlet: outlet?.code ?? null, title, url, published, language, contentHash }
      const id = await addDocument(tx, row)
      const [document] = (await documentsById(tx, [id])) as [Document]
      if (text !== null) {
        if (document.contentHash !== null && document.contentHash !== contentHash) {
          const rule = `Document:${id} is on record under this title and address, with another text`
          orUserError(
            refuse('CONFLICT', title, rule, 'Give another title or address, or add it without the text'),
            'text',
          )
        }
        await keepText(tx, id, text)
      }
      if (tx.wrote) await note({ noun: 'Document', key: id, before: null, after: row })
      return { document, known: document.addedIn < tx.revision }
    })
  }
}

const MAX_TEXT_LENGTH = 500_000

/** SHA-256 of a text. Refuses a text that cannot be stored. */
function hashOfText(text: string): string {
  if (text.trim() === '') {
    orUserError(refuse('BAD_TEXT', text, 'the text is empty', 'Give the text, or leave it out'), 'text')
  }
  if (text.length > MAX_TEXT_LENGTH) {
    const rule = `a text has at most ${MAX_TEXT_LENGTH} characters`
    orUserError(refuse('TOO_MUCH', `${text.length} characters`, rule, 'Add it in parts, each a document'), 'text')
  }
  if (text.includes('\u0000') || /\p{Surrogate}/u.test(text)) {
    const rule = 'it contains characters that are not text'
    orUserError(refuse('BAD_TEXT', text, rule, 'Copy it as text, not as a file of another kind'), 'text')
  }
  return hashOf(text)
}
