/** Codebooks: tags, weights and the method's parameters, as published. */
import { Arg, Ctx, Field, FieldResolver, Float, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Codebook, Leaf, Method, Quad, Tag } from '../../domain/codebook/codebook.ts'
import { EVIDENCE_CLASSES, type EvidenceClass } from '../../domain/record/evidence.ts'
import { METHOD_VERSIONS } from '../../domain/score/score.ts'
import type { Context } from '../schema/context.ts'
import { EvidenceClassEnum, QuadEnum } from '../schema/enums.ts'
import { globalId, NodeType } from '../schema/node.ts'
import { codebookAsked } from './codebook.asked.ts'

@ObjectType('Tag', {
  simpleResolvers: true,
  description: 'A stance: what a statement does. One tag of one codebook version.',
})
export class TagType implements Tag {
  @Field(() => String, { description: 'Code within the codebook, such as `threaten-force`.' })
  readonly code!: string

  @Field(() => String, { description: 'Name for people.' })
  readonly label!: string

  @Field(() => QuadEnum, { description: 'Its family.' })
  readonly quad!: Quad

  @Field(() => Float, { description: 'Tension weight, 0–10.' })
  readonly tension!: number

  @Field(() => Float, { description: 'Engagement weight, 0–10.' })
  readonly engagement!: number

  @Field(() => String, { description: 'What it means.' })
  readonly definition!: string

  @Field(() => String, { description: 'What belongs to it.' })
  readonly includes!: string

  @Field(() => String, { description: 'What does not, and where that belongs.' })
  readonly excludes!: string

  @Field(() => String, { description: 'An invented example.' })
  readonly example!: string

  @Field(() => [String], { description: 'CAMEO codes it gathers.' })
  readonly cameo!: readonly string[]

  @Field(() => String, { nullable: true, description: 'PLOVER type, or type/mode; null where PLOVER has none.' })
  readonly plover!: string | null

  @Field(() => String, { description: 'The code a statement gets when this tag is chosen.' })
  readonly leaf!: Leaf

  @Field(() => String, { description: 'Why these two weights.' })
  readonly reason!: string
}

@ObjectType('EvidenceWeight', { description: 'How much an event of one evidence class counts.' })
export class EvidenceWeightType {
  @Field(() => EvidenceClassEnum, { description: 'The class.' })
  readonly class!: EvidenceClass

  @Field(() => Float, { description: 'g, 0–1.' })
  readonly quality!: number
}

@ObjectType('Method', { description: 'The parameters of scoring, frozen in a codebook version.' })
export class MethodType {
  @Field(() => Float, { description: 'H: days in which old evidence loses half its weight.' })
  readonly halfLifeDays!: number

  @Field(() => Float, { description: 'n0: the weight of the neutral prior in events; half of it for a direction.' })
  readonly priorEvents!: number

  @Field(() => String, {
    description: 'The panel from which κ of the pressure curve was read.',
    deprecationReason: 'Since 2026-12-01: the method PRESSURE is no longer computed.',
  })
  readonly kappaPanel!: string
}

@ObjectType('Codebook', {
  implements: NodeType,
  description: 'One published version of a codebook, which never changes; or a draft, under `draft:` and its number.',
})
export class CodebookType {
  @Field(() => String, { description: 'Name, such as `default`.' })
  readonly name!: string

  @Field(() => String, { description: 'Name and number, such as `default-1`.' })
  readonly version!: string

  @Field(() => String, { description: 'SHA-256 of its content.' })
  readonly hash!: string

  @Field(() => String, { description: 'What it is for, and where its weights are from.' })
  readonly note!: string

  @Field(() => [TagType], { description: 'Its tags.' })
  readonly tags!: readonly Tag[]

  @Field(() => MethodType, { description: 'Its method.' })
  readonly method!: Method
}

@Resolver(() => MethodType)
export class MethodResolver {
  @FieldResolver(() => String, { description: 'Version of the method.' })
  version(@Root() method: Method): string {
    return METHOD_VERSIONS[method.level === undefined ? 'TONE' : 'LEVEL']
  }

  @FieldResolver(() => Float, { description: 'λ: the share of weight that remains after one day, 0–1.' })
  lambda(@Root() method: Method): number {
    return method.lambda / 1e12
  }

  @FieldResolver(() => Float, {
    description: 'κ of the pressure curve for tension.',
    deprecationReason: 'Since 2026-12-01: the method PRESSURE is no longer computed.',
  })
  kappaTension(@Root() method: Method): number {
    return method.kappa.tension
  }

  @FieldResolver(() => Float, {
    description: 'κ of the pressure curve for engagement.',
    deprecationReason: 'Since 2026-12-01: the method PRESSURE is no longer computed.',
  })
  kappaEngagement(@Root() method: Method): number {
    return method.kappa.engagement
  }

  @FieldResolver(() => [EvidenceWeightType], { description: 'How much each evidence class counts.' })
  evidence(@Root() method: Method): EvidenceWeightType[] {
    return EVIDENCE_CLASSES.map((name) => ({ class: name, quality: method.evidence[name] / 1e4 }))
  }
}

@Resolver(() => CodebookType)
export class CodebookResolver {
  @FieldResolver(() => ID, { description: 'Global id.' })
  id(@Root() codebook: Codebook): string {
    return globalId('Codebook', codebook.version)
  }

  @Query(() => CodebookType, { nullable: true, description: 'A codebook by version or by name (its latest version).' })
  async codebook(
    @Arg('version', () => String, {
      description: '`default-1`, or `default` for the latest of that name; for analysts also a draft, `draft:7`.',
    })
    version: string,
    @Ctx() ctx: Context,
  ): Promise<Codebook> {
    return codebookAsked(ctx, version)
  }

  @Query(() => [CodebookType], { description: 'Every published version, oldest first.' })
  codebooks(@Ctx() ctx: Context): readonly Codebook[] {
    return ctx.record.codebooks
  }
}
