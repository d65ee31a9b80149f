/** The closed lists of the domain as GraphQL enums, with a description of every value. */
import { registerEnumType } from 'type-graphql'
import type { CodingState, ReasonGiver } from '../../domain/agreement/coding.ts'
import type { Quad } from '../../domain/codebook/codebook.ts'
import type { TagPart } from '../../domain/codebook/diff.ts'
import type { LossReason } from '../../domain/codebook/lineage.ts'
import type { Bucket, Precision } from '../../domain/day.ts'
import type { ActorKind } from '../../domain/directory/actor.ts'
import type { Direction, Measure, View } from '../../domain/directory/relation.ts'
import type { TenureBasis } from '../../domain/directory/tenure.ts'
import type { Sense, Verdict } from '../../domain/explain/move.ts'
import type { Likeness } from '../../domain/record/candidate.ts'
import type { DeskWhose } from '../../domain/record/desk.ts'
import type { CollectionKind } from '../../domain/record/document.ts'
import type { EvidenceClass } from '../../domain/record/evidence.ts'
import type { SeriesState } from '../../domain/score/score.ts'
import type { WatchOrder, WatchRule } from '../../domain/score/watch.ts'

/** The kinds of objects that a search finds. */
export type SearchKind = 'ACTOR' | 'DOCUMENT' | 'STATEMENT'

export type ContributionGroup = 'EVENT' | 'TAG' | 'SPEAKER' | 'DOCUMENT'

/** Registers the domain's list `T`; the compiler asks for a description of every value. */
function enumOf<T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
  deprecated?: Readonly<Partial<Record<T, string>>>,
) {
  const names = Object.fromEntries(Object.keys(values).map((v) => [v, v])) as Record<T, T>
  const described = Object.entries<string>(values).map(([v, text]) => {
    const deprecationReason = deprecated?.[v as T]
    return [v, { description: text, ...(deprecationReason === undefined ? {} : { deprecationReason }) }]
  })
  registerEnumType(names, {
    name,
    description,
    valuesConfig: Object.fromEntries(described) as Record<T, { description: string }>,
  })
  return names
}

export const BucketEnum = enumOf<Bucket>('Bucket', 'The length of the periods of a series.', {
  DAY: 'A calendar day.',
  WEEK: 'An ISO week, Monday to Sunday.',
  MONTH: 'A calendar month.',
  QUARTER: 'January to March, April to June, July to September, October to December.',
  YEAR: 'A calendar year.',
})

export const DirectionEnum = enumOf<Direction>(
  'Direction',
  'Who acts toward whom, in the order of the relation’s parties.',
  {
    BOTH: 'What each party did to the other; mutual events count once.',
    A_TO_B: 'What the first party did to the second; mutual events count half.',
    B_TO_A: 'What the second party did to the first; mutual events count half.',
  },
)

export const ViewEnum = enumOf<View>('View', 'Whom the parties of a relation stand for.', {
  ENTITY: 'The two actors themselves. An office stands for its holder on the last day asked for, over the whole range.',
  OFFICE: 'An office stands for its holder on each day.',
  COUNTRY: 'All actors of the parties’ countries, private persons included.',
})

export const MeasureEnum = enumOf<Measure>('Measure', 'One of the two scores, each 0–100. They are never netted.', {
  TENSION: 'How hostile the relation is, 0–100.',
  ENGAGEMENT: 'How cooperative the relation is, 0–100.',
})

export const ScoringMethodEnum = enumOf<'LEVEL' | 'TONE' | 'INTENSITY' | 'PRESSURE'>(
  'ScoringMethod',
  'How events become a score.',
  {
    LEVEL:
      'How much hostility, how much cooperation there lately was, 0–100; 50 where the decayed sum of weights is c.',
    TONE: 'The recency-weighted mean weight, 0–100: how hostile or cooperative, whatever the news volume.',
    INTENSITY: 'The name of TONE in version 0.1; it answers the same.',
    PRESSURE: 'No longer computed: refused.',
  },
  { INTENSITY: 'Since 2026-12-01: use `TONE`.', PRESSURE: 'Since 2026-12-01: use `LEVEL`.' },
)

export const SeriesStateEnum = enumOf<SeriesState>(
  'SeriesState',
  'Whether there is a score, and how much evidence it rests on. Silence is not zero.',
  {
    SCORED:
      'A score with enough evidence: under TONE 5 events or more from three days or more; under LEVEL 3 events or more from two days or more, on a relation watched for three quarters of the recent days.',
    SPARSE: 'A score with less evidence than that; drawn dashed.',
    NOT_ENOUGH:
      'The day is covered, but the support is below one event: no score. Under LEVEL watched silence of a relation that is spoken of has a score.',
    NOT_COVERED: 'No collection covers the relation on this day: no score.',
  },
)

export const QuadEnum = enumOf<Quad>('Quad', 'The five families of tags.', {
  STATEMENT: 'Plain comment, which carries no weight.',
  VERBAL_COOPERATION: 'Cooperation in words.',
  MATERIAL_COOPERATION: 'Cooperation in deeds.',
  VERBAL_CONFLICT: 'Conflict in words.',
  MATERIAL_CONFLICT: 'Conflict in deeds.',
})

export const ActorKindEnum = enumOf<ActorKind>('ActorKind', 'The kind of an actor.', {
  STATE: 'A state.',
  GOVERNMENT: 'One of several governments of a country.',
  DE_FACTO_AUTHORITY: 'An authority that rules in fact, recognised or not.',
  ARMED_GROUP: 'An armed group.',
  PARTY: 'A political party.',
  IGO: 'An intergovernmental organisation.',
  PRIVATE: 'Private persons of a country, who count in the view COUNTRY only.',
})

