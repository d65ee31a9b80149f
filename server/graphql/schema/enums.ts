/** The closed lists of the domain as GraphQL enums, each value described for an analyst. */
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

/** What a search looks in. */
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

export const BucketEnum = enumOf<Bucket>('Bucket', 'The period a series is cut into.', {
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
    BOTH: 'What either did to the other, mutual events once.',
    A_TO_B: 'What the first party did to the second; mutual events count half.',
    B_TO_A: 'What the second party did to the first; mutual events count half.',
  },
)

export const ViewEnum = enumOf<View>('View', 'Whom the parties of a relation stand for.', {
  ENTITY: 'The two actors themselves; for an office, its holder on the last day asked, for the whole range.',
  OFFICE: 'For an office, whoever held it on each day.',
  COUNTRY: 'All actors of the parties’ countries, private persons too.',
})

export const MeasureEnum = enumOf<Measure>('Measure', 'One of the two indices. They are never netted.', {
  TENSION: 'How hostile.',
  ENGAGEMENT: 'How cooperative.',
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
  { INTENSITY: 'Since 2026-12-01: use TONE.', PRESSURE: 'Since 2026-12-01: use LEVEL.' },
)

export const SeriesStateEnum = enumOf<SeriesState>('SeriesState', 'What stands behind a score. Silence is not zero.', {
  SCORED: 'Support of 5 events or more, spread over three days or more.',
  SPARSE: 'A score, but on support below 5 events or from one or two days; drawn dashed.',
  NOT_ENOUGH: 'Covered, but support below one event: no score.',
  NOT_COVERED: 'No collection looked at this relation on this day: no score.',
})

export const QuadEnum = enumOf<Quad>('Quad', 'The five families of stances.', {
  STATEMENT: 'Plain comment; carries no weight.',
  VERBAL_COOPERATION: 'Cooperation in words.',
  MATERIAL_COOPERATION: 'Cooperation in deeds.',
  VERBAL_CONFLICT: 'Conflict in words.',
  MATERIAL_CONFLICT: 'Conflict in deeds.',
})

export const ActorKindEnum = enumOf<ActorKind>('ActorKind', 'What sort of actor it is.', {
  STATE: 'A state.',
  GOVERNMENT: 'A government among several of one country.',
  DE_FACTO_AUTHORITY: 'Rules in fact, recognised or not.',
  ARMED_GROUP: 'An armed group.',
  PARTY: 'A political party.',
  IGO: 'An intergovernmental organisation.',
  PRIVATE: 'Private persons of a country; they count in the country view only.',
})

export const PrecisionEnum = enumOf<Precision>('Precision', 'How exactly a day is known.', {
  DAY: 'To the day.',
  MONTH: 'To the month; it stands on the month’s last day.',
  UNKNOWN: 'Not known; it stands on its document’s day and is not counted.',
})

export const EvidenceClassEnum = enumOf<EvidenceClass>('EvidenceClass', 'How well an event is evidenced.', {
  ONE: 'One independent source.',
  TWO: 'Two independent sources.',
  THREE: 'Three or more independent sources.',
  ONE_REPORTED: 'One source, and it is a third party’s claim.',
  TWO_REPORTED: 'Two sources, all a third party’s claim.',
  THREE_REPORTED: 'Three or more sources, all a third party’s claim.',
  UNCOUNTED: 'Denied, hypothetical, or background without a known day: shown, not counted.',
})

export const LikenessEnum = enumOf<Likeness>('Likeness', 'What speaks for two reports telling of one happening.', {
  SAME_DAY: 'They are of one day.',
  NEAR_DAY: 'They are at most three days apart.',
  SAME_MONTH: 'Of one of them only the month is known, and it is the other’s.',
  SAME_TAG: 'They have the same tag.',
  SAME_WORDS: 'Their quotes have four fifths of the words in common.',
  SAME_DOCUMENT: 'They stand in one document.',
  SAME_ADDRESS: 'Their documents stand at one address.',
  SAME_WIRE: 'Their outlets are of one wire family.',
})

export const CollectionKindEnum = enumOf<CollectionKind>('CollectionKind', 'What a collection covers.', {
  RELEASE: 'A data set that covers a whole range of days.',
  ARTICLES: 'Texts; they cover the days their statements bear, unless monitored between two days.',
})

export const DeskWhoseEnum = enumOf<DeskWhose>('DeskWhose', 'In whose hand documents of the queue are.', {
  ALL: 'Anybody’s, or nobody’s.',
  MINE: 'Your own.',
  FREE: 'Nobody’s.',
})

export const TenureBasisEnum = enumOf<TenureBasis>('TenureBasis', 'On what ground an office is held.', {
  DE_FACTO: 'Controls it in fact.',
  DE_JURE: 'By law.',
  RECOGNISED: 'Recognised by others.',
})

export const ContributionGroupEnum = enumOf<ContributionGroup>(
  'ContributionGroup',
  'By what the shares of a score are summed.',
  {
    EVENT: 'By event.',
    TAG: 'By stance tag.',
    SPEAKER: 'By who spoke.',
    DOCUMENT: 'By document.',
  },
)

export const WatchRuleEnum = enumOf<WatchRule>('WatchRule', 'What a month is held against.', {
  PREVIOUS_MONTH: 'The month before.',
  MEAN_OF_TWELVE: 'The mean of those of the twelve months before that have a score.',
})

export const WatchOrderEnum = enumOf<WatchOrder>('WatchOrder', 'In which order relations are listed.', {
  WORTH: 'Their own order, of worth.',
  TENSION_ROSE: 'The one whose tension rose most first.',
  TENSION_FELL: 'The one whose tension fell most first.',
  ENGAGEMENT_ROSE: 'The one whose engagement rose most first.',
  ENGAGEMENT_FELL: 'The one whose engagement fell most first.',
})

export const TagPartEnum = enumOf<TagPart>('TagPart', 'What of a tag can differ between two codebook versions.', {
  WEIGHTS: 'Tension or engagement weight.',
  FAMILY: 'The family.',
  DEFINITION: 'What it means, includes or excludes.',
  MAPPING: 'CAMEO codes, PLOVER type or canonical leaf.',
  LABEL: 'The name for people.',
  EXAMPLE: 'The example.',
  REASON: 'Why these two weights.',
})

export const LossReasonEnum = enumOf<LossReason>(
  'LossReason',
  'Why a judgement is no tag of a later codebook version.',
  {
    SPLIT: 'Its tag was split: which part was meant, only its coder can say.',
    RETIRED: 'Its tag was retired, and no other has its codes by name.',
  },
)

export const SearchKindEnum = enumOf<SearchKind>('SearchKind', 'What a search looks in.', {
  ACTOR: 'Names, aliases and codes of actors.',
  DOCUMENT: 'Titles of documents.',
  STATEMENT: 'Summaries and speakers of statements.',
})

export const CodingStateEnum = enumOf<CodingState>('CodingState', 'What has become of a coding.', {
  SUGGESTED: 'Proposed by a program.',
  SUBMITTED: 'Given by a coder.',
  SETTLED: 'It settled the statement.',
  REJECTED: 'Refused by a coder.',
})

export const ReasonGiverEnum = enumOf<ReasonGiver['who']>('ReasonGiverKind', 'What kind of giver a reason has.', {
  MACHINE: 'A program, of a proposal that was taken as it stood.',
  RULE: 'A rule.',
  ANALYST: 'An analyst.',
  EDITOR: 'An editor, who decided.',
})

export const SenseEnum = enumOf<Sense>('Sense', 'Which way a score moved.', {
  ROSE: 'It rose.',
  FELL: 'It fell.',
})

export const VerdictEnum = enumOf<Verdict>('Verdict', 'What the scores of a codebook say of a known move.', {
  PASS: 'They show it.',
  FAIL: 'They have scores on both days, and do not show it.',
  UNDECIDED: 'There is no score on one of the two days.',
})
