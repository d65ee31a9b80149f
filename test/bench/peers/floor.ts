/** The floor: what one would write by hand, node:http over SQLite. It reads the body, its variables, the rows, and answers. */
import { createServer } from 'node:http'
import type { ScoreRow } from './rows.ts'
import { openRows } from './rows.ts'

export async function serveFloor(path: string): Promise<number> {
  const { relationOf, scoresOf, statementsOf } = openRows(path)

  async function answer(body: string): Promise<string> {
    const { query, variables } = JSON.parse(body)
    const { slug, from, to, first } = variables
    const relation = relationOf(slug)
    if (relation === null) return '{"data":{"relation":null}}'
    if (query.startsWith('query Daily')) {
      const series = columnsOf(await scoresOf(slug, 'DAY', from, to))
      return JSON.stringify({ data: { relation: { ...relation, series } } })
    }
    const [scores, nodes] = await Promise.all([scoresOf(slug, 'MONTH', from, to), statementsOf(slug, first)])
    return JSON.stringify({ data: { relation: { ...relation, series: columnsOf(scores), statements: { nodes } } } })
  }

  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', async () => {
      const text = await answer(body)
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      response.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as { port: number }).port
}

export function columnsOf(rows: readonly ScoreRow[]) {
  return {
    days: rows.map((row) => row.day),
    tension: rows.map((row) => row.tension),
    engagement: rows.map((row) => row.engagement),
  }
}
