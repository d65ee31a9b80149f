/** Codebooks: tags, weights and the method's parameters, as published. */
import { Arg, Ctx, Field, FieldResolver, Float, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Codebook, Leaf, Method, Quad, Tag } from '../../domain/codebook/codebook.ts'
import { EVIDENCE_CLASSES, type EvidenceClass } from '../../domain/record/evidence.ts'
import { METHOD_VERSIONS } from '../../domain/score/score.ts'
import type { Context } from '../schema/context.ts'
import { EvidenceClassEnum, QuadEnum } from '../schema/enums.ts'
import { globalId, NodeType } from '../schema/node.ts'
import { resolveCodebook } from './codebook.resolve.ts'

@ObjectType('Tag', {
  simpleResolvers: true,
  description: 'A stance: what a statement does. A tag belongs to one codebook version.',
})
export class TagType implements Tag {
  @Field(() => String, { description: 'Code of the tag within the codebook, such as `threaten-force`.' })
  readonly code!: string

  @Field(() => String, { description: 'Name of the tag, for readers.' })
  readonly label!: string

  @Field(() => QuadEnum, { description: 'The family of the tag.' })
  readonly quad!: Quad

  @Field(() => Float, { description: 'Tension weight, 0–10.' })
  readonly tension!: number

  @Field(() => Float, { description: 'Engagement weight, 0–10.' })
  readonly engagement!: number

  @Field(() => String, { description: 'What the tag means.' })
  readonly definition!: string

  @Field(() => String, { description: 'What belongs to the tag.' })
  readonly includes!: string

  @Field(() => String, { description: 'What does not belong to the tag, and which tag it belongs to.' })
  readonly excludes!: string

  @Field(() => String, { description: 'An invented example of a statement.' })
  readonly example!: string

  @Field(() => [String], { description: 'The CAMEO codes that map to the tag.' })
  readonly cameo!: readonly string[]

  @Field(() => String, { nullable: true, description: 'The PLOVER type, or type/mode; null if PLOVER has none.' })
  readonly plover!: string | null

  @Field(() => String, { description: 'The leaf (finest code) that a statement gets when this tag is chosen.' })
  readonly leaf!: Leaf

  @Field(() => String, { description: 'Why the tag has these two weights.' })
  readonly reason!: string
}

@ObjectType('EvidenceWeight', { description: 'How much an event of one evidence class counts.' })
export class EvidenceWeightType {
  @Field(() => EvidenceClassEnum, { description: 'The evidence class.' })
  readonly class!: EvidenceClass

  @Field(() => Float, { description: 'g: the factor by which an event of this class counts, 0–1.' })
  readonly quality!: number
}

@ObjectType('Method', { description: 'The parameters of scoring, frozen in a codebook version.' })
export class MethodType {
  @Field(() => Float, { description: 'H: the number of days in which an event loses half its weight.' })
  readonly halfLifeDays!: number

  @Field(() => Float, {
    description: 'n0: the weight of the neutral prior, in events; a directed score uses half of it.',
  })
  readonly priorEvents!: number

  @Field(() => String, {
    description: 'The panel from which κ of the pressure curve was read.',
    deprecationReason: 'Since 2026-12-01: use `ScoringMethod.LEVEL`, which has no κ.',
  })
  readonly kappaPanel!: string
}

@ObjectType('Codebook', {
  implements: NodeType,
  description:
    'One published version of a codebook, which never changes; or a draft, as version `draft:` and its number.',
})
export class CodebookType {
  @Field(() => String, { description: 'Name of the codebook, such as `default`.' })
  readonly name!: string

  @Field(() => String, { description: 'Name and number of the version, such as `default-1`.' })
  readonly version!: string

  @Field(() => String, { description: 'SHA-256 of the content of the version, in hexadecimal.' })
  readonly hash!: string

  @Field(() => String, { description: 'What the version is for, and where its weights come from.' })
  readonly note!: string

  @Field(() => [TagType], { description: 'The tags of the version.' })
  readonly tags!: readonly Tag[]

  @Field(() => MethodType, { description: 'The scoring parameters of the version.' })
  readonly method!: Method
}

@Resolver(() => MethodType)
export class MethodResolver {
  @FieldResolver(() => String, { description: 'Version of the method.' })
  version(@Root() method: Method): string {
    return METHOD_VERSIONS[method.level === undefined ? 'TONE' : 'LEVEL']
  }

  @FieldResolver(() => Float, { description: 'λ: the share of its weight that an event keeps after one day, 0–1.' })
  lambda(@Root() method: Method): number {
    return method.lambda / 1e12
  }

  @FieldResolver(() => Float, {
    description: 'κ of the pressure curve for tension.',
    deprecationReason: 'Since 2026-12-01: use `ScoringMethod.LEVEL`, which has no κ.',
  })
  kappaTension(@Root() method: Method): number {
    return method.kappa.tension
  }

  @FieldResolver(() => Float, {
    description: 'κ of the pressure curve for engagement.',
    deprecationReason: 'Since 2026-12-01: use `ScoringMethod.LEVEL`, which has no κ.',
  })
  kappaEngagement(@Root() method: Method): number {
    return method.kappa.engagement
  }

  @FieldResolver(() => [EvidenceWeightType], { description: 'How much an event of each evidence class counts.' })
  evidence(@Root() method: Method): EvidenceWeightType[] {
    return EVIDENCE_CLASSES.map((name) => ({ class: name, quality: method.evidence[name] / 1e4 }))
  }
}

@Resolver(() => CodebookType)
export class CodebookResolver {
  @FieldResolver(() => ID, { description: 'Global id, as `node(id)` takes it.' })
  id(@Root() codebook: Codebook): string {
    return globalId('Codebook', codebook.version)
  }

  @Query(() => CodebookType, { nullable: true, description: 'One codebook version.' })
  async codebook(
    @Arg('version', () => String, {
      description:
        'A version such as `default-1`, or a name such as `default` for its latest version; analysts may also name a draft, such as `draft:7`.',
    })
    version: string,
    @Ctx() ctx: Context,
  ): Promise<Codebook> {
    return resolveCodebook(ctx, version)
  }

  @Query(() => [CodebookType], { description: 'All published codebook versions, oldest first.' })
  codebooks(@Ctx() ctx: Context): readonly Codebook[] {
    return ctx.record.codebooks
  }
}
