/**
 * `npm run schema` writes schema.graphql. `-- --check` compares it and the released schema with the classes, and fails if
 * they differ or a change is breaking. `-- --release` also writes the released schema.
 */
import 'reflect-metadata'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'
import { root } from '../../config.ts'
import { compareWithRelease, releaseText } from './release.ts'
import { makeSchema, printSorted } from './schema.ts'

const file = join(root, 'schema.graphql')
const release = join(root, 'server', 'graphql', 'schema', 'released.graphql')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
const text = printSorted(makeSchema())

if (process.argv.includes('--check')) check()
else {
  writeFileSync(file, text)
  if (process.argv.includes('--release')) writeFileSync(release, releaseText(version, text))
}

function check(): void {
  if (readFileSync(file, 'utf8') !== text) {
    const [committed, built] = [buildSchema(readFileSync(file, 'utf8')), buildSchema(text)]
    for (const change of findBreakingChanges(committed, built)) console.error(`breaking: ${change.description}`)
    for (const change of findDangerousChanges(committed, built)) console.error(`dangerous: ${change.description}`)
    console.error('schema.graphql differs from the classes. Run `npm run schema` and commit it.')
    process.exitCode = 1
  }
  const { breaking, allowed } = compareWithRelease(readFileSync(release, 'utf8'), buildSchema(text), version)
  for (const change of breaking) console.error(`breaking since the last release: ${change}`)
  if (breaking.length === 0 || allowed) return
  console.error(
    `Clients of version ${version} would break. Keep the old beside the new, deprecated with \`Since YYYY-MM-DD: use …\`, or raise the version.`,
  )
  process.exitCode = 1
}
