/**
 * The schema as last released, with its version, in released.graphql beside this file. A breaking change needs a new
 * version: the next minor version before 1.0, the next major version from then on.
 */
import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql'

const HEADER = /^# As released in version (\d+)\.(\d+)\.\d+\./

/** The text of released.graphql for a version. */
export function releaseText(version: string, schema: string): string {
  return `# As released in version ${version}. Written by \`npm run schema -- --release\`, when a version is released.\n${schema}`
}

export interface ReleaseComparison {
  readonly breaking: readonly string[]
  readonly dangerous: readonly string[]
  /** Whether breaking changes are allowed, because the version was raised. */
  readonly allowed: boolean
}

/** The breaking changes of a schema since the release. Throws if the release has no version header. */
export function compareWithRelease(release: string, schema: GraphQLSchema, version: string): ReleaseComparison {
  const then = HEADER.exec(release)
  if (then === null)
    throw new Error('released.graphql has no header with its version. Run `npm run schema -- --release`')
  const now = version.split('.')
  const promise = then[1] === '0' ? 2 : 1
  const before = buildSchema(release)
  return {
    breaking: findBreakingChanges(before, schema).map((change) => change.description),
    dangerous: findDangerousChanges(before, schema).map((change) => change.description),
    allowed: then.slice(1, 1 + promise).some((part, i) => part !== now[i]),
  }
}
