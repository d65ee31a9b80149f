/**
 * What one request may ask: refused before anything is executed, with the value, the rule and the cure. Apollo's own
 * options refuse too many tokens and endless fragments before this; what is left is counted in one walk.
 */
import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Limits } from '../config.ts'
import type { Context } from './context.ts'
import type { Sizes } from './cost.ts'
import { type Measured, measure } from './measure.ts'

/** Refuses what is over a limit before it runs; says in `extensions.cost` what was asked and what is allowed. */
export function limited(limits: Limits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let measured: Measured | null = null
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
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
            measured = measure(asked, limits)
          } catch (error) {
            if (!(error instanceof GraphQLError)) throw error
            throw new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 422 } } })
          }
        },
        async willSendResponse({ response: { body } }) {
          if (measured === null || body.kind !== 'single') return
          const cost = { asked: Math.ceil(measured.cost), allowed: limits.cost }
          body.singleResult.extensions = { ...body.singleResult.extensions, cost }
        },
      }
    },
  }
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
