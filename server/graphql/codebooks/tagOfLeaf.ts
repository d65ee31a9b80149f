/** The tag of a leaf in a codebook. */
import type { Codebook, Leaf, Tag } from '../../domain/codebook/codebook.ts'
import { tagOfLeaf } from '../../domain/codebook/weights.ts'
import { refuse } from '../../domain/error.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { resolveCodebook } from './codebook.resolve.ts'

/** Functions from leaf to tag, cached by codebook. */
export const finders = new WeakMap<Codebook, (leaf: Leaf) => Tag | null>()

export async function tagIn(ctx: Context, codebook: string, leaf: Leaf): Promise<Tag> {
  const version = await resolveCodebook(ctx, codebook)
  const find = finders.get(version) ?? tagOfLeaf(version)
  finders.set(version, find)
  const rule = `codebook ${version.version} has no tag for it`
  return orGraphQLError(find(leaf) ?? refuse('UNKNOWN_LEAF', leaf, rule, 'Ask under another codebook'))
}
