/** Mutations of relations: add and correct. A slug in use is never overwritten, and former rows stay on record. */
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { type Directory, partyOf } from '../../domain/directory/directory.ts'
import type { Relation, Slug } from '../../domain/directory/relation.ts'
import { refuse } from '../../domain/error.ts'
import { checkText } from '../../domain/text.ts'
import { directoryAt } from '../../store/directory.ts'
import { addRelations } from '../../store/reference.ts'
import type { Context } from '../schema/context.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { RelationType } from './relation.ts'

@InputType('NewRelation', { description: 'The relation to add.' })
class NewRelationInput {
  @Field(() => String, {
    description: 'Slug: lower case words joined by hyphens, such as `pakistan-taliban`, at most 80 characters.',
  })
  slug!: string

  @Field(() => String, { description: 'Name of the relation, at most 100 characters.' })
  name!: string

  @Field(() => String, { description: 'The first party: code of an actor, an office or a country.' })
  a!: string

  @Field(() => String, { description: 'The second party: code of an actor, an office or a country.' })
  b!: string

  @Field(() => Int, { nullable: true, description: 'Place of the relation in lists, from 1; null: the last.' })
  rank?: number | null
}

@InputType('RelationCorrection', {
  description: 'A relation on record, and its corrected fields. A field that is left out stays as it is.',
})
class RelationCorrectionInput {
  @Field(() => String, { description: 'Slug of the relation, which cannot be changed.' })
  slug!: string

  @Field(() => String, {
    nullable: true,
    description: 'Corrected name, at most 100 characters; null keeps the present one.',
  })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code of the corrected first party; null keeps the present one.',
  })
  a?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Code of the corrected second party; null keeps the present one.',
  })
  b?: string | null

  @Field(() => Int, { nullable: true, description: 'Corrected place in lists, from 1; null keeps the present one.' })
  rank?: number | null
}

const payload = (name: string, what: string) => payloadOf(name, 'relation', () => RelationType, what)
const AddRelationPayload = payload('AddRelationPayload', 'the relation; null if refused.')
const SupersedeRelationPayload = payload('SupersedeRelationPayload', 'the relation as corrected; null if refused.')

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

@Resolver()
export class RelationChangeResolver {
  @Mutation(() => AddRelationPayload, { description: 'Adds a named relation between two parties.' })
  async addRelation(
    @Arg('input', () => NewRelationInput, { description: 'The relation to add.' }) input: NewRelationInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ relation: Relation }>> {
    return change(ctx, 'addRelation', async (tx, note) => {
      const { slug, name, a, b } = input
      if (!SLUG.test(slug) || slug.length > 80) {
        const rule = 'a slug is lower case words joined by hyphens, at most 80 letters'
        orUserError(refuse('BAD_CODE', slug, rule, 'Write it like us-taliban'), 'slug')
      }
      orUserError(checkText(name, 100), 'name')
      const directory = await directoryAt(tx, tx.revision)
      checkParties(directory, input)
      const same = directory.relations.find((r) => r.slug === slug)
      if (same) orUserError(refuse('CONFLICT', slug, `it is the slug of ${same.name}`, 'Give another slug'), 'slug')
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
    description: 'Corrects the name, the parties or the rank of a relation. The former row stays on record.',
  })
  async supersedeRelation(
    @Arg('input', () => RelationCorrectionInput, { description: 'The relation, and its corrected fields.' })
    input: RelationCorrectionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ relation: Relation }>> {
    return change(ctx, 'supersedeRelation', async (tx, note) => {
      const directory = await directoryAt(tx, tx.revision)
      const former = directory.relations.find((r) => r.slug === input.slug)
      const unknown = refuse('UNKNOWN_RELATION', input.slug, 'no relation has this slug', 'Add it with addRelation')
      const { addedIn: _a, supersededIn: _s, ...before } = orUserError(former ?? unknown, 'slug')
      const relation = {
        slug: before.slug,
        name: input.name ?? before.name,
        a: input.a ?? before.a,
        b: input.b ?? before.b,
        rank: input.rank ?? before.rank,
      }
      orUserError(checkText(relation.name, 100), 'name')
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
  orUserError(partyOf(directory, a), 'a')
  orUserError(partyOf(directory, b), 'b')
  if (a === b) orUserError(refuse('NOT_POSSIBLE', b, 'a relation has two different parties', 'Name another'), 'b')
}

function checkRank(rank: number): void {
  if (rank < 1) orUserError(refuse('BAD_NUMBER', rank, 'a rank is counted from 1', 'Give one, or leave it out'), 'rank')
}
