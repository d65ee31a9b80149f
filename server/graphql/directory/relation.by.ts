/** Resolves a relation by its slug, by two parties, or by its global id. */
import { GraphQLError } from 'graphql'
import { Field, InputType } from 'type-graphql'
import { partyOf } from '../../domain/directory/directory.ts'
import type { Relation, Slug } from '../../domain/directory/relation.ts'
import { refuse } from '../../domain/error.ts'
import type { Revision } from '../../domain/record/revision.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'

@InputType('RelationBy', { description: 'A relation, named by slug or by its two parties; exactly one field is set.' })
export class RelationByInput {
  @Field(() => String, { nullable: true, description: 'Slug of a named relation, or two party codes joined by `~`.' })
  slug?: string | null

  @Field(() => [String], {
    nullable: true,
    description: 'Two different codes of actors, offices or countries, in the order A, B.',
  })
  parties?: string[] | null
}

/** A named relation by its slug, or an unnamed one of any two parties. */
export function relationBy(ctx: Context, by: RelationByInput): Relation {
  const directory = ctx.record.directoryIn(ctx.revision)
  const standing = directory.relations
  const codes = by.parties ?? by.slug?.split('~') ?? []
  const named = standing.find((r) => r.slug === by.slug || (codes.length === 2 && r.a === codes[0] && r.b === codes[1]))
  if (named) return named
  if (by.slug != null && codes.length < 2) {
    const known = standing.map((r) => r.slug).join(', ')
    const cure = `Give one of ${known}, or two party codes joined by ~`
    return orGraphQLError<Relation>(refuse('UNKNOWN_RELATION', by.slug, 'no relation has this slug', cure))
  }
  const [first, second, ...others] = codes
  if (first === undefined || second === undefined || others.length > 0 || first === second) {
    const cure = 'Give two codes, such as ["USA", "TAL"]'
    return orGraphQLError<Relation>(
      refuse('NOT_POSSIBLE', codes.join('~'), 'a relation has two different parties', cure),
    )
  }
  const [a, b] = [orGraphQLError(partyOf(directory, first)), orGraphQLError(partyOf(directory, second))]
  const slug = `${first}~${second}` as Slug
  return {
    slug,
    name: `${a.name} – ${b.name}`,
    a: first,
    b: second,
    rank: 0,
    addedIn: 0 as Revision,
    supersededIn: null,
  }
}

/** The relation with a slug, as in its global id; null if there is none. */
export function relationOf(ctx: Context, slug: string): Relation | null {
  try {
    return relationBy(ctx, { slug })
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}