export const PrecisionEnum = enumOf<Precision>('Precision', 'How exactly a day is known.', {
  DAY: 'The day is known.',
  MONTH: 'Only the month is known; the row has the last day of the month.',
  UNKNOWN: 'The day is not known; the row has the day of its document and is not counted.',
})

export const EvidenceClassEnum = enumOf<EvidenceClass>('EvidenceClass', 'How well an event is evidenced.', {
  ONE: 'One independent source.',
  TWO: 'Two independent sources.',
  THREE: 'Three or more independent sources.',
  ONE_REPORTED: 'One source, which reports a third party’s claim.',
  TWO_REPORTED: 'Two sources, which all report a third party’s claim.',
  THREE_REPORTED: 'Three or more sources, which all report a third party’s claim.',
  UNCOUNTED: 'Denied, hypothetical, or background without a known day: shown, not counted.',
})

export const LikenessEnum = enumOf<Likeness>('Likeness', 'What suggests that two statements report the same event.', {
  SAME_DAY: 'They are of the same day.',
  NEAR_DAY: 'They are at most three days apart.',
  SAME_MONTH: 'Only the month of one of them is known, and the other is of the same month.',
  SAME_TAG: 'They have the same tag.',
  SAME_WORDS: 'Their quotes have at least four fifths of their words in common.',
  SAME_DOCUMENT: 'They come from the same document.',
  SAME_ADDRESS: 'Their documents have the same address.',
  SAME_WIRE: 'Their outlets belong to the same wire family.',
})

export const CollectionKindEnum = enumOf<CollectionKind>('CollectionKind', 'The kind of a collection.', {
  RELEASE: 'A release of a data set, which covers every day from its first to its last.',
  ARTICLES:
    'A body of articles, which covers the days of its statements, or every day between two days if it is monitored.',
})

export const DeskWhoseEnum = enumOf<DeskWhose>(
  'DeskWhose',
  'Which documents of the queue are listed, by their holder.',
  {
    ALL: 'All documents.',
    MINE: 'Documents that you hold.',
    FREE: 'Documents that nobody holds.',
  },
)

export const TenureBasisEnum = enumOf<TenureBasis>('TenureBasis', 'On what ground an office is held.', {
  DE_FACTO: 'The holder controls the office in fact.',
  DE_JURE: 'The holder holds the office by law.',
  RECOGNISED: 'The holder is recognised by others.',
})

export const ContributionGroupEnum = enumOf<ContributionGroup>(
  'ContributionGroup',
  'What the shares of a score are summed by.',
  {
    EVENT: 'By event.',
    TAG: 'By tag.',
    SPEAKER: 'By speaker.',
    DOCUMENT: 'By document.',
  },
)

export const WatchRuleEnum = enumOf<WatchRule>('WatchRule', 'What a month is compared with.', {
  PREVIOUS_MONTH: 'The month before.',
  MEAN_OF_TWELVE: 'The mean of the twelve months before, of those that have a score.',
})

export const WatchOrderEnum = enumOf<WatchOrder>('WatchOrder', 'The order in which relations are listed.', {
  WORTH: 'By rank.',
  TENSION_ROSE: 'Largest rise of tension first.',
  TENSION_FELL: 'Largest fall of tension first.',
  ENGAGEMENT_ROSE: 'Largest rise of engagement first.',
  ENGAGEMENT_FELL: 'Largest fall of engagement first.',
})

export const TagPartEnum = enumOf<TagPart>(
  'TagPart',
  'The parts of a tag that can differ between two codebook versions.',
  {
    WEIGHTS: 'The tension weight or the engagement weight.',
    FAMILY: 'The family.',
    DEFINITION: 'The definition, what belongs to the tag, or what does not.',
    MAPPING: 'The CAMEO codes, the PLOVER type or the leaf.',
    LABEL: 'The name for readers.',
    EXAMPLE: 'The example.',
    REASON: 'The reason for the two weights.',
  },
)

export const LossReasonEnum = enumOf<LossReason>(
  'LossReason',
  'Why a judgement counts for no tag of a later codebook version.',
  {
    SPLIT: 'Its tag was split, and only its coder can say which part was meant.',
    RETIRED: 'Its tag was retired, and no other tag names its codes.',
  },
)

export const SearchKindEnum = enumOf<SearchKind>('SearchKind', 'The kinds of objects that a search finds.', {
  ACTOR: 'Actors, by name, alias or code.',
  DOCUMENT: 'Documents, by title.',
  STATEMENT: 'Statements, by summary or speaker.',
})

export const CodingStateEnum = enumOf<CodingState>('CodingState', 'The state of a coding.', {
  SUGGESTED: 'Proposed by a program.',
  SUBMITTED: 'Submitted by a coder.',
  SETTLED: 'The coding that settled the statement.',
  REJECTED: 'Rejected by a coder.',
})

export const ReasonGiverEnum = enumOf<ReasonGiver['who']>('ReasonGiverKind', 'What kind of giver a reason has.', {
  MACHINE: 'A program, of a proposal that was orUserError as it stood.',
  RULE: 'A rule.',
  ANALYST: 'An analyst.',
  EDITOR: 'An editor, who decided.',
})

export const SenseEnum = enumOf<Sense>('Sense', 'Which way a score moved.', {
  ROSE: 'It rose.',
  FELL: 'It fell.',
})

export const VerdictEnum = enumOf<Verdict>('Verdict', 'Whether the scores of a codebook show a known move.', {
  PASS: 'The scores show the move.',
  FAIL: 'There are scores on both days, and they do not show the move.',
  UNDECIDED: 'There is no score on one of the two days.',
})
