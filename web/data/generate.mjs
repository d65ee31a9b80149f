// Types every query of the page from schema.graphql. `npm run codegen` writes web/data/generated/documents.ts;
// a test compares what is written with what would be written.
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as operations from '@graphql-codegen/typescript-operations'
import { parse } from 'graphql'

const root = new URL('../', import.meta.url)
export const target = new URL('data/generated/documents.ts', root)

/** The text of the generated module, from the schema and the queries as they are on disk. */
export async function generate() {
  const queries = new URL('data/queries/', root)
  const documents = readdirSync(queries)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(new URL(name, queries), 'utf8')) }))
  const config = {
    useTypeImports: true,
    enumType: 'string-literal',
    enumsAsTypes: true,
    immutableTypes: true,
    strictScalars: true,
    scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
    skipTypename: true,
    dedupeFragments: true,
  }
  return await codegen({
    filename: fileURLToPath(target),
    schema: parse(readFileSync(new URL('../schema.graphql', root), 'utf8')),
    documents,
    config,
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations: operations, typedDocumentNode },
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(target, await generate())
}
