/** The composition root: settings → record → schema → listen. The only file that imports every layer. */
import 'reflect-metadata'
import { firstWelcome } from './commands/welcome.ts'
import { readConfig } from './config.ts'
import { DomainError, isRefusal, refuse, sentenceOf } from './domain/error.ts'
import { makeSchema } from './graphql/schema/schema.ts'
import { Drain } from './http/drain.ts'
import { makeServer } from './http/server.ts'
import { fetchPage } from './ingest/page.ts'
import { fillIfEmpty } from './ingest/shipped/demo.ts'
import { Database } from './store/database.ts'
import { HeldRecord } from './store/record.ts'

async function start(): Promise<void> {
  const config = readConfig(process.env)
  if (Array.isArray(config)) throw new Error(config.filter(isRefusal).map(sentenceOf).join('\n'))
  const db = await Database.open(config.database)
  await fillIfEmpty(db, config.demo)
  const record = await HeldRecord.load(db)
  const { limits, transport, reading, operations } = config
  const drain = new Drain()
  const log = (error: unknown) => console.error(error)
  const schema = makeSchema()
  const options = { db, record, schema, limits, transport, reading, operations, log, drain }
  const app = await makeServer({ ...options, fetchPage: config.fetching ? (url) => fetchPage(url) : null })
  // The last write of a start is finished, even if the server is told to stop meanwhile.
  let welcoming: Promise<string | null> | null = null
  const stop = async (seconds = 0) => {
    await drain.close(app, seconds)
    await welcoming?.catch(() => null)
    await db.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(signal === 'SIGTERM' ? operations.drainSeconds : 0))
  }
  try {
    const address = await app.listen({ port: config.port, host: config.host })
    const origin = `http://localhost:${new URL(address).port}`
    console.log(`Detente is at ${origin}`)
    welcoming = firstWelcome(db)
    const link = await welcoming
    if (link !== null)
      console.log(`Nobody can sign in yet. The first admin does so here, once, within an hour:\n${origin}${link}`)
  } catch (error) {
    await stop()
    throw isPortInUse(error)
      ? new DomainError(refuse('CONFLICT', config.port, 'another program uses this port', 'Set PORT to another one'))
      : error
  }
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

start().catch((error: unknown) => {
  console.error(error instanceof DomainError || process.env.DEBUG === undefined ? messageOf(error) : error)
  process.exitCode = 1
})

function messageOf(error: unknown): string {
  return error instanceof Error ? `Detente cannot start. ${error.message}` : String(error)
}
