/** Inputs of operations on the tags of a draft. */
import { Field, Float, InputType } from 'type-graphql'
import type { Quad } from '../../domain/codebook/codebook.ts'
import type { Operation, Part, TagTexts } from '../../domain/codebook/operation.ts'
import { QuadEnum } from '../schema/enums.ts'

const NULL_KEEPS = 'null keeps the present text.'

@InputType('TagRenaming', { description: 'A new code and name for a tag. Its events and weights stay.' })
class TagRenamingInput {
  @Field(() => String, { description: 'Present code of the tag.' })
  tag!: string

  @Field(() => String, { description: 'New code of the tag: lower case words joined by hyphens.' })
  code!: string

  @Field(() => String, { description: 'New name of the tag, for readers.' })
  label!: string
}

@InputType('TagDescription', { description: 'New texts for a tag.' })
class TagDescriptionInput implements TagTexts {
  @Field(() => String, { description: 'Code of the tag.' })
  tag!: string

  @Field(() => String, { nullable: true, description: `Name of the tag, for readers; ${NULL_KEEPS}` })
  label?: string | null

  @Field(() => String, { nullable: true, description: `What the tag means; ${NULL_KEEPS}` })
  definition?: string | null

  @Field(() => String, { nullable: true, description: `What belongs to the tag; ${NULL_KEEPS}` })
  includes?: string | null

  @Field(() => String, {
    nullable: true,
    description: `What does not belong to the tag, and which tag it belongs to; ${NULL_KEEPS}`,
  })
  excludes?: string | null

  @Field(() => String, { nullable: true, description: `An invented example of a statement; ${NULL_KEEPS}` })
  example?: string | null

  @Field(() => String, { nullable: true, description: `Why the tag has these two weights; ${NULL_KEEPS}` })
  reason?: string | null
}

@InputType('TagMerge', { description: 'Tags to merge into another tag, which takes over their codes.' })
class TagMergeInput {
  @Field(() => [String], { description: 'Codes of the tags that end.' })
  tags!: string[]

  @Field(() => String, {
    description: 'Code of the tag that takes over their CAMEO codes. Its weights and texts stay.',
  })
  into!: string
}

@InputType('TagSplitPart', { description: 'One of the tags that a tag is split into.' })
class TagPartInput implements Part {
  @Field(() => String, {
    description:
      'Code of the part. One part may keep the code of the split tag; it then keeps its weights and texts where none are given.',
  })
  code!: string

  @Field(() => String, { description: 'Name of the part, for readers.' })
  label!: string

  @Field(() => QuadEnum, { nullable: true, description: 'Family of the part; null: the family of the split tag.' })
  quad?: Quad | null

  @Field(() => [String], { description: 'The CAMEO codes of the split tag that this part takes; may be empty.' })
  cameo!: string[]

  @Field(() => Float, {
    nullable: true,
    description: 'Tension weight, 0–10; null: that of the split tag if this part keeps its code, else not weighed yet.',
  })
  tension?: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'Engagement weight, 0–10; null: that of the split tag if this part keeps its code, else not weighed yet.',
  })
  engagement?: number | null

  @Field(() => String, {
    nullable: true,
    description:
      'What the part means; null: that of the split tag if this part keeps its code, else still to be written.',
  })
  definition?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'What belongs to the part; null: that of the split tag if this part keeps its code, else still to be written.',
  })
  includes?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'What does not belong to the part; null: that of the split tag if this part keeps its code, else still to be written.',
  })
  excludes?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'An invented example of a statement; null: that of the split tag if this part keeps its code, else still to be written.',
  })
  example?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Why the part has these two weights; null: that of the split tag if this part keeps its code, else still to be written.',
  })
  reason?: string | null
}

@InputType('TagSplit', { description: 'A tag to split into several tags.' })
class TagSplitInput {
  @Field(() => String, { description: 'Code of the tag to split.' })
  tag!: string

  @Field(() => [TagPartInput], {
    description: 'Two or more parts, which together take every CAMEO code of the split tag exactly once.',
  })
  parts!: TagPartInput[]
}

@InputType('TagRetirement', { description: 'A tag to retire.' })
class TagRetirementInput {
  @Field(() => String, { description: 'Code of the tag to retire.' })
  tag!: string

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the tag that takes over its codes; null if it has no code but its own refinement, which then counts by its CAMEO code.',
  })
  into?: string | null
}

@InputType('TagOperation', { description: 'One operation on the tags of a draft; exactly one field is set.' })
export class TagOperationInput {
  @Field(() => TagRenamingInput, { nullable: true, description: 'Renames a tag.' })
  rename?: TagRenamingInput | null

  @Field(() => TagDescriptionInput, { nullable: true, description: 'Changes the texts of a tag.' })
  describe?: TagDescriptionInput | null

  @Field(() => TagMergeInput, { nullable: true, description: 'Merges tags into another tag.' })
  merge?: TagMergeInput | null

  @Field(() => TagSplitInput, { nullable: true, description: 'Splits a tag into several.' })
  split?: TagSplitInput | null

  @Field(() => TagRetirementInput, { nullable: true, description: 'Retires a tag.' })
  retire?: TagRetirementInput | null
}

/** The domain's operation. The schema ensures that exactly one field is set. */
export function operationOf(input: TagOperationInput): Operation {
  const { rename, describe, merge, split, retire } = input
  if (rename) return { kind: 'RENAME', ...rename }
  if (describe) return { kind: 'DESCRIBE', tag: describe.tag, texts: describe }
  if (merge) return { kind: 'MERGE', ...merge }
  if (split) return { kind: 'SPLIT', ...split }
  if (retire) return { kind: 'RETIRE', tag: retire.tag, into: retire.into ?? null }
  throw new Error('An operation without a field')
}
