/**
 * What one request may ask, and all of one caller together: refused before anything is executed, with the value, the rule and the cure. Apollo's own
 * options refuse too many tokens and endless fragments before this; what is left is counted in one walk.
 */
import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Limits } from '../../config.ts'
import type { Context } from '../schema/context.ts'
import type { Sizes } from './cost.ts'
import { type Measured, measure } from './measure.ts'
import { type Rate, REFUSED_POINTS } from './rate.ts'

/** Is it the hash of a trusted document? */
export type IsTrusted = (queryHash: string | undefined) => boolean

/** What stands in `extensions.cost`, in points: of this operation, the most of any, and what the caller has left. */
export interface Cost {
  readonly asked: number
  readonly allowed: number
  /** null: nothing limits them. */
  readonly left: number | null
}

/** Refuses what is over a limit before it runs; says in `extensions.cost` what was asked, what is allowed and left. */
export function limited(limits: Limits, rate: Rate, isTrusted: IsTrusted): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { caller } }) {
      let measured: Measured | null = null
      let paid = false
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue, queryHash }) {
          const trusted = isTrusted(queryHash)
          if (limits.trustedOnly && !trusted) throw untrusted()
          // Which of several is meant is not said: graphql-js refuses that.
          if (!operation) return
          const asked = {
            schema,
            document,
            operation,
            variables: request.variables ?? {},
            sizes: sizesOf(contextValue),
          }
          try {
            measured = measure(asked, trusted ? unshaped(limits) : limits)
          } catch (error) {
            if (!(error instanceof GraphQLError)) throw error
            throw new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 422 } } })
          }
          // Refused or not, it is settled here: what is over the rate costs nothing more.
          paid = true
          rate.spend(caller, Math.max(1, measured.cost))
        },
        async willSendResponse({ response: { body } }) {
          if (!paid) rate.charge(caller, REFUSED_POINTS)
          if (measured === null || body.kind !== 'single') return
          const left = rate.left(caller)
          const cost: Cost = {
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

/** A trusted document was checked when it was written: what it costs is all that counts. */
export function unshaped(limits: Limits): Limits {
  const any = Number.POSITIVE_INFINITY
  return { ...limits, depth: any, aliases: any, rootFields: any }
}

/** Where only trusted documents are answered, any other. */
export function untrusted(): GraphQLError {
  const rule = 'this server answers only the documents that it knows'
  const cure = 'Send the hash of one as extensions.persistedQuery, or ask its operator for DOCUMENTS=any'
  return new GraphQLError(`A document: ${rule}. ${cure}.`, {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED', value: 'A document', rule, cure, http: { status: 403 } },
  })
}

/** What of the record bears on how much a question costs. */
export function sizesOf({ record, revision, points }: Context): Sizes {
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
