/** GraphQL Yoga on node:http, over rows. */
import { createServer } from 'node:http'
import { createSchema, createYoga } from 'graphql-yoga'
import { openRows } from './rows.ts'
import { resolversOver, SDL } from './schema.ts'

export async function serveYoga(path: string): Promise<number> {
  const schema = createSchema({ typeDefs: SDL, resolvers: resolversOver(openRows(path)) })
  const server = createServer(createYoga({ schema, logging: false, graphiql: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as { port: number }).port
}
