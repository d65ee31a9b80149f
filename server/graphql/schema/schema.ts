/** Builds the schema from the classes, and prints it as SDL: the contract between server and page. */
import 'reflect-metadata'
import { createPubSub } from '@graphql-yoga/subscription'
import { type GraphQLInputObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { AccountResolver } from '../accounts/account.ts'
import { TokenResolver } from '../accounts/token.ts'
import { ViewerResolver } from '../accounts/viewer.ts'
import { CodebookDiffResolver } from '../codebooks/codebook.diff.ts'
import { CodebookResolver, MethodResolver } from '../codebooks/codebook.ts'
import { DraftChangeResolver } from '../codebooks/draft.change.ts'
import { DraftResolver } from '../codebooks/draft.ts'
import { KnownMoveChangeResolver } from '../codebooks/move.change.ts'
import { KnownMoveResolver } from '../codebooks/move.ts'
import { OperationResolver } from '../codebooks/operation.ts'
import { AgreementResolver, ReliabilityResolver } from '../desk/agreement.ts'
import { UncountedJudgementsResolver } from '../desk/agreement.uncounted.ts'
import { DeskSettlingResolver } from '../desk/desk.settling.ts'
import { DeskResolver } from '../desk/desk.ts'
import { ExposureResolver } from '../desk/exposure.ts'
import { HolderResolver } from '../desk/holder.ts'
import { PageResolver } from '../desk/page.ts'
import { ActorChangeResolver } from '../directory/actor.change.ts'
import { ActorResolver, OfficeResolver, TenureResolver } from '../directory/actor.ts'
import { PersonChangeResolver } from '../directory/person.change.ts'
import { PersonResolver, PostResolver } from '../directory/person.ts'
import { RelationChangeResolver } from '../directory/relation.change.ts'
import { RelationResolver } from '../directory/relation.ts'
import { TenureChangeResolver } from '../directory/tenure.change.ts'
import { guardRootFields } from '../guard/access.ts'
import { AuditResolver } from '../record/audit.ts'
import { CandidateResolver } from '../record/candidate.ts'
import { CodingResolver } from '../record/coding.ts'
import { CollectionResolver } from '../record/collection.ts'
import { DocumentChangeResolver } from '../record/document.change.ts'
import { DocumentResolver } from '../record/document.ts'
import { EventChangeResolver } from '../record/event.change.ts'
import { EventResolver } from '../record/event.fields.ts'
import { LiveResolver } from '../record/live.ts'
import { LookupResolver } from '../record/lookup.ts'
import { RevertResolver } from '../record/revert.ts'
import { SearchResolver } from '../record/search.ts'
import { StatementChangeResolver } from '../record/statement.change.ts'
import { StatementResolver } from '../record/statement.fields.ts'
import { ChangeResolver, PullResolver } from '../scores/change.ts'
import { CompareResolver } from '../scores/compare.ts'
import { ContributionResolver } from '../scores/contribution.ts'
import { ExplanationResolver } from '../scores/explanation.ts'
import { MatrixResolver } from '../scores/matrix.ts'
import { SeriesResolver } from '../scores/series.ts'
import { WatchResolver } from '../scores/watch.ts'

export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      ActorResolver,
      AgreementResolver,
      ReliabilityResolver,
      UncountedJudgementsResolver,
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
      DeskSettlingResolver,
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
    // type-graphql requires a PubSub for subscriptions; ours poll the record instead.
    pubSub: createPubSub(),
  })
  // type-graphql has no decorator for @oneOf; graphql-js enforces it where the built type says so.
  for (const name of ['RelationBy', 'TagOperation']) (schema.getType(name) as GraphQLInputObjectType).isOneOf = true
  // It has no decorator for descriptions of root types either.
  const query = schema.getQueryType()
  if (query) query.description = 'Everything that can be read. Long lists have pages; every score can be explained.'
  const mutation = schema.getMutationType()
  if (mutation)
    mutation.description = 'Everything that can be changed. Refusals that a person can cure are returned as userErrors.'
  const subscription = schema.getSubscriptionType()
  if (subscription) subscription.description = 'Changes that can be followed over a WebSocket.'
  guardRootFields(schema)
  return schema
}

/** The schema as sorted SDL, with a final newline. */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
