/** Mercurius on Fastify with compiled execution, over rows. */
import fastify from 'fastify'
import mercurius from 'mercurius'
import { openRows } from './rows.ts'
import { resolversOver, SDL } from './schema.ts'

export async function serveMercurius(path: string): Promise<number> {
  const app = fastify()
  app.register(mercurius, { schema: SDL, resolvers: resolversOver(openRows(path)), jit: 1 })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return Number(new URL(address).port)
}
