/**
 * The limits of one request, and of one caller a minute. What exceeds them is refused before anything is executed, with the
 * value, the rule and the cure. Apollo's own options limit tokens and fragments; the rest is measured in one walk.
 */
import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Limits } from '../../config.ts'
import type { Context } from '../schema/context.ts'
import type { RecordSizes } from './cost.ts'
import { measureCost, type OperationCost } from './measure.ts'
import { type RateLimiter, REFUSED_POINTS } from './rate.ts'

/** Whether a hash is that of a trusted document. */
export type IsTrusted = (queryHash: string | undefined) => boolean

/** `extensions.cost` of an answer, in points: the cost of the operation, the limit, and what the caller has left. */
export interface CostReport {
  readonly asked: number
  readonly allowed: number
  /** Null: there is no rate limit. */
  readonly left: number | null
}

/** Refuses an operation that exceeds a limit before it runs, and adds `extensions.cost` to its answer. */
export function enforceLimits(limits: Limits, rate: RateLimiter, isTrusted: IsTrusted): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { caller } }) {
      let measured: OperationCost | null = null
      let paid = false
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue, queryHash }) {
          const trusted = isTrusted(queryHash)
          if (limits.trustedOnly && !trusted) throw untrustedDocument()
          // The document has several operations and none is named; graphql-js refuses it.
          if (!operation) return
          const asked = {
            schema,
            document,
            operation,
            variables: request.variables ?? {},
            sizes: sizesOf(contextValue),
          }
          try {
            measured = measureCost(asked, trusted ? withoutShapeLimits(limits) : limits)
          } catch (error) {
            if (!(error instanceof GraphQLError)) throw error
            throw new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 422 } } })
          }
          // From here on nothing more is charged, even if the rate limit refuses the operation.
          paid = true
          rate.spend(caller, Math.max(1, measured.cost))
        },
        async willSendResponse({ response: { body } }) {
          if (!paid) rate.charge(caller, REFUSED_POINTS)
          if (measured === null || body.kind !== 'single') return
          const left = rate.remaining(caller)
          const cost: CostReport = {
            asked: Math.ceil(measured.cost),
            allowed: limits.cost,
            left: left === null ? null : Math.max(0, Math.floor(left)),
          }
          body.singleResult.extensions = { ...body.singleResult.extensions, cost }
        },
      }
    },
  }
}

/** The limits for a trusted document: its shape was validated at build time, so only its cost counts. */
export function withoutShapeLimits(limits: Limits): Limits {
  const any = Number.POSITIVE_INFINITY
  return { ...limits, depth: any, aliases: any, rootFields: any }
}

/** The error for a document that is not trusted, if only trusted ones are executed. */
export function untrustedDocument(): GraphQLError {
  const rule = 'this server executes only trusted documents'
  const cure = 'Send the hash of one as extensions.persistedQuery, or ask its operator for DOCUMENTS=any'
  return new GraphQLError(`A document: ${rule}. ${cure}.`, {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED', value: 'A document', rule, cure, http: { status: 403 } },
  })
}

/** The sizes of the record that costs depend on. */
export function sizesOf({ record, revision, points }: Context): RecordSizes {
  const { directory, codebooks, firstDay } = record
  const { relations, actors } = directory
  const [from, to] = [firstDay, record.lastDayIn(revision)]
  return {
    relations: relations.length,
    actors: actors.length,
    codebooks: codebooks.length,
    points: points.allowed,
    from,
    to,
  }
}
