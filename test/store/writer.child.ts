/**
 * Another process that writes: settles statements one by one and names each on its output only once it is acknowledged.
 * Arguments: path of the database, how many (0 = until it is killed), id of a document.
 */
import { writeSync } from 'node:fs'
import type { DocumentId } from '../../server/domain/record/document.ts'
import { Database } from '../../server/store/database.ts'
import { settle, supersedeStatement } from '../../server/store/settle.ts'

const [path = '', count = '0', document = '0'] = process.argv.slice(2)
const db = await Database.open(path)
const fields = {
  document: Number(document) as DocumentId,
  ...{ start: null, end: null, speaker: null, quote: null, mutual: false, issues: [], precision: 'DAY' as const },
  ...{ reported: false, denied: false, hypothetical: false, background: false },
  ...{ caption: null, killedLow: null, killedBest: null, killedHigh: null },
  ...{ source: 'RUR' as never, target: 'SYL' as never, leaf: '112' as never, summary: 'Accuses it' },
}
for (let i = 1; Number(count) === 0 || i <= Number(count); i++) {
  const origin = `${process.pid} ${i}`
  const { statement } = await db.write('child', `statement ${i}`, (tx) =>
    settle(tx, { ...fields, origin, day: (-25_000 + (i % 50)) as never }),
  )
  if (i % 4 === 0) {
    await db.write('child', `correction ${i}`, (tx) => supersedeStatement(tx, statement, { leaf: '190' as never }))
  }
  // Synchronously: what stands here was acknowledged, whatever happens to the process.
  writeSync(1, `${origin}\n`)
}
await db.close()
