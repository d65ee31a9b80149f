/** Apollo Server as its own guide starts it: the standalone server, over rows. */
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { openRows } from './rows.ts'
import { resolversOver, SDL } from './schema.ts'

export async function serveApollo(path: string): Promise<number> {
  const server = new ApolloServer({ typeDefs: SDL, resolvers: resolversOver(openRows(path)) })
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
  return Number(new URL(url).port)
}
