// Types every query of the page from schema.graphql, and names each by the SHA-256 of its text: the page sends the hash,
// and the server knows the text. `npm run codegen` writes the three files of web/data/generated; a test compares what is
// written with what would be written.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as operations from '@graphql-codegen/typescript-operations'
import { concatAST, parse, print, separateOperations, stripIgnoredCharacters } from 'graphql'
import { formatDocument } from 'urql'

const root = new URL('../', import.meta.url)
export const folder = new URL('data/generated/', root)

/** The texts of the generated files by name, from the schema and the queries as they are on disk. */
export async function generate() {
  const queries = new URL('data/queries/', root)
  const documents = readdirSync(queries)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(new URL(name, queries), 'utf8')) }))
  return { 'documents.ts': await typesOf(documents), ...trusted(documents) }
}

/** Each operation with the fragments it needs, as the client sends it: the texts for the server, the hashes for the page. */
function trusted(documents) {
  const operations = separateOperations(concatAST(documents.map(({ document }) => document)))
  const texts = Object.entries(operations).map(([name, operation]) => {
    const text = stripIgnoredCharacters(print(formatDocument(operation)))
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
  const hashes = texts.map(({ name, hash }) => `  ${name}: '${hash}',\n`).join('')
  return {
    'trusted.json': `${JSON.stringify(Object.fromEntries(texts.map(({ hash, text }) => [hash, text])), null, 2)}\n`,
    'hashes.ts': `/** SHA-256 of the text of each operation of the page. */\nexport const HASHES: Readonly<Record<string, string>> = {\n${hashes}}\n`,
  }
}

async function typesOf(documents) {
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
    filename: fileURLToPath(new URL('documents.ts', folder)),
    schema: parse(readFileSync(new URL('../schema.graphql', root), 'utf8')),
    documents,
    config,
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { typescriptOperations: operations, typedDocumentNode },
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await generate())) writeFileSync(new URL(name, folder), text)
}
