/** The schema out of the classes, and its printed form: the contract between server and web. */
import 'reflect-metadata'
import { type GraphQLInputObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { guard } from './access.ts'
import { AccountResolver } from './account.ts'
import { ActorResolver, OfficeResolver, TenureResolver } from './actor.ts'
import { AuditResolver } from './audit.ts'
import { ChangeResolver, PullResolver } from './change.ts'
import { CodebookResolver, MethodResolver } from './codebook.ts'
import { CollectionResolver } from './collection.ts'
import { ContributionResolver } from './contribution.ts'
import { DirectoryChangeResolver } from './directory.change.ts'
import { DocumentChangeResolver } from './document.change.ts'
import { DocumentResolver } from './document.ts'
import { DraftResolver } from './draft.ts'
import { EventResolver } from './event.ts'
import { ExplanationResolver } from './explanation.ts'
import { LookupResolver } from './lookup.ts'
import { RelationResolver } from './relation.ts'
import { SeriesResolver } from './series.ts'
import { StatementChangeResolver } from './statement.change.ts'
import { StatementResolver } from './statement.ts'
import { TenureChangeResolver } from './tenure.change.ts'
import { TokenResolver } from './token.ts'
import { ViewerResolver } from './viewer.ts'

export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      ActorResolver,
      AuditResolver,
      ChangeResolver,
      CodebookResolver,
      CollectionResolver,
      ContributionResolver,
      DirectoryChangeResolver,
      DocumentChangeResolver,
      DocumentResolver,
      DraftResolver,
      EventResolver,
      ExplanationResolver,
      LookupResolver,
      MethodResolver,
      OfficeResolver,
      PullResolver,
      RelationResolver,
      SeriesResolver,
      StatementChangeResolver,
      StatementResolver,
      TenureChangeResolver,
      TenureResolver,
      TokenResolver,
      ViewerResolver,
    ],
    validate: false,
  })
  // type-graphql has no decorator for @oneOf; graphql-js enforces it where the built type says so.
  const by = schema.getType('RelationBy') as GraphQLInputObjectType
  by.isOneOf = true
  // Nor one that describes a root type.
  const query = schema.getQueryType()
  if (query) query.description = 'Everything that can be read. Each list has pages; each score says what made it.'
  const mutation = schema.getMutationType()
  if (mutation) mutation.description = 'Everything that can be changed. What a person can cure comes as userErrors.'
  guard(schema)
  return schema
}

/** SDL, sorted, with a final newline. */
export function printed(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
