/** The schema out of the classes, and its printed form: the contract between server and web. */
import 'reflect-metadata'
import { createPubSub } from '@graphql-yoga/subscription'
import { type GraphQLInputObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { guard } from './access.ts'
import { AccountResolver } from './account.ts'
import { ActorChangeResolver } from './actor.change.ts'
import { ActorResolver, OfficeResolver, TenureResolver } from './actor.ts'
import { AgreementResolver, ReliabilityResolver } from './agreement.ts'
import { AuditResolver } from './audit.ts'
import { CandidateResolver } from './candidate.ts'
import { ChangeResolver, PullResolver } from './change.ts'
import { CodebookDiffResolver } from './codebook.diff.ts'
import { CodebookResolver, MethodResolver } from './codebook.ts'
import { CodingResolver } from './coding.ts'
import { CollectionResolver } from './collection.ts'
import { CompareResolver } from './compare.ts'
import { ContributionResolver } from './contribution.ts'
import { DeskResolver } from './desk.ts'
import { DocumentChangeResolver } from './document.change.ts'
import { DocumentResolver } from './document.ts'
import { DraftChangeResolver } from './draft.change.ts'
import { DraftResolver } from './draft.ts'
import { EventChangeResolver } from './event.change.ts'
import { EventResolver } from './event.ts'
import { ExplanationResolver } from './explanation.ts'
import { ExposureResolver } from './exposure.ts'
import { HolderResolver } from './holder.ts'
import { LiveResolver } from './live.ts'
import { LookupResolver } from './lookup.ts'
import { MatrixResolver } from './matrix.ts'
import { KnownMoveChangeResolver } from './move.change.ts'
import { KnownMoveResolver } from './move.ts'
import { OperationResolver } from './operation.ts'
import { PageResolver } from './page.ts'
import { PersonChangeResolver } from './person.change.ts'
import { PersonResolver, PostResolver } from './person.ts'
import { RelationChangeResolver } from './relation.change.ts'
import { RelationResolver } from './relation.ts'
import { RevertResolver } from './revert.ts'
import { SearchResolver } from './search.ts'
import { SeriesResolver } from './series.ts'
import { StatementChangeResolver } from './statement.change.ts'
import { StatementResolver } from './statement.ts'
import { TenureChangeResolver } from './tenure.change.ts'
import { TokenResolver } from './token.ts'
import { ViewerResolver } from './viewer.ts'
import { WatchResolver } from './watch.ts'

export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      ActorResolver,
      AgreementResolver,
      ReliabilityResolver,
      AuditResolver,
      CandidateResolver,
      ChangeResolver,
      CodebookDiffResolver,
      CodebookResolver,
      CodingResolver,
      CollectionResolver,
      CompareResolver,
      ContributionResolver,
      DeskResolver,
      ExposureResolver,
      HolderResolver,
      ActorChangeResolver,
      RelationChangeResolver,
      PersonResolver,
      PostResolver,
      PersonChangeResolver,
      DocumentChangeResolver,
      DocumentResolver,
      DraftResolver,
      DraftChangeResolver,
      EventChangeResolver,
      EventResolver,
      ExplanationResolver,
      KnownMoveResolver,
      KnownMoveChangeResolver,
      LiveResolver,
      LookupResolver,
      MatrixResolver,
      MethodResolver,
      OfficeResolver,
      OperationResolver,
      PullResolver,
      PageResolver,
      RelationResolver,
      RevertResolver,
      SearchResolver,
      SeriesResolver,
      StatementChangeResolver,
      StatementResolver,
      TenureChangeResolver,
      TenureResolver,
      TokenResolver,
      ViewerResolver,
      WatchResolver,
    ],
    validate: false,
    // Asked for wherever there are subscriptions; ours follow the record itself.
    pubSub: createPubSub(),
  })
  // type-graphql has no decorator for @oneOf; graphql-js enforces it where the built type says so.
  for (const name of ['RelationBy', 'TagOperation']) (schema.getType(name) as GraphQLInputObjectType).isOneOf = true
  // Nor one that describes a root type.
  const query = schema.getQueryType()
  if (query) query.description = 'Everything that can be read. Each list has pages; each score says what made it.'
  const mutation = schema.getMutationType()
  if (mutation) mutation.description = 'Everything that can be changed. What a person can cure comes as userErrors.'
  const subscription = schema.getSubscriptionType()
  if (subscription) subscription.description = 'What can be followed as it changes, over a WebSocket.'
  guard(schema)
  return schema
}

/** SDL, sorted, with a final newline. */
export function printed(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
