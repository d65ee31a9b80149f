/**
 * What clients were promised: the schema as last released, with its version, in released.graphql beside this file.
 * What breaks it needs a new version: the next minor one before 1.0, the next major one from then on.
 */
import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql'

const HEADER = /^# As released in version (\d+)\.(\d+)\.\d+\./

/** The text of released.graphql for a version. */
export function released(version: string, schema: string): string {
  return `# As released in version ${version}. Written by \`npm run schema -- --release\`, when a version is released.\n${schema}`
}

export interface Judged {
  readonly breaking: readonly string[]
  readonly dangerous: readonly string[]
  /** Is what breaks allowed, since the version says so? */
  readonly allowed: boolean
}

/** What a schema changes of the released one. Throws where the release does not say its version. */
export function judged(release: string, schema: GraphQLSchema, version: string): Judged {
  const then = HEADER.exec(release)
  if (then === null) throw new Error('released.graphql does not say its version. Run `npm run schema -- --release`')
  const now = version.split('.')
  const promise = then[1] === '0' ? 2 : 1
  const before = buildSchema(release)
  return {
    breaking: findBreakingChanges(before, schema).map((change) => change.description),
    dangerous: findDangerousChanges(before, schema).map((change) => change.description),
    allowed: then.slice(1, 1 + promise).some((part, i) => part !== now[i]),
  }
}
