/** Scalars for days and instants. A Date is the text YYYY-MM-DD and never an instant, so no time zone can shift it. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { type Day, formatDay, parseDay } from '../../domain/day.ts'
import { isRefusal } from '../../domain/error.ts'
import { type Instant, parseInstant } from '../../domain/record/revision.ts'
import { errorOf } from './errors.ts'

export const DateScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  description: 'A calendar day as `YYYY-MM-DD`, without hours or zone; years 0001 to 9999.',
  serialize: (value) => formatDay(value as Day),
  parseValue: (value) => dayFrom(value),
  parseLiteral: (node) => dayFrom(node.kind === Kind.STRING ? node.value : undefined),
})

export const DateTimeScalar = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'An instant in UTC as `YYYY-MM-DDTHH:MM:SS.sssZ`; any ISO 8601 instant with an offset is understood.',
  serialize: (value) => value as string,
  parseValue: (value) => instantFrom(value),
  parseLiteral: (node) => instantFrom(node.kind === Kind.STRING ? node.value : undefined),
})

function dayFrom(value: unknown): Day {
  if (typeof value !== 'string') throw new GraphQLError('A Date is a text YYYY-MM-DD. Write it like "2018-02-28".')
  const day = parseDay(value)
  if (isRefusal(day)) throw errorOf(day)
  return day
}

function instantFrom(value: unknown): Instant {
  if (typeof value !== 'string') {
    throw new GraphQLError('A DateTime is a text. Write it like "2026-11-20T23:59:59.999Z".')
  }
  const instant = parseInstant(value)
  if (isRefusal(instant)) throw errorOf(instant)
  return instant
}
