/** Mutations of persons and posts: add, end and correct. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import type { Day } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import type { Person } from '../../domain/directory/person.ts'
import { refuse } from '../../domain/error.ts'
import { checkText } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { type New, type PostRow, putPost, standingPost } from '../../store/held.ts'
import { addPersons } from '../../store/reference.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Context } from '../schema/context.ts'
import { change, type Note, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { checkSpan, shownSpan } from '../scores/span.ts'
import { PersonType, PostType } from './person.ts'

@InputType('NewPerson', { description: 'The person to add.' })
class NewPersonInput {
  @Field(() => String, {
    description:
      'Code of the person: lower case words joined by hyphens, such as `khawaja-asif`, at most 80 characters.',
  })
  code!: string

  @Field(() => String, { description: 'Name of the person, at most 100 characters.' })
  name!: string

  @Field(() => [String], {
    defaultValue: [],
    description: 'Other spellings and short forms, at most 100 characters each.',
  })
  aliases!: string[]
}

@InputType('PersonCorrection', {
  description: 'A person on record, and their corrected names. A field that is left out stays as it is.',
})
class PersonCorrectionInput {
  @Field(() => String, { description: 'Code of the person, which cannot be changed.' })
  code!: string

  @Field(() => String, {
    nullable: true,
    description: 'Corrected name, at most 100 characters; null keeps the present one.',
  })
  name?: string | null

  @Field(() => [String], {
    nullable: true,
    description: 'All other spellings and short forms, replacing the present ones; null keeps them.',
  })
  aliases?: string[] | null
}

@InputType('NewPost', { description: 'The post to add.' })
class NewPostInput {
  @Field(() => String, { description: 'Code of the person.' })
  person!: string

  @Field(() => String, { description: 'Title of the post, at most 200 characters.' })
  title!: string

  @Field(() => String, { description: 'Code of the actor that the person spoke for.' })
  actor!: string

  @Field(() => DateScalar, { nullable: true, description: 'First day; null if it is not known.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if the post is still held.' })
  to?: Day | null

  @Field(() => String, { description: 'Where this is known from, at most 500 characters.' })
  citation!: string
}

@InputType('PostCorrection', {
  description: 'A post on record, and its corrected fields. A field that is left out stays as it is.',
})
class PostCorrectionInput {
  @Field(() => Int, { description: 'Number of the post.' })
  post!: number

  @Field(() => String, {
    nullable: true,
    description: 'Corrected title, at most 200 characters; null keeps the present one.',
  })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the corrected actor; null keeps the present one.' })
  actor?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Corrected first day; null if it is not known.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day, which ends the post; null if it is still held.' })
  to?: Day | null

  @Field(() => String, {
    nullable: true,
    description: 'Where this is known from, at most 500 characters; null keeps the present text.',
  })
  citation?: string | null
}

const [person, post] = [() => PersonType, () => PostType]
const AddPersonPayload = payloadOf('AddPersonPayload', 'person', person, 'the person; null if refused.')
const SupersedePersonPayload = payloadOf(
  'SupersedePersonPayload',
  'person',
  person,
  'the person as corrected; null if refused.',
)
const AddPostPayload = payloadOf('AddPostPayload', 'post', post, 'the post; null if refused.')
const SupersedePostPayload = payloadOf('SupersedePostPayload', 'post', post, 'the post as corrected; null if refused.')

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

@Resolver()
export class PersonChangeResolver {
  @Mutation(() => AddPersonPayload, { description: 'Adds a person. Posts say which actor a person spoke for.' })
  async addPerson(
    @Arg('input', () => NewPersonInput, { description: 'The person to add.' }) input: NewPersonInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ person: Person }>> {
    return change(ctx, 'addPerson', async (tx, note) => {
      const { code, name, aliases } = input
      if (!CODE.test(code) || code.length > 80) {
        const rule = 'a code is lower case words joined by hyphens, at most 80 letters'
        orUserError(refuse('BAD_CODE', code, rule, 'Write it like khawaja-asif'), 'code')
      }
      const known = await personOf(tx, code)
      if (known) orUserError(refuse('CONFLICT', code, `it is the code of ${known.name}`, 'Give another code'), 'code')
      return { person: await putPerson(tx, { id: code, name, aliases }, note, null) }
    })
  }

  @Mutation(() => SupersedePersonPayload, {
    description: 'Corrects the names of a person. The former names stay on record.',
  })
  async supersedePerson(
    @Arg('input', () => PersonCorrectionInput, { description: 'The person, and their corrected names.' })
    input: PersonCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ person: Person }>> {
    return change(ctx, 'supersedePerson', async (tx, note) => {
      const { code } = input
      const unknown = refuse('UNKNOWN_ID', code, 'no person has this code', 'Add them with addPerson')
      const before = orUserError((await personOf(tx, code)) ?? unknown, 'code')
      const after = { id: code, name: input.name ?? before.name, aliases: input.aliases ?? before.aliases }
      return { person: await putPerson(tx, after, note, before) }
    })
  }

  @Mutation(() => AddPostPayload, {
    description: 'Adds a post that a person held. A person may hold several posts at once.',
  })
  async addPost(
    @Arg('input', () => NewPostInput, { description: 'The post to add.' }) input: NewPostInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ post: PostRow }>> {
    return change(ctx, 'addPost', async (tx, note) => {
      const { from = null, to = null, ...fields } = input
      const asked = { ...fields, actor: fields.actor as ActorCode, from, to }
      await checkPost(tx, asked, null)
      const added = await putPost(tx, asked, null)
      await note({ noun: 'Post', key: added.person, before: null, after: shownSpan(added) })
      return { post: added }
    })
  }

  @Mutation(() => SupersedePostPayload, { description: 'Ends or corrects a post. The former row stays on record.' })
  async supersedePost(
    @Arg('input', () => PostCorrectionInput, { description: 'The post, and its corrected fields.' })
    input: PostCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ post: PostRow }>> {
    return change(ctx, 'supersedePost', async (tx, note) => {
      const former = orUserError(await standingPost(tx, input.post), 'post')
      const asked: New<PostRow> = {
        person: former.person,
        title: input.title ?? former.title,
        actor: (input.actor ?? former.actor) as ActorCode,
        from: input.from === undefined ? former.from : input.from,
        to: input.to === undefined ? former.to : input.to,
        citation: input.citation ?? former.citation,
      }
      await checkPost(tx, asked, former.id)
      const renewed = await putPost(tx, asked, former.id)
      await note({ noun: 'Post', key: renewed.person, before: shownSpan(former), after: shownSpan(renewed) })
      return { post: renewed }
    })
  }
}

async function personOf(tx: Transaction, code: string): Promise<Person | null> {
  const { persons } = await directoryAt(tx, tx.revision)
  return persons.find((p) => p.id === code) ?? null
}

async function putPerson(tx: Transaction, person: Person, note: Note, before: Person | null): Promise<Person> {
  orUserError(checkText(person.name, 100), 'name')
  for (const alias of person.aliases) orUserError(checkText(alias, 100), 'aliases')
  const shown = ({ name, aliases }: Person) => ({ name, aliases })
  if ((await addPersons(tx, [person])) > 0) {
    await note({ noun: 'Person', key: person.id, before: before && shown(before), after: shown(person) })
  }
  return person
}

async function checkPost(tx: Transaction, asked: New<PostRow>, replaces: number | null): Promise<void> {
  const { person, title, actor, from, citation } = asked
  const directory = await directoryAt(tx, tx.revision)
  if (!directory.persons.some((p) => p.id === person)) {
    orUserError(refuse('UNKNOWN_ID', person, 'no person has this code', 'Add the person first'), 'person')
  }
  if (!directory.actors.some((a) => a.code === actor)) {
    orUserError(refuse('UNKNOWN_ACTOR', actor, 'no actor has this code', 'Add the actor first'), 'actor')
  }
  orUserError(checkText(title, 200), 'title')
  orUserError(checkText(citation, 500), 'citation')
  checkSpan(asked, 'a post')
  const same = directory.posts.find(
    (p) => p.id !== replaces && p.person === person && p.title === title && p.actor === actor && p.from === from,
  )
  if (same) orUserError(refuse('CONFLICT', title, `it is on record as post ${same.id}`, 'Correct that one'), 'title')
}
