// Types every query of the page from schema.graphql, and names each by the SHA-256 of its text: the page holds the hash and
// sends it, the server knows the text. `npm run codegen` writes the three files of server/figure/generated; a test compares what
// is written with what would be written.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as operations from '@graphql-codegen/typescript-operations'
import { concatAST, parse, print, separateOperations, stripIgnoredCharacters } from 'graphql'
import { formatDocument } from 'urql'

const root = new URL('../', import.meta.url)
export const folder = new URL('../server/figure/generated/', root)

/** The texts of the generated files by name, from the schema and the queries as they are on disk. */
export async function generate() {
  const queries = new URL('data/queries/', root)
  const documents = readdirSync(queries)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(new URL(name, queries), 'utf8')) }))
  const asked = trusted(documents)
  const texts = Object.fromEntries(asked.map(({ hash, text }) => [hash, text]))
  return {
    'documents.ts': (await typesOf(documents)) + asked.map(askedLine).join(''),
    'trees.ts': await treesOf(documents),
    'trusted.json': `${JSON.stringify(texts, null, 2)}\n`,
  }
}

/** Each operation with the fragments it needs, as the server answers it, and its hash. */
function trusted(documents) {
  const operations = separateOperations(concatAST(documents.map(({ document }) => document)))
  return Object.entries(operations).map(([name, operation]) => {
    const text = stripIgnoredCharacters(print(formatDocument(operation)))
    const { operation: kind } = operation.definitions.find((d) => d.kind === 'OperationDefinition')
    return { name, kind, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

/** What stands in the page for a document: its trees were a tenth of all that a visitor loads. */
function askedLine({ name, kind, hash }) {
  const types = name + kind.charAt(0).toUpperCase() + kind.slice(1)
  return `export const ${name}Document = /* @__PURE__ */ asked<${types}, ${types}Variables>('${kind}', '${name}', '${hash}')\n`
}

const CONFIG = {
  useTypeImports: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  immutableTypes: true,
  strictScalars: true,
  scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
  skipTypename: true,
  dedupeFragments: true,
}

async function typesOf(documents) {
  const text = await written('documents.ts', documents, [{ typescriptOperations: {} }], {})
  return `/** The types of the page's queries, and each query as it is asked: by its hash. Generated. */\nimport { asked } from '../asked.ts'\n${text}\n`
}

/** The documents themselves, for who executes or prints them: the server, widgets in others' pages, tests. */
async function treesOf(documents) {
  const config = { importOperationTypesFrom: 'Types' }
  const text = await written('trees.ts', documents, [{ typedDocumentNode: {} }], config)
  return `/** The page's queries as trees. Generated. */\nimport type * as Types from './documents.ts'\n${text}\n`
}

async function written(name, documents, plugins, config) {
  return await codegen({
    filename: fileURLToPath(new URL(name, folder)),
    schema: parse(readFileSync(new URL('../schema.graphql', root), 'utf8')),
    documents,
    config: { ...CONFIG, ...config },
    plugins,
    pluginMap: { typescriptOperations: operations, typedDocumentNode },
  })
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(await generate())) writeFileSync(new URL(name, folder), text)
}
