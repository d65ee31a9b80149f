/** `npm run schema` writes schema.graphql; with `-- --check` it compares, says what changed, and fails where it differs. */
import 'reflect-metadata'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'
import { root } from '../config.ts'
import { makeSchema, printed } from './schema.ts'

const file = join(root, 'schema.graphql')
const text = printed(makeSchema())
const check = process.argv.includes('--check')

if (!check) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  const [committed, built] = [buildSchema(readFileSync(file, 'utf8')), buildSchema(text)]
  for (const change of findBreakingChanges(committed, built)) console.error(`breaking: ${change.description}`)
  for (const change of findDangerousChanges(committed, built)) console.error(`dangerous: ${change.description}`)
  console.error('schema.graphql is not what the classes say. Run `npm run schema` and commit it.')
  process.exitCode = 1
}
