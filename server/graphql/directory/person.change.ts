/** Adding persons and their posts, ending posts, putting either right. */
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
import { change, type Note, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { DateScalar } from '../schema/scalars.ts'
import { checkSpan, shownSpan } from '../scores/span.ts'
import { PersonType, PostType } from './person.ts'

@InputType('NewPerson', { description: 'A person to add.' })
class NewPersonInput {
  @Field(() => String, { description: 'Code: lower case words joined by hyphens, such as `khawaja-asif`.' })
  code!: string

  @Field(() => String, { description: 'Name.' })
  name!: string

  @Field(() => [String], { defaultValue: [], description: 'Other spellings and short forms.' })
  aliases!: string[]
}

@InputType('PersonCorrection', {
  description: 'A person on record, and what is right instead; what is left out stays.',
})
class PersonCorrectionInput {
  @Field(() => String, { description: 'Their code, which never changes.' })
  code!: string

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null

  @Field(() => [String], { nullable: true, description: 'All other spellings and short forms.' })
  aliases?: string[] | null
}

@InputType('NewPost', { description: 'A post to add.' })
class NewPostInput {
  @Field(() => String, { description: 'Code of the person.' })
  person!: string

  @Field(() => String, { description: 'What it is called.' })
  title!: string

  @Field(() => String, { description: 'Code of the actor for whom they spoke.' })
  actor!: string

  @Field(() => DateScalar, { nullable: true, description: 'First day; null: open or not known.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: still held.' })
  to?: Day | null

  @Field(() => String, { description: 'Where this is known from.' })
  citation!: string
}

@InputType('PostCorrection', { description: 'A standing post, and what is right instead; what is left out stays.' })
class PostCorrectionInput {
  @Field(() => Int, { description: 'Number of the post that stands.' })
  post!: number

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'Code of the actor for whom they spoke.' })
  actor?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'First day; null: open.' })
  from?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Last day, to end it; null: still held.' })
  to?: Day | null

  @Field(() => String, { nullable: true, description: 'Where this is known from.' })
  citation?: string | null
}

const [person, post] = [() => PersonType, () => PostType]
const AddPersonPayload = payloadOf('AddPersonPayload', 'person', person, 'the person; null where refused.')
const SupersedePersonPayload = payloadOf(
  'SupersedePersonPayload',
  'person',
  person,
  'the person as they stand now; null where refused.',
)
const AddPostPayload = payloadOf('AddPostPayload', 'post', post, 'the post; null where refused.')
const SupersedePostPayload = payloadOf(
  'SupersedePostPayload',
  'post',
  post,
  'the post as it stands now; null where refused.',
)

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

@Resolver()
export class PersonChangeResolver {
  @Mutation(() => AddPersonPayload, { description: 'Adds a person; whom they spoke for is told by posts.' })
  async addPerson(
    @Arg('input', () => NewPersonInput, { description: 'Who.' }) input: NewPersonInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ person: Person }>> {
    return change(ctx, 'addPerson', async (tx, note) => {
      const { code, name, aliases } = input
      if (!CODE.test(code) || code.length > 80) {
        const rule = 'a code is lower case words joined by hyphens, at most 80 letters'
        taken(refuse('BAD_CODE', code, rule, 'Write it like khawaja-asif'), 'code')
      }
      const known = await personOf(tx, code)
      if (known) taken(refuse('CONFLICT', code, `it is the code of ${known.name}`, 'Give another code'), 'code')
      return { person: await putPerson(tx, { id: code, name, aliases }, note, null) }
    })
  }

  @Mutation(() => SupersedePersonPayload, {
    description: 'Puts a person’s names right; what they were stays on record.',
  })
  async supersedePerson(
    @Arg('input', () => PersonCorrectionInput, { description: 'Who, and how.' }) input: PersonCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ person: Person }>> {
    return change(ctx, 'supersedePerson', async (tx, note) => {
      const { code } = input
      const unknown = refuse('UNKNOWN_ID', code, 'no person has this code', 'Add them with addPerson')
      const before = taken((await personOf(tx, code)) ?? unknown, 'code')
      const after = { id: code, name: input.name ?? before.name, aliases: input.aliases ?? before.aliases }
      return { person: await putPerson(tx, after, note, before) }
    })
  }

  @Mutation(() => AddPostPayload, { description: 'Adds a post that a person held. They may hold several at once.' })
  async addPost(
    @Arg('input', () => NewPostInput, { description: 'Which.' }) input: NewPostInput,
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

  @Mutation(() => SupersedePostPayload, { description: 'Ends a post or puts it right; the old one stays on record.' })
  async supersedePost(
    @Arg('input', () => PostCorrectionInput, { description: 'Which, and how.' }) input: PostCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ post: PostRow }>> {
    return change(ctx, 'supersedePost', async (tx, note) => {
      const former = taken(await standingPost(tx, input.post), 'post')
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
  taken(checkText(person.name, 100), 'name')
  for (const alias of person.aliases) taken(checkText(alias, 100), 'aliases')
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
    taken(refuse('UNKNOWN_ID', person, 'no person has this code', 'Add the person first'), 'person')
  }
  if (!directory.actors.some((a) => a.code === actor)) {
    taken(refuse('UNKNOWN_ACTOR', actor, 'no actor has this code', 'Add the actor first'), 'actor')
  }
  taken(checkText(title, 200), 'title')
  taken(checkText(citation, 500), 'citation')
  checkSpan(asked, 'a post')
  const same = directory.posts.find(
    (p) => p.id !== replaces && p.person === person && p.title === title && p.actor === actor && p.from === from,
  )
  if (same) taken(refuse('CONFLICT', title, `it is on record as post ${same.id}`, 'Correct that one'), 'title')
}
