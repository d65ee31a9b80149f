/** The tag that a codebook gives a leaf. */
import type { Codebook, Leaf, Tag } from '../../domain/codebook/codebook.ts'
import { tagOfLeaf } from '../../domain/codebook/weights.ts'
import { refuse } from '../../domain/error.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { codebookAsked } from './codebook.asked.ts'

/** A codebook's tag of a leaf, found once a codebook. */
export const finders = new WeakMap<Codebook, (leaf: Leaf) => Tag | null>()

export async function tagIn(ctx: Context, codebook: string, leaf: Leaf): Promise<Tag> {
  const version = await codebookAsked(ctx, codebook)
  const find = finders.get(version) ?? tagOfLeaf(version)
  finders.set(version, find)
  const rule = `codebook ${version.version} has no tag for it`
  return accepted(find(leaf) ?? refuse('UNKNOWN_LEAF', leaf, rule, 'Ask under another codebook'))
}
