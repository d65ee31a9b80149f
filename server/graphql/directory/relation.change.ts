/** Adding relations and putting them right. What stands under a slug is never added over, and stays on record as it was. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { type Directory, partyOf } from '../../domain/directory/directory.ts'
import type { Relation, Slug } from '../../domain/directory/relation.ts'
import { refuse } from '../../domain/error.ts'
import { checkText } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { addRelations } from '../../store/reference.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { RelationType } from './relation.ts'

@InputType('NewRelation', { description: 'A relation to add.' })
class NewRelationInput {
  @Field(() => String, { description: 'Slug, such as `pakistan-taliban`.' })
  slug!: string

  @Field(() => String, { description: 'Name.' })
  name!: string

  @Field(() => String, { description: 'The first party: code of an actor, an office or a country.' })
  a!: string

  @Field(() => String, { description: 'The second party.' })
  b!: string

  @Field(() => Int, { nullable: true, description: 'Its place in lists, from 1; null: the last.' })
  rank?: number | null
}

@InputType('RelationCorrection', {
  description: 'A relation that stands, and what is right instead; what is left out stays.',
})
class RelationCorrectionInput {
  @Field(() => String, { description: 'Its slug, which never changes.' })
  slug!: string

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null

  @Field(() => String, { nullable: true, description: 'The first party: code of an actor, an office or a country.' })
  a?: string | null

  @Field(() => String, { nullable: true, description: 'The second party.' })
  b?: string | null

  @Field(() => Int, { nullable: true, description: 'Its place in lists, from 1.' })
  rank?: number | null
}

const payload = (name: string, what: string) => payloadOf(name, 'relation', () => RelationType, what)
const AddRelationPayload = payload('AddRelationPayload', 'the relation; null where refused.')
const SupersedeRelationPayload = payload(
  'SupersedeRelationPayload',
  'the relation as it stands now; null where refused.',
)

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

@Resolver()
export class RelationChangeResolver {
  @Mutation(() => AddRelationPayload, { description: 'Adds a relation of two parties under a name.' })
  async addRelation(
    @Arg('input', () => NewRelationInput, { description: 'Which.' }) input: NewRelationInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ relation: Relation }>> {
    return change(ctx, 'addRelation', async (tx, note) => {
      const { slug, name, a, b } = input
      if (!SLUG.test(slug) || slug.length > 80) {
        const rule = 'a slug is lower case words joined by hyphens, at most 80 letters'
        taken(refuse('BAD_CODE', slug, rule, 'Write it like us-taliban'), 'slug')
      }
      taken(checkText(name, 100), 'name')
      const directory = await directoryAt(tx, tx.revision)
      checkParties(directory, input)
      const same = directory.relations.find((r) => r.slug === slug)
      if (same) taken(refuse('CONFLICT', slug, `it is the slug of ${same.name}`, 'Give another slug'), 'slug')
      const last = Math.max(0, ...directory.relations.map((r) => r.rank))
      const rank = input.rank ?? last + 1
      checkRank(rank)
      const relation = { slug: slug as Slug, name, a, b, rank }
      await addRelations(tx, [relation])
      await note({ noun: 'Relation', key: slug, before: null, after: relation })
      return { relation: { ...relation, addedIn: tx.revision, supersededIn: null } }
    })
  }

  @Mutation(() => SupersedeRelationPayload, {
    description: 'Puts a relation right: its name, its parties, its place in lists; what it was stays on record.',
  })
  async supersedeRelation(
    @Arg('input', () => RelationCorrectionInput, { description: 'Which, and how.' }) input: RelationCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ relation: Relation }>> {
    return change(ctx, 'supersedeRelation', async (tx, note) => {
      const directory = await directoryAt(tx, tx.revision)
      const former = directory.relations.find((r) => r.slug === input.slug)
      const unknown = refuse('UNKNOWN_RELATION', input.slug, 'no relation has this slug', 'Add it with addRelation')
      const { addedIn: _a, supersededIn: _s, ...before } = taken(former ?? unknown, 'slug')
      const relation = {
        slug: before.slug,
        name: input.name ?? before.name,
        a: input.a ?? before.a,
        b: input.b ?? before.b,
        rank: input.rank ?? before.rank,
      }
      taken(checkText(relation.name, 100), 'name')
      checkParties(directory, relation)
      checkRank(relation.rank)
      const renewed = (await addRelations(tx, [relation])) > 0
      if (renewed) await note({ noun: 'Relation', key: relation.slug, before, after: relation })
      const addedIn = renewed ? tx.revision : (former as Relation).addedIn
      return { relation: { ...relation, addedIn, supersededIn: null } }
    })
  }
}

function checkParties(directory: Directory, { a, b }: Pick<Relation, 'a' | 'b'>): void {
  taken(partyOf(directory, a), 'a')
  taken(partyOf(directory, b), 'b')
  if (a === b) taken(refuse('NOT_POSSIBLE', b, 'a relation has two different parties', 'Name another'), 'b')
}

function checkRank(rank: number): void {
  if (rank < 1) taken(refuse('BAD_NUMBER', rank, 'a rank is counted from 1', 'Give one, or leave it out'), 'rank')
}
