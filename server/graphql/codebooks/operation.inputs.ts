/** Surgery on tags as a client asks for it. */
import { Field, Float, InputType } from 'type-graphql'
import type { Quad } from '../../domain/codebook/codebook.ts'
import type { Operation, Part, TagTexts } from '../../domain/codebook/operation.ts'
import { QuadEnum } from '../schema/enums.ts'

const KEPT = 'null keeps what is said.'

@InputType('TagRenaming', { description: 'Another code and name for a tag; its events and weights stay.' })
class TagRenamingInput {
  @Field(() => String, { description: 'Its code.' })
  tag!: string

  @Field(() => String, { description: 'The new code: lower case words joined by hyphens.' })
  code!: string

  @Field(() => String, { description: 'The new name for people.' })
  label!: string
}

@InputType('TagDescription', { description: 'Other words for a tag.' })
class TagDescriptionInput implements TagTexts {
  @Field(() => String, { description: 'Its code.' })
  tag!: string

  @Field(() => String, { nullable: true, description: `Name for people; ${KEPT}` })
  label?: string | null

  @Field(() => String, { nullable: true, description: `What it means; ${KEPT}` })
  definition?: string | null

  @Field(() => String, { nullable: true, description: `What belongs to it; ${KEPT}` })
  includes?: string | null

  @Field(() => String, { nullable: true, description: `What does not, and where that belongs; ${KEPT}` })
  excludes?: string | null

  @Field(() => String, { nullable: true, description: `An invented example; ${KEPT}` })
  example?: string | null

  @Field(() => String, { nullable: true, description: `Why these two weights; ${KEPT}` })
  reason?: string | null
}

@InputType('TagMerge', { description: 'Tags whose codes another tag gathers from now on.' })
class TagMergeInput {
  @Field(() => [String], { description: 'Codes of the tags that end.' })
  tags!: string[]

  @Field(() => String, { description: 'Code of the tag that takes their codes; its weights and words stay.' })
  into!: string
}

@InputType('TagSplitPart', { description: 'One of the tags that a tag is split into.' })
class TagPartInput implements Part {
  @Field(() => String, {
    description:
      'Its code; one part may keep that of the whole, and then keeps its weights and words where none are given.',
  })
  code!: string

  @Field(() => String, { description: 'Name for people.' })
  label!: string

  @Field(() => QuadEnum, { nullable: true, description: 'Its family; null: that of the whole.' })
  quad?: Quad | null

  @Field(() => [String], { description: 'Which of the codes that the whole gathered are this part’s; may be none.' })
  cameo!: string[]

  @Field(() => Float, { nullable: true, description: 'Tension weight 0–10; null: not weighed yet.' })
  tension?: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement weight 0–10; null: not weighed yet.' })
  engagement?: number | null

  @Field(() => String, { nullable: true, description: 'What it means; null: as the whole, or to be written.' })
  definition?: string | null

  @Field(() => String, { nullable: true, description: 'What belongs to it; null: as the whole, or to be written.' })
  includes?: string | null

  @Field(() => String, { nullable: true, description: 'What does not; null: as the whole, or to be written.' })
  excludes?: string | null

  @Field(() => String, { nullable: true, description: 'An invented example; null: as the whole, or to be written.' })
  example?: string | null

  @Field(() => String, { nullable: true, description: 'Why these two weights; null: as the whole, or to be written.' })
  reason?: string | null
}

@InputType('TagSplit', { description: 'A tag made into several.' })
class TagSplitInput {
  @Field(() => String, { description: 'Code of the tag.' })
  tag!: string

  @Field(() => [TagPartInput], { description: 'Two or more; together they gather what it gathered, each code once.' })
  parts!: TagPartInput[]
}

@InputType('TagRetirement', { description: 'A tag that ends.' })
class TagRetirementInput {
  @Field(() => String, { description: 'Its code.' })
  tag!: string

  @Field(() => String, {
    nullable: true,
    description:
      'The tag that takes its codes; null where it gathers none but its own refinement, which then counts by its CAMEO code.',
  })
  into?: string | null
}

@InputType('TagOperation', { description: 'One operation on the tags of a draft.' })
export class TagOperationInput {
  @Field(() => TagRenamingInput, { nullable: true, description: 'Rename a tag.' })
  rename?: TagRenamingInput | null

  @Field(() => TagDescriptionInput, { nullable: true, description: 'Say other words of a tag.' })
  describe?: TagDescriptionInput | null

  @Field(() => TagMergeInput, { nullable: true, description: 'Merge tags into another.' })
  merge?: TagMergeInput | null

  @Field(() => TagSplitInput, { nullable: true, description: 'Split a tag.' })
  split?: TagSplitInput | null

  @Field(() => TagRetirementInput, { nullable: true, description: 'Retire a tag.' })
  retire?: TagRetirementInput | null
}

/** Exactly one is given: the schema sees to it. */
export function operationOf(input: TagOperationInput): Operation {
  const { rename, describe, merge, split, retire } = input
  if (rename) return { kind: 'RENAME', ...rename }
  if (describe) return { kind: 'DESCRIBE', tag: describe.tag, texts: describe }
  if (merge) return { kind: 'MERGE', ...merge }
  if (split) return { kind: 'SPLIT', ...split }
  if (retire) return { kind: 'RETIRE', tag: retire.tag, into: retire.into ?? null }
  throw new Error('an operation with nothing in it')
}
