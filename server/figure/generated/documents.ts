/** The types of the page's queries, and each query as it is asked: by its hash. Generated. */
import { asked } from '../asked.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** An actor on record, and its corrected fields. A field that is left out stays as it is. */
export type ActorCorrection = {
  /** Code of the actor, which cannot be changed. */
  readonly code: string;
  /** Corrected country, as three letters of ISO 3166-1 alpha-3; null: it belongs to none. */
  readonly country?: string | null | undefined;
  /** Corrected kind of actor; null keeps the present one. */
  readonly kind?: ActorKind | null | undefined;
  /** Corrected name, at most 100 characters; null keeps the present one. */
  readonly name?: string | null | undefined;
  /** Aliases to add; null: none. */
  readonly names?: ReadonlyArray<string> | null | undefined;
};

/** The kind of an actor. */
export type ActorKind =
  /** An armed group. */
  | 'ARMED_GROUP'
  /** An authority that rules in fact, recognised or not. */
  | 'DE_FACTO_AUTHORITY'
  /** One of several governments of a country. */
  | 'GOVERNMENT'
  /** An intergovernmental organisation. */
  | 'IGO'
  /** A political party. */
  | 'PARTY'
  /** Private persons of a country, who count in the view COUNTRY only. */
  | 'PRIVATE'
  /** A state. */
  | 'STATE';

/** What a statement is, after its coders differed or agreed. */
export type Adjudication = {
  /** The event it reports, where that is on record; null: its own. */
  readonly event?: string | null | undefined;
  /** The stance. */
  readonly judgement: Judgement;
  /** Id of the statement as last read. */
  readonly statement: string;
};

/** The length of the periods of a series. */
export type Bucket =
  /** A calendar day. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** January to March, April to June, July to September, October to December. */
  | 'QUARTER'
  /** An ISO week, Monday to Sunday. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** The state of a coding. */
export type CodingState =
  /** Rejected by a coder. */
  | 'REJECTED'
  /** The coding that settled the statement. */
  | 'SETTLED'
  /** Submitted by a coder. */
  | 'SUBMITTED'
  /** Proposed by a program. */
  | 'SUGGESTED';

/** What somebody judges a statement to be, without settling it. */
export type CodingSubmission = {
  /** The stance. */
  readonly judgement: Judgement;
  /** Id of the statement as last read. */
  readonly statement: string;
};

/** The kind of a collection. */
export type CollectionKind =
  /** A body of articles, which covers the days of its statements, or every day between two days if it is monitored. */
  | 'ARTICLES'
  /** A release of a data set, which covers every day from its first to its last. */
  | 'RELEASE';

/** What the shares of a score are summed by. */
export type ContributionGroup =
  /** By document. */
  | 'DOCUMENT'
  /** By event. */
  | 'EVENT'
  /** By speaker. */
  | 'SPEAKER'
  /** By tag. */
  | 'TAG';

/** Which documents of the queue are listed, by their holder. */
export type DeskWhose =
  /** All documents. */
  | 'ALL'
  /** Documents that nobody holds. */
  | 'FREE'
  /** Documents that you hold. */
  | 'MINE';

/** The work on a document, to be kept. */
export type DeskWork = {
  /** JSON text, at most 80,000 characters. */
  readonly body: string;
  /** Id of the document. */
  readonly document: string;
  /** The edition as last read; 0: not begun. */
  readonly edition: number;
};

/** Who acts toward whom, in the order of the relation’s parties. */
export type Direction =
  /** What the first party did to the second; mutual events count half. */
  | 'A_TO_B'
  /** What each party did to the other; mutual events count once. */
  | 'BOTH'
  /** What the second party did to the first; mutual events count half. */
  | 'B_TO_A';

/** The state of a draft. */
export type DraftState =
  /** The draft was discarded. */
  | 'DISCARDED'
  /** The draft is being worked on. */
  | 'OPEN'
  /** The draft was published as a version. */
  | 'PUBLISHED';

/** How well an event is evidenced. */
export type EvidenceClass =
  /** One independent source. */
  | 'ONE'
  /** One source, which reports a third party’s claim. */
  | 'ONE_REPORTED'
  /** Three or more independent sources. */
  | 'THREE'
  /** Three or more sources, which all report a third party’s claim. */
  | 'THREE_REPORTED'
  /** Two independent sources. */
  | 'TWO'
  /** Two sources, which all report a third party’s claim. */
  | 'TWO_REPORTED'
  /** Denied, hypothetical, or background without a known day: shown, not counted. */
  | 'UNCOUNTED';

/** What a page has displayed to you. */
export type Exposure = {
  /** Id of the document. */
  readonly document: string;
  /** The proposals, at most 500. */
  readonly proposals: ReadonlyArray<Proposal>;
};

/** A coder’s choice of a tag, and the reason. */
export type Judgement = {
  /** A version such as `default-1`, or a name such as `default` for its latest version. */
  readonly codebook?: string;
  /** Why this tag, in our own words, at most 2000 characters; null or empty: nothing is said. */
  readonly reason?: string | null | undefined;
  /** Whose words the reason is, where not your own: `machine:` and the name of the program whose proposal is orUserError as it stands (`Desk.coder`), or `rule:` and the name of a rule. Only with `shown`, and for the tag that was proposed. */
  readonly reasonBy?: string | null | undefined;
  /** Code of the tag that was proposed to the coder before they judged; null: the proposal that `logExposure` recorded, or none if it recorded none. */
  readonly shown?: string | null | undefined;
  /** Code of the tag. */
  readonly tag: string;
};

/** What suggests that two statements report the same event. */
export type Likeness =
  /** They are at most three days apart. */
  | 'NEAR_DAY'
  /** Their documents have the same address. */
  | 'SAME_ADDRESS'
  /** They are of the same day. */
  | 'SAME_DAY'
  /** They come from the same document. */
  | 'SAME_DOCUMENT'
  /** Only the month of one of them is known, and the other is of the same month. */
  | 'SAME_MONTH'
  /** They have the same tag. */
  | 'SAME_TAG'
  /** Their outlets belong to the same wire family. */
  | 'SAME_WIRE'
  /** Their quotes have at least four fifths of their words in common. */
  | 'SAME_WORDS';

/** Why a judgement counts for no tag of a later codebook version. */
export type LossReason =
  /** Its tag was retired, and no other tag names its codes. */
  | 'RETIRED'
  /** Its tag was split, and only its coder can say which part was meant. */
  | 'SPLIT';

/** One of the two scores, each 0–100. They are never netted. */
export type Measure =
  /** How cooperative the relation is, 0–100. */
  | 'ENGAGEMENT'
  /** How hostile the relation is, 0–100. */
  | 'TENSION';

/** The actor to add. */
export type NewActor = {
  /** Code of the actor: three capitals, or three capitals, a dot and two to eight capitals or digits, such as `AFG.IRA`. */
  readonly code: string;
  /** Country of the actor, as three letters of ISO 3166-1 alpha-3; null if it belongs to none. */
  readonly country?: string | null | undefined;
  /** The kind of actor. */
  readonly kind: ActorKind;
  /** Name of the actor, at most 100 characters. */
  readonly name: string;
  /** Aliases of the actor; null: none. */
  readonly names?: ReadonlyArray<string> | null | undefined;
};

/** The document to add. */
export type NewDocument = {
  /** Code of the collection of articles that the document belongs to. `desk` is created when it is first used. */
  readonly collection?: string;
  /** Language of the document, as a BCP 47 tag. */
  readonly language?: string;
  /** The publisher of the document; null if not known. */
  readonly outlet?: NewOutlet | null | undefined;
  /** Day of publication; null if not known. */
  readonly published?: string | null | undefined;
  /** Text of the document, 1 to 500,000 characters, shown to analysts only; null: not stored. The same text is recognised by its hash. */
  readonly text?: string | null | undefined;
  /** Title of the document, at most 500 characters. */
  readonly title: string;
  /** Address at which the document can be read, http or https; null if not known. */
  readonly url?: string | null | undefined;
};

/** The known move to add. */
export type NewKnownMove = {
  /** A code that no known move ever had: lower case words joined by hyphens. */
  readonly code: string;
  /** A day before the move; its score is compared with that of `to`. */
  readonly from: string;
  /** By how many points the score must move at least, above 0 and at most 100. */
  readonly least?: number;
  /** The measure that moved: tension or engagement. */
  readonly measure: Measure;
  /** What happened, at most 1000 characters. */
  readonly note: string;
  /** Slug of a named relation. */
  readonly relation: string;
  /** Whether the score rose or fell. */
  readonly sense: Sense;
  /** Where this is known from, at most 1000 characters; nothing that depends on weights. */
  readonly source: string;
  /** A day after the move; its score is compared with that of `from`. */
  readonly to: string;
};

/** The outlet of a document. If its code is on record, the outlet on record is used. */
export type NewOutlet = {
  /** Code of the outlet: lower case words joined by hyphens, such as `tolonews`. */
  readonly code: string;
  /** Country of the outlet, as three letters of ISO 3166-1 alpha-3; null if it has none. */
  readonly country?: string | null | undefined;
  /** Name of the outlet, at most 100 characters; required if the code is not on record. */
  readonly name?: string | null | undefined;
  /** Wire family: outlets of one family count as one source; null if the outlet stands alone. */
  readonly wire?: string | null | undefined;
};

/** The person to add. */
export type NewPerson = {
  /** Other spellings and short forms, at most 100 characters each. */
  readonly aliases?: ReadonlyArray<string>;
  /** Code of the person: lower case words joined by hyphens, such as `khawaja-asif`, at most 80 characters. */
  readonly code: string;
  /** Name of the person, at most 100 characters. */
  readonly name: string;
};

/** The post to add. */
export type NewPost = {
  /** Code of the actor that the person spoke for. */
  readonly actor: string;
  /** Where this is known from, at most 500 characters. */
  readonly citation: string;
  /** First day; null if it is not known. */
  readonly from?: string | null | undefined;
  /** Code of the person. */
  readonly person: string;
  /** Title of the post, at most 200 characters. */
  readonly title: string;
  /** Last day; null if the post is still held. */
  readonly to?: string | null | undefined;
};

/** The relation to add. */
export type NewRelation = {
  /** The first party: code of an actor, an office or a country. */
  readonly a: string;
  /** The second party: code of an actor, an office or a country. */
  readonly b: string;
  /** Name of the relation, at most 100 characters. */
  readonly name: string;
  /** Place of the relation in lists, from 1; null: the last. */
  readonly rank?: number | null | undefined;
  /** Slug: lower case words joined by hyphens, such as `pakistan-taliban`, at most 80 characters. */
  readonly slug: string;
};

/** The statement to add. */
export type NewStatement = {
  /** Whether it is mentioned only as background. */
  readonly background?: boolean;
  /** What a chart calls its event, at most 26 characters. */
  readonly caption?: string | null | undefined;
  /** The day it was said or done. */
  readonly day: string;
  /** Whether the actor it is attributed to denies it. */
  readonly denied?: boolean;
  /** Global id of the document that the statement comes from. */
  readonly document: string;
  /** Offset of its end in the document’s text, exclusive, in UTF-16 code units; null if not known. */
  readonly end?: number | null | undefined;
  /** Global id of the event on record that the statement reports; null: the event of a statement with the same quote, else a new one. */
  readonly event?: string | null | undefined;
  /** Whether it is about what would, could or might happen. */
  readonly hypothetical?: boolean;
  /** Matters at issue, such as `border`. */
  readonly issues?: ReadonlyArray<string> | null | undefined;
  /** The judgement that settles the statement; null leaves it unsettled. */
  readonly judgement?: Judgement | null | undefined;
  /** The best estimate of the killed. */
  readonly killedBest?: number | null | undefined;
  /** The highest number of killed that is told. */
  readonly killedHigh?: number | null | undefined;
  /** The lowest number of killed that is told. */
  readonly killedLow?: number | null | undefined;
  /** Whether both actors did it to each other. */
  readonly mutual?: boolean;
  /** What identifies the statement within its collection; a second statement with the same origin is refused. Null: the server makes one. */
  readonly origin?: string | null | undefined;
  /** How exactly the day is known. */
  readonly precision?: Precision;
  /** At most 25 words of the original; null: none. */
  readonly quote?: string | null | undefined;
  /** Whether it is only a third party’s claim. */
  readonly reported?: boolean;
  /** Code of the actor who speaks or acts. */
  readonly source: string;
  /** Name of the person who speaks; null for an act, or if not known. */
  readonly speaker?: string | null | undefined;
  /** Offset of its beginning in the document’s text, in UTF-16 code units; null if not known. */
  readonly start?: number | null | undefined;
  /** What was said or done, in your own words, 1 to 1000 characters. */
  readonly summary: string;
  /** Code of the actor who is addressed or affected. */
  readonly target: string;
};

/** The tenure to add. */
export type NewTenure = {
  /** On what ground the office is held. */
  readonly basis: TenureBasis;
  /** Where this is known from, at most 500 characters. */
  readonly citation: string;
  /** First day; null if it is not known. */
  readonly from?: string | null | undefined;
  /** Code of the actor who holds the office. */
  readonly holder: string;
  /** Code of the office. */
  readonly office: string;
  /** Last day; null if the office is still held. */
  readonly to?: string | null | undefined;
};

/** A person on record, and their corrected names. A field that is left out stays as it is. */
export type PersonCorrection = {
  /** All other spellings and short forms, replacing the present ones; null keeps them. */
  readonly aliases?: ReadonlyArray<string> | null | undefined;
  /** Code of the person, which cannot be changed. */
  readonly code: string;
  /** Corrected name, at most 100 characters; null keeps the present one. */
  readonly name?: string | null | undefined;
};

/** A post on record, and its corrected fields. A field that is left out stays as it is. */
export type PostCorrection = {
  /** Code of the corrected actor; null keeps the present one. */
  readonly actor?: string | null | undefined;
  /** Where this is known from, at most 500 characters; null keeps the present text. */
  readonly citation?: string | null | undefined;
  /** Corrected first day; null if it is not known. */
  readonly from?: string | null | undefined;
  /** Number of the post. */
  readonly post: number;
  /** Corrected title, at most 200 characters; null keeps the present one. */
  readonly title?: string | null | undefined;
  /** Last day, which ends the post; null if it is still held. */
  readonly to?: string | null | undefined;
};

/** How exactly a day is known. */
export type Precision =
  /** The day is known. */
  | 'DAY'
  /** Only the month is known; the row has the last day of the month. */
  | 'MONTH'
  /** The day is not known; the row has the day of its document and is not counted. */
  | 'UNKNOWN';

/** A proposal of the coder, as it was displayed. */
export type Proposal = {
  /** Where it ends, exclusive. */
  readonly end: number;
  /** Did both do it to each other? */
  readonly mutual: boolean;
  /** Code of who acts; empty where the coder does not know. */
  readonly source?: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  /** Code of the tag. */
  readonly tag: string;
  /** Code of toward whom; empty where the coder does not know. */
  readonly target?: string;
};

/** The five families of tags. */
export type Quad =
  /** Conflict in deeds. */
  | 'MATERIAL_CONFLICT'
  /** Cooperation in deeds. */
  | 'MATERIAL_COOPERATION'
  /** Plain comment, which carries no weight. */
  | 'STATEMENT'
  /** Conflict in words. */
  | 'VERBAL_CONFLICT'
  /** Cooperation in words. */
  | 'VERBAL_COOPERATION';

/** What kind of giver a reason has. */
export type ReasonGiverKind =
  /** An analyst. */
  | 'ANALYST'
  /** An editor, who decided. */
  | 'EDITOR'
  /** A program, of a proposal that was orUserError as it stood. */
  | 'MACHINE'
  /** A rule. */
  | 'RULE';

/** The kind of a refusal. */
export type RefusalCode =
  /** It can mean several things. */
  | 'AMBIGUOUS'
  /** A code is not written in the required form. */
  | 'BAD_CODE'
  /** The day does not exist, or is not written as YYYY-MM-DD. */
  | 'BAD_DAY'
  /** A number is outside its range. */
  | 'BAD_NUMBER'
  /** A range ends before it begins, or a value lies outside its range. */
  | 'BAD_RANGE'
  /** A text is empty, too long, or not written in the required form. */
  | 'BAD_TEXT'
  /** Somebody else was there before: read again. */
  | 'CONFLICT'
  /** An editor has decided it: it is locked for analysts. */
  | 'DECIDED'
  /** Something is missing. */
  | 'INCOMPLETE'
  /** It cannot be as things are. */
  | 'NOT_POSSIBLE'
  /** More than is allowed at once. */
  | 'TOO_MUCH'
  /** No actor, office or country has this code. */
  | 'UNKNOWN_ACTOR'
  /** The codebook does not exist. */
  | 'UNKNOWN_CODEBOOK'
  /** No such collection. */
  | 'UNKNOWN_COLLECTION'
  /** Nothing has this id. */
  | 'UNKNOWN_ID'
  /** The codebook has no tag for this code. */
  | 'UNKNOWN_LEAF'
  /** Nobody has this name. */
  | 'UNKNOWN_NAME'
  /** The relation does not exist. */
  | 'UNKNOWN_RELATION'
  /** The codebook has no such tag. */
  | 'UNKNOWN_TAG';

/** A relation, named by slug or by its two parties; exactly one field is set. */
export type RelationBy =
  {   /** Two different codes of actors, offices or countries, in the order A, B. */
  readonly parties: ReadonlyArray<string>; readonly slug?: never; }
  |  { readonly parties?: never;   /** Slug of a named relation, or two party codes joined by `~`. */
  readonly slug: string; };

/** A relation on record, and its corrected fields. A field that is left out stays as it is. */
export type RelationCorrection = {
  /** Code of the corrected first party; null keeps the present one. */
  readonly a?: string | null | undefined;
  /** Code of the corrected second party; null keeps the present one. */
  readonly b?: string | null | undefined;
  /** Corrected name, at most 100 characters; null keeps the present one. */
  readonly name?: string | null | undefined;
  /** Corrected place in lists, from 1; null keeps the present one. */
  readonly rank?: number | null | undefined;
  /** Slug of the relation, which cannot be changed. */
  readonly slug: string;
};

/** What a user may do. Each role may do everything that the roles before it may do. */
export type Role =
  /** Invites and disables users, reads the audit and reverts changes. */
  | 'ADMIN'
  /** Adds documents, codes statements, tries weights in drafts. */
  | 'ANALYST'
  /** Maintains actors, relations and tenures; adjudicates; publishes codebooks. */
  | 'EDITOR'
  /** Reads the record. */
  | 'VIEWER';

/** How events become a score. */
export type ScoringMethod =
  /** The name of TONE in version 0.1; it answers the same. */
  | 'INTENSITY'
  /** How much hostility, how much cooperation there lately was, 0–100; 50 where the decayed sum of weights is c. */
  | 'LEVEL'
  /** No longer computed: refused. */
  | 'PRESSURE'
  /** The recency-weighted mean weight, 0–100: how hostile or cooperative, whatever the news volume. */
  | 'TONE';

/** Which way a score moved. */
export type Sense =
  /** It fell. */
  | 'FELL'
  /** It rose. */
  | 'ROSE';

/** Whether there is a score, and how much evidence it rests on. Silence is not zero. */
export type SeriesState =
  /** No collection covers the relation on this day: no score. */
  | 'NOT_COVERED'
  /** The day is covered, but the support is below one event: no score. Under LEVEL watched silence of a relation that is spoken of has a score. */
  | 'NOT_ENOUGH'
  /** A score with enough evidence: under TONE 5 events or more from three days or more; under LEVEL 3 events or more from two days or more, on a relation watched for three quarters of the recent days. */
  | 'SCORED'
  /** A score with less evidence than that; drawn dashed. */
  | 'SPARSE';

/** A current statement, and its corrected fields. A field that is left out stays as it is. */
export type StatementCorrection = {
  /** Whether it is mentioned only as background; null keeps the present value. */
  readonly background?: boolean | null | undefined;
  /** What a chart calls its event, at most 26 characters; null takes it away. */
  readonly caption?: string | null | undefined;
  /** The day it was said or done; null keeps the present value. */
  readonly day?: string | null | undefined;
  /** Whether the actor it is attributed to denies it; null keeps the present value. */
  readonly denied?: boolean | null | undefined;
  /** Offset of its end in the document’s text, exclusive, in UTF-16 code units; null removes it. */
  readonly end?: number | null | undefined;
  /** Global id of another event that the statement reports; null keeps the present one. */
  readonly event?: string | null | undefined;
  /** Whether it is about what would, could or might happen; null keeps the present value. */
  readonly hypothetical?: boolean | null | undefined;
  /** Matters at issue. */
  readonly issues?: ReadonlyArray<string> | null | undefined;
  /** A new judgement; null keeps the present one. */
  readonly judgement?: Judgement | null | undefined;
  /** The best estimate of the killed; null takes it away. */
  readonly killedBest?: number | null | undefined;
  /** The highest number of killed that is told; null takes it away. */
  readonly killedHigh?: number | null | undefined;
  /** The lowest number of killed that is told; null takes it away. */
  readonly killedLow?: number | null | undefined;
  /** Whether both actors did it to each other; null keeps the present value. */
  readonly mutual?: boolean | null | undefined;
  /** How exactly the day is known; null keeps the present value. */
  readonly precision?: Precision | null | undefined;
  /** At most 25 words of the original; null removes the quote. */
  readonly quote?: string | null | undefined;
  /** Why it is changed, at most 500 characters; it stands in the audit. A statement that is settled is changed with a reason; null: only where it goes back to what it was before your own change, which the audit then says. */
  readonly reason?: string | null | undefined;
  /** Whether it is only a third party’s claim; null keeps the present value. */
  readonly reported?: boolean | null | undefined;
  /** Code of the actor who speaks or acts; null keeps the present value. */
  readonly source?: string | null | undefined;
  /** Name of the person who speaks; null removes it. */
  readonly speaker?: string | null | undefined;
  /** Offset of its beginning in the document’s text, in UTF-16 code units; null removes it. */
  readonly start?: number | null | undefined;
  /** Global id of the statement as you read it last. If it has changed since, the change is refused. */
  readonly statement: string;
  /** What was said or done, in your own words, 1 to 1000 characters; null keeps the present value. */
  readonly summary?: string | null | undefined;
  /** Code of the actor who is addressed or affected; null keeps the present value. */
  readonly target?: string | null | undefined;
};

/** The statement to withdraw, and the reason. */
export type StatementWithdrawal = {
  /** Why, at most 500 characters; it stands in the audit. Null: only where it is yours alone, and nobody else has changed or judged it, which is undoing it. */
  readonly reason?: string | null | undefined;
  /** Global id of the statement as you read it last. If it has changed since, the change is refused. */
  readonly statement: string;
};

/** New texts for a tag. */
export type TagDescription = {
  /** What the tag means; null keeps the present text. */
  readonly definition?: string | null | undefined;
  /** An invented example of a statement; null keeps the present text. */
  readonly example?: string | null | undefined;
  /** What does not belong to the tag, and which tag it belongs to; null keeps the present text. */
  readonly excludes?: string | null | undefined;
  /** What belongs to the tag; null keeps the present text. */
  readonly includes?: string | null | undefined;
  /** Name of the tag, for readers; null keeps the present text. */
  readonly label?: string | null | undefined;
  /** Why the tag has these two weights; null keeps the present text. */
  readonly reason?: string | null | undefined;
  /** Code of the tag. */
  readonly tag: string;
};

/** Tags to merge into another tag, which takes over their codes. */
export type TagMerge = {
  /** Code of the tag that takes over their CAMEO codes. Its weights and texts stay. */
  readonly into: string;
  /** Codes of the tags that end. */
  readonly tags: ReadonlyArray<string>;
};

/** One operation on the tags of a draft; exactly one field is set. */
export type TagOperation =
  {   /** Changes the texts of a tag. */
  readonly describe: TagDescription; readonly merge?: never; readonly rename?: never; readonly retire?: never; readonly split?: never; }
  |  { readonly describe?: never;   /** Merges tags into another tag. */
  readonly merge: TagMerge; readonly rename?: never; readonly retire?: never; readonly split?: never; }
  |  { readonly describe?: never; readonly merge?: never;   /** Renames a tag. */
  readonly rename: TagRenaming; readonly retire?: never; readonly split?: never; }
  |  { readonly describe?: never; readonly merge?: never; readonly rename?: never;   /** Retires a tag. */
  readonly retire: TagRetirement; readonly split?: never; }
  |  { readonly describe?: never; readonly merge?: never; readonly rename?: never; readonly retire?: never;   /** Splits a tag into several. */
  readonly split: TagSplit; };

/** A new code and name for a tag. Its events and weights stay. */
export type TagRenaming = {
  /** New code of the tag: lower case words joined by hyphens. */
  readonly code: string;
  /** New name of the tag, for readers. */
  readonly label: string;
  /** Present code of the tag. */
  readonly tag: string;
};

/** A tag to retire. */
export type TagRetirement = {
  /** Code of the tag that takes over its codes; null if it has no code but its own refinement, which then counts by its CAMEO code. */
  readonly into?: string | null | undefined;
  /** Code of the tag to retire. */
  readonly tag: string;
};

/** A tag to split into several tags. */
export type TagSplit = {
  /** Two or more parts, which together take every CAMEO code of the split tag exactly once. */
  readonly parts: ReadonlyArray<TagSplitPart>;
  /** Code of the tag to split. */
  readonly tag: string;
};

/** One of the tags that a tag is split into. */
export type TagSplitPart = {
  /** The CAMEO codes of the split tag that this part takes; may be empty. */
  readonly cameo: ReadonlyArray<string>;
  /** Code of the part. One part may keep the code of the split tag; it then keeps its weights and texts where none are given. */
  readonly code: string;
  /** What the part means; null: that of the split tag if this part keeps its code, else still to be written. */
  readonly definition?: string | null | undefined;
  /** Engagement weight, 0–10; null: that of the split tag if this part keeps its code, else not weighed yet. */
  readonly engagement?: number | null | undefined;
  /** An invented example of a statement; null: that of the split tag if this part keeps its code, else still to be written. */
  readonly example?: string | null | undefined;
  /** What does not belong to the part; null: that of the split tag if this part keeps its code, else still to be written. */
  readonly excludes?: string | null | undefined;
  /** What belongs to the part; null: that of the split tag if this part keeps its code, else still to be written. */
  readonly includes?: string | null | undefined;
  /** Name of the part, for readers. */
  readonly label: string;
  /** Family of the part; null: the family of the split tag. */
  readonly quad?: Quad | null | undefined;
  /** Why the part has these two weights; null: that of the split tag if this part keeps its code, else still to be written. */
  readonly reason?: string | null | undefined;
  /** Tension weight, 0–10; null: that of the split tag if this part keeps its code, else not weighed yet. */
  readonly tension?: number | null | undefined;
};

/** New weights for one tag, and the reason for them. */
export type TagWeighing = {
  /** Engagement weight, 0–10; null keeps the present one. */
  readonly engagement?: number | null | undefined;
  /** Why the tag has these two weights, at most 2000 characters; null keeps the present text. */
  readonly reason?: string | null | undefined;
  /** Code of the tag. */
  readonly tag: string;
  /** Tension weight, 0–10; null keeps the present one. */
  readonly tension?: number | null | undefined;
};

/** On what ground an office is held. */
export type TenureBasis =
  /** The holder controls the office in fact. */
  | 'DE_FACTO'
  /** The holder holds the office by law. */
  | 'DE_JURE'
  /** The holder is recognised by others. */
  | 'RECOGNISED';

/** A tenure on record, and its corrected fields. A field that is left out stays as it is. */
export type TenureCorrection = {
  /** Corrected ground on which the office is held; null keeps the present one. */
  readonly basis?: TenureBasis | null | undefined;
  /** Where this is known from, at most 500 characters; null keeps the present text. */
  readonly citation?: string | null | undefined;
  /** Corrected first day; null if it is not known. */
  readonly from?: string | null | undefined;
  /** Code of the corrected holder; null keeps the present one. */
  readonly holder?: string | null | undefined;
  /** Number of the tenure. */
  readonly tenure: number;
  /** Last day, which ends the tenure; null if the office is still held. */
  readonly to?: string | null | undefined;
};

/** Whether the scores of a codebook show a known move. */
export type Verdict =
  /** There are scores on both days, and they do not show the move. */
  | 'FAIL'
  /** The scores show the move. */
  | 'PASS'
  /** There is no score on one of the two days. */
  | 'UNDECIDED';

/** Whom the parties of a relation stand for. */
export type View =
  /** All actors of the parties’ countries, private persons included. */
  | 'COUNTRY'
  /** The two actors themselves. An office stands for its holder on the last day asked for, over the whole range. */
  | 'ENTITY'
  /** An office stands for its holder on each day. */
  | 'OFFICE';

export type AcceptInvitationMutationVariables = Exact<{
  code: string;
  password: string;
}>;


export type AcceptInvitationMutation = { readonly acceptInvitation: { readonly viewer: { readonly name: string, readonly role: Role } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { readonly viewer: { readonly name: string, readonly role: Role, readonly tokens: ReadonlyArray<{ readonly prefix: string, readonly label: string, readonly role: Role, readonly readOnly: boolean, readonly createdAt: string, readonly expiresAt: string | null, readonly lastUsedAt: string | null, readonly revokedAt: string | null }> } | null };

export type CreateTokenMutationVariables = Exact<{
  label: string;
  role: Role;
  readOnly: boolean;
  expiresAt?: string | null | undefined;
}>;


export type CreateTokenMutation = { readonly createToken: { readonly issued: { readonly secret: string, readonly token: { readonly prefix: string } } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type RevokeTokenMutationVariables = Exact<{
  prefix: string;
}>;


export type RevokeTokenMutation = { readonly revokeToken: { readonly token: { readonly prefix: string, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type ActorsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ActorsQuery = { readonly actors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string }> } };

export type FiguresFragment = { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null };

export type AgreementQueryVariables = Exact<{
  codebook: string;
}>;


export type AgreementQuery = { readonly agreement: { readonly codebook: string, readonly overall: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null }, readonly blind: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null }, readonly shown: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null }, readonly tags: ReadonlyArray<{ readonly tag: string, readonly used: number, readonly figures: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null } }>, readonly pairs: ReadonlyArray<{ readonly a: string, readonly b: string, readonly figures: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null } }>, readonly confusion: ReadonlyArray<{ readonly a: string, readonly b: string, readonly n: number }>, readonly uncounted: ReadonlyArray<{ readonly tag: string, readonly label: string, readonly codebook: string, readonly because: LossReason, readonly judgements: number, readonly statements: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly day: string, readonly document: { readonly id: string, readonly title: string } }> }> }, readonly disagreements: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly quote: string | null, readonly day: string, readonly source: { readonly code: string, readonly name: string }, readonly target: { readonly code: string, readonly name: string }, readonly document: { readonly id: string, readonly title: string } }> }, readonly codebook: { readonly id: string, readonly version: string, readonly tags: ReadonlyArray<{ readonly code: string, readonly label: string }> } | null, readonly codebooks: ReadonlyArray<{ readonly id: string, readonly version: string }>, readonly viewer: { readonly name: string, readonly role: Role } | null };

export type CodingsQueryVariables = Exact<{
  statement: string;
  codebook: string;
}>;


export type CodingsQuery = { readonly codings: ReadonlyArray<{ readonly coder: string, readonly codebook: string, readonly state: CodingState, readonly reason: string, readonly shown: string | null, readonly tag: { readonly code: string, readonly label: string }, readonly tagUnder: { readonly code: string, readonly label: string } | null }> };

export type AdjudicateMutationVariables = Exact<{
  input: Adjudication;
}>;


export type AdjudicateMutation = { readonly adjudicate: { readonly statement: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type SubmitCodingMutationVariables = Exact<{
  input: CodingSubmission;
}>;


export type SubmitCodingMutation = { readonly submitCoding: { readonly coding: { readonly coder: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type AuditPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  by?: string | null | undefined;
  noun?: string | null | undefined;
}>;


export type AuditPageQuery = { readonly audit: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly number: number, readonly at: string, readonly by: string, readonly via: string, readonly action: string, readonly noun: string, readonly key: string | null, readonly before: string | null, readonly after: string | null, readonly revision: number | null, readonly revertible: boolean }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type RevertChangeMutationVariables = Exact<{
  entry: number;
  reason: string;
}>;


export type RevertChangeMutation = { readonly revertChange: { readonly entry: { readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type CalendarQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  method?: ScoringMethod | null | undefined;
  halfLife?: number | null | undefined;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
  interval: number;
}>;


export type CalendarQuery = { readonly relation: { readonly id: string, readonly series: { readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } } } | null };

export type ChecksQueryVariables = Exact<{
  codebook: string;
}>;


export type ChecksQuery = { readonly checks: { readonly pass: number, readonly fail: number, readonly undecided: number, readonly placebo: { readonly n: number, readonly alarms: number, readonly independent: number, readonly rate: number | null, readonly low: number | null, readonly high: number | null }, readonly all: ReadonlyArray<{ readonly verdict: Verdict, readonly before: number | null, readonly after: number | null, readonly change: number | null, readonly placebo: { readonly n: number, readonly alarms: number, readonly independent: number, readonly rate: number | null, readonly low: number | null, readonly high: number | null }, readonly move: { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly least: number, readonly note: string, readonly source: string, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } | null } }> } };

export type AddKnownMoveMutationVariables = Exact<{
  input: NewKnownMove;
}>;


export type AddKnownMoveMutation = { readonly addKnownMove: { readonly move: { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly least: number, readonly note: string, readonly source: string, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type WithdrawKnownMoveMutationVariables = Exact<{
  code: string;
  reason: string;
}>;


export type WithdrawKnownMoveMutation = { readonly withdrawKnownMove: { readonly move: { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly least: number, readonly note: string, readonly source: string, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type CodebookPageQueryVariables = Exact<{
  version: string;
}>;


export type CodebookPageQuery = { readonly codebook: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly note: string, readonly method: { readonly version: string, readonly halfLifeDays: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } | null };

export type WeighedTagFragment = { readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string };

export type CompareQueryVariables = Exact<{
  relations: ReadonlyArray<RelationBy> | RelationBy;
  from?: string | null | undefined;
  to?: string | null | undefined;
  bucket: Bucket;
  codebook: string;
  asOf?: string | null | undefined;
}>;


export type CompareQuery = { readonly compare: { readonly rows: ReadonlyArray<{ readonly relation: { readonly id: string, readonly slug: string, readonly name: string }, readonly series: { readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } } }> } };

export type DeskQueueQueryVariables = Exact<{
  search: string;
  whose: DeskWhose;
}>;


export type DeskQueueQuery = { readonly viewer: { readonly name: string, readonly role: Role } | null, readonly deskQueue: ReadonlyArray<{ readonly settled: number, readonly unsettled: number, readonly changedAt: string | null, readonly holder: string | null, readonly document: { readonly id: string, readonly title: string, readonly published: string | null, readonly language: string, readonly outlet: { readonly code: string, readonly name: string } | null } }> };

export type HoldDocumentMutationVariables = Exact<{
  document: string;
  holder?: string | null | undefined;
}>;


export type HoldDocumentMutation = { readonly holdDocument: { readonly document: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type StandsFragment = { readonly coder: string, readonly draft: { readonly edition: number, readonly body: string } | null, readonly colleagues: ReadonlyArray<{ readonly name: string, readonly changedAt: string }>, readonly settlings: ReadonlyArray<{ readonly statement: string, readonly own: boolean, readonly decidedBy: string | null }>, readonly statements: ReadonlyArray<{ readonly id: string, readonly origin: string, readonly start: number | null, readonly end: number | null, readonly mutual: boolean, readonly day: string, readonly precision: Precision, readonly speaker: string | null, readonly summary: string, readonly reason: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly source: { readonly code: string }, readonly target: { readonly code: string }, readonly tag: { readonly code: string, readonly label: string } | null, readonly reasonBy: { readonly who: ReasonGiverKind, readonly name: string | null } | null }> };

export type DeskStandsQueryVariables = Exact<{
  document: string;
}>;


export type DeskStandsQuery = { readonly desk: { readonly coder: string, readonly document: { readonly id: string }, readonly draft: { readonly edition: number, readonly body: string } | null, readonly colleagues: ReadonlyArray<{ readonly name: string, readonly changedAt: string }>, readonly settlings: ReadonlyArray<{ readonly statement: string, readonly own: boolean, readonly decidedBy: string | null }>, readonly statements: ReadonlyArray<{ readonly id: string, readonly origin: string, readonly start: number | null, readonly end: number | null, readonly mutual: boolean, readonly day: string, readonly precision: Precision, readonly speaker: string | null, readonly summary: string, readonly reason: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly source: { readonly code: string }, readonly target: { readonly code: string }, readonly tag: { readonly code: string, readonly label: string } | null, readonly reasonBy: { readonly who: ReasonGiverKind, readonly name: string | null } | null }> } | null };

export type DeskQueryVariables = Exact<{
  document: string;
}>;


export type DeskQuery = { readonly desk: { readonly silence: string | null, readonly coder: string, readonly document: { readonly id: string, readonly title: string, readonly url: string | null, readonly published: string | null, readonly language: string, readonly text: string | null, readonly outlet: { readonly code: string, readonly name: string } | null }, readonly suggestions: ReadonlyArray<{ readonly start: number, readonly end: number, readonly source: string | null, readonly target: string | null, readonly mutual: boolean, readonly tag: string, readonly day: string | null, readonly precision: Precision, readonly speaker: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly confidence: number, readonly reason: string }>, readonly resembling: ReadonlyArray<{ readonly resemblance: number, readonly document: { readonly id: string, readonly title: string, readonly language: string } }>, readonly draft: { readonly edition: number, readonly body: string } | null, readonly colleagues: ReadonlyArray<{ readonly name: string, readonly changedAt: string }>, readonly settlings: ReadonlyArray<{ readonly statement: string, readonly own: boolean, readonly decidedBy: string | null }>, readonly statements: ReadonlyArray<{ readonly id: string, readonly origin: string, readonly start: number | null, readonly end: number | null, readonly mutual: boolean, readonly day: string, readonly precision: Precision, readonly speaker: string | null, readonly summary: string, readonly reason: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly source: { readonly code: string }, readonly target: { readonly code: string }, readonly tag: { readonly code: string, readonly label: string } | null, readonly reasonBy: { readonly who: ReasonGiverKind, readonly name: string | null } | null }> } | null, readonly codebook: { readonly id: string, readonly version: string, readonly tags: ReadonlyArray<{ readonly code: string, readonly label: string, readonly quad: Quad, readonly definition: string, readonly includes: string, readonly excludes: string, readonly example: string }> } | null, readonly actors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string }> }, readonly viewer: { readonly name: string, readonly role: Role } | null };

export type ReadPageMutationVariables = Exact<{
  url: string;
}>;


export type ReadPageMutation = { readonly readPage: { readonly page: { readonly url: string, readonly type: string, readonly body: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type AddDocumentMutationVariables = Exact<{
  input: NewDocument;
}>;


export type AddDocumentMutation = { readonly addDocument: { readonly known: boolean | null, readonly document: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type KeepDeskDraftMutationVariables = Exact<{
  input: DeskWork;
}>;


export type KeepDeskDraftMutation = { readonly keepDeskDraft: { readonly draft: { readonly edition: number } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly code: RefusalCode }> } };

export type LogExposureMutationVariables = Exact<{
  input: Exposure;
}>;


export type LogExposureMutation = { readonly logExposure: { readonly document: { readonly id: string } | null } };

export type AddStatementMutationVariables = Exact<{
  input: NewStatement;
}>;


export type AddStatementMutation = { readonly addStatement: { readonly statement: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: RefusalCode }> } };

export type SupersedeStatementMutationVariables = Exact<{
  input: StatementCorrection;
}>;


export type SupersedeStatementMutation = { readonly supersedeStatement: { readonly statement: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: RefusalCode }> } };

export type WithdrawStatementMutationVariables = Exact<{
  input: StatementWithdrawal;
}>;


export type WithdrawStatementMutation = { readonly withdrawStatement: { readonly statement: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string, readonly code: RefusalCode }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { readonly viewer: { readonly name: string, readonly role: Role } | null };

export type DirectoryActorsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type DirectoryActorsQuery = { readonly actors: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly kind: ActorKind, readonly country: string | null, readonly names: ReadonlyArray<string> }> } };

export type DirectoryRelationsQueryVariables = Exact<{ [key: string]: never; }>;


export type DirectoryRelationsQuery = { readonly relations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly rank: number, readonly a: { readonly code: string, readonly name: string }, readonly b: { readonly code: string, readonly name: string } }> } };

export type DirectoryOfficesQueryVariables = Exact<{ [key: string]: never; }>;


export type DirectoryOfficesQuery = { readonly offices: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly tenures: ReadonlyArray<{ readonly number: number, readonly from: string | null, readonly to: string | null, readonly basis: TenureBasis, readonly citation: string, readonly holder: { readonly id: string, readonly code: string, readonly name: string } }> }> };

export type DirectoryPersonsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type DirectoryPersonsQuery = { readonly persons: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string, readonly aliases: ReadonlyArray<string>, readonly posts: ReadonlyArray<{ readonly number: number, readonly title: string, readonly from: string | null, readonly to: string | null, readonly citation: string, readonly actor: { readonly id: string, readonly code: string, readonly name: string } }> }> } };

export type AddActorMutationVariables = Exact<{
  input: NewActor;
}>;


export type AddActorMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type SupersedeActorMutationVariables = Exact<{
  input: ActorCorrection;
}>;


export type SupersedeActorMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type AddRelationMutationVariables = Exact<{
  input: NewRelation;
}>;


export type AddRelationMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type SupersedeRelationMutationVariables = Exact<{
  input: RelationCorrection;
}>;


export type SupersedeRelationMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type AddTenureMutationVariables = Exact<{
  input: NewTenure;
}>;


export type AddTenureMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type SupersedeTenureMutationVariables = Exact<{
  input: TenureCorrection;
}>;


export type SupersedeTenureMutation = { readonly done: { readonly tenure: { readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type AddPersonMutationVariables = Exact<{
  input: NewPerson;
}>;


export type AddPersonMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type SupersedePersonMutationVariables = Exact<{
  input: PersonCorrection;
}>;


export type SupersedePersonMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type AddPostMutationVariables = Exact<{
  input: NewPost;
}>;


export type AddPostMutation = { readonly done: { readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type SupersedePostMutationVariables = Exact<{
  input: PostCorrection;
}>;


export type SupersedePostMutation = { readonly done: { readonly post: { readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly field: string | null, readonly message: string }> } };

export type SavedDraftFragment = { readonly number: number, readonly edition: number, readonly state: DraftState, readonly codebook: string, readonly createdBy: string, readonly changedAt: string, readonly blocking: ReadonlyArray<string>, readonly editions: ReadonlyArray<{ readonly edition: number, readonly what: string, readonly by: string, readonly at: string }>, readonly base: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } };

export type DraftQueryVariables = Exact<{
  number: number;
}>;


export type DraftQuery = { readonly draft: { readonly number: number, readonly edition: number, readonly state: DraftState, readonly codebook: string, readonly createdBy: string, readonly changedAt: string, readonly blocking: ReadonlyArray<string>, readonly editions: ReadonlyArray<{ readonly edition: number, readonly what: string, readonly by: string, readonly at: string }>, readonly base: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } } | null };

export type CreateDraftMutationVariables = Exact<{
  from: string;
}>;


export type CreateDraftMutation = { readonly createDraft: { readonly draft: { readonly number: number, readonly edition: number, readonly state: DraftState, readonly codebook: string, readonly createdBy: string, readonly changedAt: string, readonly blocking: ReadonlyArray<string>, readonly editions: ReadonlyArray<{ readonly edition: number, readonly what: string, readonly by: string, readonly at: string }>, readonly base: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type SetWeightsMutationVariables = Exact<{
  draft: number;
  edition: number;
  weights: ReadonlyArray<TagWeighing> | TagWeighing;
}>;


export type SetWeightsMutation = { readonly setWeights: { readonly draft: { readonly number: number, readonly edition: number, readonly state: DraftState, readonly codebook: string, readonly createdBy: string, readonly changedAt: string, readonly blocking: ReadonlyArray<string>, readonly editions: ReadonlyArray<{ readonly edition: number, readonly what: string, readonly by: string, readonly at: string }>, readonly base: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type PublishCodebookMutationVariables = Exact<{
  draft: number;
  edition: number;
  note: string;
}>;


export type PublishCodebookMutation = { readonly publishCodebook: { readonly codebook: { readonly id: string, readonly version: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type ImpactFragment = { readonly words: ReadonlyArray<string>, readonly impact: ReadonlyArray<{ readonly measure: Measure, readonly before: number | null, readonly after: number | null, readonly placeBefore: number | null, readonly placeAfter: number | null, readonly day: string | null, readonly largest: number | null, readonly mean: number | null, readonly n: number, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } }>, readonly affected: { readonly statements: number, readonly events: number, readonly recode: number, readonly toRecode: ReadonlyArray<{ readonly id: string, readonly day: string, readonly summary: string, readonly document: { readonly id: string, readonly title: string } }> } };

export type ProposedTagsQueryVariables = Exact<{
  draft: number;
  operation: TagOperation;
}>;


export type ProposedTagsQuery = { readonly proposedTags: { readonly words: ReadonlyArray<string>, readonly impact: ReadonlyArray<{ readonly measure: Measure, readonly before: number | null, readonly after: number | null, readonly placeBefore: number | null, readonly placeAfter: number | null, readonly day: string | null, readonly largest: number | null, readonly mean: number | null, readonly n: number, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } }>, readonly affected: { readonly statements: number, readonly events: number, readonly recode: number, readonly toRecode: ReadonlyArray<{ readonly id: string, readonly day: string, readonly summary: string, readonly document: { readonly id: string, readonly title: string } }> } } };

export type ChangeTagsMutationVariables = Exact<{
  draft: number;
  edition: number;
  operation: TagOperation;
}>;


export type ChangeTagsMutation = { readonly changeTags: { readonly draft: { readonly number: number, readonly edition: number, readonly state: DraftState, readonly codebook: string, readonly createdBy: string, readonly changedAt: string, readonly blocking: ReadonlyArray<string>, readonly editions: ReadonlyArray<{ readonly edition: number, readonly what: string, readonly by: string, readonly at: string }>, readonly base: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type RevertDraftMutationVariables = Exact<{
  draft: number;
  edition: number;
  to: number;
}>;


export type RevertDraftMutation = { readonly revertDraft: { readonly draft: { readonly number: number, readonly edition: number, readonly state: DraftState, readonly codebook: string, readonly createdBy: string, readonly changedAt: string, readonly blocking: ReadonlyArray<string>, readonly editions: ReadonlyArray<{ readonly edition: number, readonly what: string, readonly by: string, readonly at: string }>, readonly base: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type PublishingQueryVariables = Exact<{
  latest: string;
  draft: string;
}>;


export type PublishingQuery = { readonly diffCodebooks: { readonly words: ReadonlyArray<string>, readonly a: { readonly id: string, readonly version: string }, readonly impact: ReadonlyArray<{ readonly measure: Measure, readonly before: number | null, readonly after: number | null, readonly placeBefore: number | null, readonly placeAfter: number | null, readonly day: string | null, readonly largest: number | null, readonly mean: number | null, readonly n: number, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } }>, readonly affected: { readonly statements: number, readonly events: number, readonly recode: number, readonly toRecode: ReadonlyArray<{ readonly id: string, readonly day: string, readonly summary: string, readonly document: { readonly id: string, readonly title: string } }> } }, readonly before: { readonly pass: number, readonly fail: number, readonly undecided: number, readonly placebo: { readonly n: number, readonly rate: number | null, readonly low: number | null, readonly high: number | null }, readonly all: ReadonlyArray<{ readonly verdict: Verdict, readonly change: number | null, readonly move: { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly relation: { readonly id: string, readonly name: string } | null } }> }, readonly after: { readonly pass: number, readonly fail: number, readonly undecided: number, readonly placebo: { readonly n: number, readonly rate: number | null, readonly low: number | null, readonly high: number | null }, readonly all: ReadonlyArray<{ readonly verdict: Verdict, readonly change: number | null, readonly move: { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly relation: { readonly id: string, readonly name: string } | null } }> } };

export type VerdictsFragment = { readonly pass: number, readonly fail: number, readonly undecided: number, readonly placebo: { readonly n: number, readonly rate: number | null, readonly low: number | null, readonly high: number | null }, readonly all: ReadonlyArray<{ readonly verdict: Verdict, readonly change: number | null, readonly move: { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly relation: { readonly id: string, readonly name: string } | null } }> };

export type EventDaysQueryVariables = Exact<{
  slug: string;
  to?: string | null | undefined;
}>;


export type EventDaysQuery = { readonly relation: { readonly id: string, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly day: string, readonly source: { readonly name: string }, readonly target: { readonly name: string }, readonly tag: { readonly code: string, readonly label: string } }> } } | null };

export type EventsQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  direction: Direction;
  view?: View | null | undefined;
  quads?: ReadonlyArray<Quad> | Quad | null | undefined;
  codebook: string;
  asOf?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EventsQuery = { readonly relation: { readonly id: string, readonly events: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly quality: number, readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly leaf: string, readonly evidence: EvidenceClass, readonly collection: { readonly id: string, readonly code: string, readonly title: string }, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number } }> } } | null };

export type ExplainQueryVariables = Exact<{
  slug: string;
  day: string;
  since: string;
  compare: boolean;
  measure: Measure;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  method?: ScoringMethod | null | undefined;
  halfLife?: number | null | undefined;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
  interval: number;
  group: ContributionGroup;
  first: number;
}>;


export type ExplainQuery = { readonly relation: { readonly id: string, readonly explain: { readonly day: string, readonly measure: Measure, readonly state: SeriesState, readonly score: number | null, readonly low: number | null, readonly high: number | null, readonly raw: number, readonly support: number, readonly priorEvents: number, readonly formerHolderShare: number | null, readonly formula: string, readonly groups: ReadonlyArray<{ readonly key: string, readonly label: string, readonly share: number, readonly events: number }>, readonly contributions: { readonly remainder: number, readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly share: number | null, readonly raw: number, readonly weight: number, readonly quality: number, readonly ageDays: number, readonly event: { readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly leaf: string, readonly evidence: EvidenceClass, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number } }, readonly statements: ReadonlyArray<{ readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly speaker: string | null, readonly summary: string, readonly quote: string | null, readonly reason: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly reasonBy: { readonly who: ReasonGiverKind, readonly name: string | null } | null, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad } | null, readonly document: { readonly id: string, readonly title: string, readonly url: string | null, readonly language: string, readonly published: string | null, readonly outlet: { readonly code: string, readonly name: string } | null } }> }> }, readonly change?: { readonly since: string, readonly before: number | null, readonly after: number | null, readonly total: number | null, readonly fading: number | null, readonly raised: number | null, readonly lowered: number | null, readonly revised: number | null, readonly pulls: ReadonlyArray<{ readonly pull: number, readonly event: { readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly leaf: string, readonly evidence: EvidenceClass, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number } } }> }, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } } } | null };

export type RelationFigureFragment = { readonly id: string, readonly slug: string, readonly name: string, readonly views: ReadonlyArray<View>, readonly a: { readonly code: string, readonly name: string }, readonly b: { readonly code: string, readonly name: string }, readonly series: { readonly uncounted: ReadonlyArray<number>, readonly support: ReadonlyArray<number>, readonly provisionalUntil: string | null, readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly succession: ReadonlyArray<{ readonly day: string, readonly office: { readonly id: string, readonly name: string }, readonly former: { readonly id: string, readonly name: string } | null, readonly holder: { readonly id: string, readonly name: string } | null }>, readonly collectionChanges: ReadonlyArray<{ readonly day: string, readonly collections: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string }> }>, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } }, readonly coverage: ReadonlyArray<{ readonly collection: { readonly id: string, readonly code: string, readonly title: string, readonly kind: CollectionKind, readonly from: string | null, readonly to: string | null, readonly citation: string, readonly url: string | null, readonly licence: string | null }, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> };

export type FigureQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  bucket: Bucket;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  method?: ScoringMethod | null | undefined;
  halfLife?: number | null | undefined;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
  interval: number;
}>;


export type FigureQuery = { readonly relation: { readonly id: string, readonly slug: string, readonly name: string, readonly views: ReadonlyArray<View>, readonly a: { readonly code: string, readonly name: string }, readonly b: { readonly code: string, readonly name: string }, readonly series: { readonly uncounted: ReadonlyArray<number>, readonly support: ReadonlyArray<number>, readonly provisionalUntil: string | null, readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly succession: ReadonlyArray<{ readonly day: string, readonly office: { readonly id: string, readonly name: string }, readonly former: { readonly id: string, readonly name: string } | null, readonly holder: { readonly id: string, readonly name: string } | null }>, readonly collectionChanges: ReadonlyArray<{ readonly day: string, readonly collections: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string }> }>, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } }, readonly coverage: ReadonlyArray<{ readonly collection: { readonly id: string, readonly code: string, readonly title: string, readonly kind: CollectionKind, readonly from: string | null, readonly to: string | null, readonly citation: string, readonly url: string | null, readonly licence: string | null }, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> } | null };

export type ReportedFragment = { readonly id: string, readonly day: string, readonly precision: Precision, readonly evidence: EvidenceClass, readonly tag: { readonly code: string, readonly label: string }, readonly statements: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly quote: string | null, readonly document: { readonly id: string, readonly title: string, readonly language: string, readonly outlet: { readonly code: string, readonly name: string } | null } }> };

export type HappeningQueryVariables = Exact<{
  statement: string;
}>;


export type HappeningQuery = { readonly statement: { readonly id: string, readonly event: { readonly id: string, readonly day: string, readonly precision: Precision, readonly evidence: EvidenceClass, readonly tag: { readonly code: string, readonly label: string }, readonly statements: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly quote: string | null, readonly document: { readonly id: string, readonly title: string, readonly language: string, readonly outlet: { readonly code: string, readonly name: string } | null } }> } | null } | null, readonly eventCandidates: ReadonlyArray<{ readonly likenesses: ReadonlyArray<Likeness>, readonly wording: number, readonly event: { readonly id: string, readonly day: string, readonly precision: Precision, readonly evidence: EvidenceClass, readonly tag: { readonly code: string, readonly label: string }, readonly statements: ReadonlyArray<{ readonly id: string, readonly summary: string, readonly quote: string | null, readonly document: { readonly id: string, readonly title: string, readonly language: string, readonly outlet: { readonly code: string, readonly name: string } | null } }> } }> };

export type MergeEventsMutationVariables = Exact<{
  events: ReadonlyArray<string> | string;
  reason: string;
}>;


export type MergeEventsMutation = { readonly mergeEvents: { readonly event: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type SplitEventMutationVariables = Exact<{
  event: string;
  statements: ReadonlyArray<string> | string;
  reason: string;
}>;


export type SplitEventMutation = { readonly splitEvent: { readonly event: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type LabCodebookFragment = { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> };

export type LabQueryVariables = Exact<{
  version: string;
}>;


export type LabQuery = { readonly codebook: { readonly id: string, readonly name: string, readonly version: string, readonly hash: string, readonly method: { readonly halfLifeDays: number, readonly lambda: number, readonly priorEvents: number, readonly evidence: ReadonlyArray<{ readonly class: EvidenceClass, readonly quality: number }> }, readonly tags: ReadonlyArray<{ readonly includes: string, readonly excludes: string, readonly example: string, readonly leaf: string, readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number, readonly definition: string, readonly cameo: ReadonlyArray<string>, readonly plover: string | null, readonly reason: string }> } | null, readonly codebooks: ReadonlyArray<{ readonly id: string, readonly name: string, readonly version: string }>, readonly relations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string }> }, readonly knownMoves: ReadonlyArray<{ readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly least: number, readonly note: string, readonly source: string, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } | null }>, readonly viewer: { readonly name: string, readonly role: Role } | null };

export type MoveFragment = { readonly code: string, readonly measure: Measure, readonly sense: Sense, readonly from: string, readonly to: string, readonly least: number, readonly note: string, readonly source: string, readonly relation: { readonly id: string, readonly slug: string, readonly name: string } | null };

export type LabAgreementQueryVariables = Exact<{
  codebook: string;
}>;


export type LabAgreementQuery = { readonly agreement: { readonly codebook: string, readonly tags: ReadonlyArray<{ readonly tag: string, readonly figures: { readonly n: number, readonly alpha: { readonly value: number } | null } }> } };

export type LabRelationQueryVariables = Exact<{
  slug: string;
  codebook: string;
}>;


export type LabRelationQuery = { readonly relation: { readonly id: string, readonly slug: string, readonly name: string, readonly series: { readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly state: ReadonlyArray<SeriesState> }, readonly coverage: ReadonlyArray<{ readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly tally: { readonly days: ReadonlyArray<string>, readonly leaves: ReadonlyArray<string>, readonly evidence: ReadonlyArray<EvidenceClass>, readonly counts: ReadonlyArray<number> } } | null };

export type EventLineFragment = { readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly leaf: string, readonly evidence: EvidenceClass, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad, readonly tension: number, readonly engagement: number } };

export type StatementTextFragment = { readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly speaker: string | null, readonly summary: string, readonly quote: string | null, readonly reason: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly reasonBy: { readonly who: ReasonGiverKind, readonly name: string | null } | null, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad } | null, readonly document: { readonly id: string, readonly title: string, readonly url: string | null, readonly language: string, readonly published: string | null, readonly outlet: { readonly code: string, readonly name: string } | null } };

export type ScoresChangedSubscriptionVariables = Exact<{
  relations: ReadonlyArray<RelationBy> | RelationBy;
}>;


export type ScoresChangedSubscription = { readonly scoresChanged: { readonly revision: number } };

export type StatementSettledSubscriptionVariables = Exact<{
  relations: ReadonlyArray<RelationBy> | RelationBy;
}>;


export type StatementSettledSubscription = { readonly statementSettled: { readonly id: string, readonly day: string, readonly summary: string, readonly source: { readonly code: string, readonly name: string }, readonly target: { readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string } | null } };

export type DeskChangedSubscriptionVariables = Exact<{
  document: string;
}>;


export type DeskChangedSubscription = { readonly deskChanged: { readonly revision: number } };

export type MatrixPageQueryVariables = Exact<{
  actors: ReadonlyArray<string> | string;
  day: string;
  measure: Measure;
  view: View;
  codebook?: string;
  asOf?: string | null | undefined;
}>;


export type MatrixPageQuery = { readonly matrix: { readonly day: string, readonly dayBefore: string, readonly sources: ReadonlyArray<string>, readonly targets: ReadonlyArray<string>, readonly score: ReadonlyArray<number | null>, readonly state: ReadonlyArray<SeriesState>, readonly n: ReadonlyArray<number>, readonly before: ReadonlyArray<number | null>, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } } };

export type PartiesQueryVariables = Exact<{ [key: string]: never; }>;


export type PartiesQuery = { readonly relations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly views: ReadonlyArray<View>, readonly a: { readonly code: string, readonly name: string }, readonly b: { readonly code: string, readonly name: string } }> }, readonly codebooks: ReadonlyArray<{ readonly id: string, readonly name: string, readonly version: string }> };

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { readonly users: ReadonlyArray<{ readonly name: string, readonly role: Role, readonly createdAt: string, readonly disabledAt: string | null }>, readonly viewer: { readonly name: string } | null };

export type InviteMutationVariables = Exact<{
  name: string;
  role: Role;
}>;


export type InviteMutation = { readonly createInvitation: { readonly invitation: { readonly name: string, readonly role: Role, readonly expiresAt: string, readonly link: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type ShutOutMutationVariables = Exact<{
  name: string;
}>;


export type ShutOutMutation = { readonly disableUser: { readonly user: { readonly name: string, readonly disabledAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type RelationPageQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  bucket: Bucket;
  stanceBucket: Bucket;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  method?: ScoringMethod | null | undefined;
  halfLife?: number | null | undefined;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
  interval: number;
}>;


export type RelationPageQuery = { readonly relation: { readonly id: string, readonly slug: string, readonly name: string, readonly views: ReadonlyArray<View>, readonly a: { readonly code: string, readonly name: string }, readonly b: { readonly code: string, readonly name: string }, readonly series: { readonly uncounted: ReadonlyArray<number>, readonly support: ReadonlyArray<number>, readonly provisionalUntil: string | null, readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly succession: ReadonlyArray<{ readonly day: string, readonly office: { readonly id: string, readonly name: string }, readonly former: { readonly id: string, readonly name: string } | null, readonly holder: { readonly id: string, readonly name: string } | null }>, readonly collectionChanges: ReadonlyArray<{ readonly day: string, readonly collections: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string }> }>, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } }, readonly coverage: ReadonlyArray<{ readonly collection: { readonly id: string, readonly code: string, readonly title: string, readonly kind: CollectionKind, readonly from: string | null, readonly to: string | null, readonly citation: string, readonly url: string | null, readonly licence: string | null }, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }>, readonly stances: { readonly days: ReadonlyArray<string>, readonly verbalCooperation: ReadonlyArray<number>, readonly materialCooperation: ReadonlyArray<number>, readonly verbalConflict: ReadonlyArray<number>, readonly materialConflict: ReadonlyArray<number>, readonly statement: ReadonlyArray<number> } } | null, readonly codebooks: ReadonlyArray<{ readonly id: string, readonly name: string, readonly version: string }> };

export type ReliabilityQueryVariables = Exact<{
  version: string;
}>;


export type ReliabilityQuery = { readonly codebook: { readonly id: string, readonly reliability: { readonly uncounted: number, readonly overall: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null }, readonly tags: ReadonlyArray<{ readonly tag: string, readonly used: number, readonly figures: { readonly n: number, readonly raw: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly alpha: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly kappa: { readonly value: number, readonly low: number | null, readonly high: number | null } | null, readonly ac1: { readonly value: number, readonly low: number | null, readonly high: number | null } | null } }> } } | null };

export type RowCountsQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  quads?: ReadonlyArray<Quad> | Quad | null | undefined;
  bucket: Bucket;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  method?: ScoringMethod | null | undefined;
  halfLife?: number | null | undefined;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type RowCountsQuery = { readonly relation: { readonly id: string, readonly series: { readonly days: ReadonlyArray<string> }, readonly events: { readonly totalCount: number }, readonly statements: { readonly totalCount: number } } | null };

export type RunningQueryVariables = Exact<{ [key: string]: never; }>;


export type RunningQuery = { readonly collections: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly kind: CollectionKind, readonly from: string | null, readonly to: string | null, readonly licence: string | null, readonly url: string | null }>, readonly audit: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly number: number, readonly at: string, readonly by: string, readonly via: string, readonly action: string, readonly revision: number | null }> } };

export type SeriesLinesFragment = { readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } };

export type SignInMutationVariables = Exact<{
  name: string;
  password: string;
}>;


export type SignInMutation = { readonly signIn: { readonly viewer: { readonly name: string, readonly role: Role } | null, readonly userErrors: ReadonlyArray<{ readonly message: string }> } };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { readonly codebooks: ReadonlyArray<{ readonly id: string, readonly version: string }>, readonly collections: ReadonlyArray<{ readonly id: string, readonly code: string, readonly title: string, readonly kind: CollectionKind, readonly from: string | null, readonly to: string | null, readonly citation: string, readonly licence: string | null, readonly url: string | null }>, readonly relations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly coverage: ReadonlyArray<{ readonly collection: { readonly id: string }, readonly spans: ReadonlyArray<{ readonly from: string, readonly to: string }> }> }> } };

export type RelationStancesFragment = { readonly stances: { readonly days: ReadonlyArray<string>, readonly verbalCooperation: ReadonlyArray<number>, readonly materialCooperation: ReadonlyArray<number>, readonly verbalConflict: ReadonlyArray<number>, readonly materialConflict: ReadonlyArray<number>, readonly statement: ReadonlyArray<number> } };

export type StancesQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  stanceBucket: Bucket;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type StancesQuery = { readonly relation: { readonly stances: { readonly days: ReadonlyArray<string>, readonly verbalCooperation: ReadonlyArray<number>, readonly materialCooperation: ReadonlyArray<number>, readonly verbalConflict: ReadonlyArray<number>, readonly materialConflict: ReadonlyArray<number>, readonly statement: ReadonlyArray<number> } } | null };

export type StatementsQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  direction: Direction;
  view?: View | null | undefined;
  quads?: ReadonlyArray<Quad> | Quad | null | undefined;
  codebook: string;
  asOf?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type StatementsQuery = { readonly relation: { readonly id: string, readonly statements: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly day: string, readonly precision: Precision, readonly mutual: boolean, readonly speaker: string | null, readonly summary: string, readonly quote: string | null, readonly reason: string | null, readonly reported: boolean, readonly denied: boolean, readonly hypothetical: boolean, readonly background: boolean, readonly reasonBy: { readonly who: ReasonGiverKind, readonly name: string | null } | null, readonly source: { readonly id: string, readonly code: string, readonly name: string }, readonly target: { readonly id: string, readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string, readonly quad: Quad } | null, readonly document: { readonly id: string, readonly title: string, readonly url: string | null, readonly language: string, readonly published: string | null, readonly outlet: { readonly code: string, readonly name: string } | null } }> } } | null };

export type UnderCodebookQueryVariables = Exact<{
  slug: string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  bucket: Bucket;
  direction: Direction;
  view?: View | null | undefined;
  codebook: string;
  method?: ScoringMethod | null | undefined;
  halfLife?: number | null | undefined;
  collections?: ReadonlyArray<string> | string | null | undefined;
  asOf?: string | null | undefined;
  interval: number;
}>;


export type UnderCodebookQuery = { readonly relation: { readonly id: string, readonly series: { readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } } } | null };

export type WatchQueryVariables = Exact<{ [key: string]: never; }>;


export type WatchQuery = { readonly relations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly series: { readonly days: ReadonlyArray<string>, readonly tension: ReadonlyArray<number | null>, readonly tensionLow: ReadonlyArray<number | null>, readonly tensionHigh: ReadonlyArray<number | null>, readonly engagement: ReadonlyArray<number | null>, readonly engagementLow: ReadonlyArray<number | null>, readonly engagementHigh: ReadonlyArray<number | null>, readonly n: ReadonlyArray<number>, readonly state: ReadonlyArray<SeriesState>, readonly provisionalFrom: string | null, readonly stamp: { readonly codebook: string, readonly codebookHash: string, readonly method: string, readonly asOf: string | null, readonly revision: number } } }> } };

export type WatchReasonQueryVariables = Exact<{
  slug: string;
  day: string;
  since: string;
  compare: boolean;
}>;


export type WatchReasonQuery = { readonly relation: { readonly id: string, readonly explain?: { readonly change: { readonly before: number | null, readonly after: number | null, readonly total: number | null, readonly fading: number | null, readonly raised: number | null, readonly lowered: number | null, readonly revised: number | null, readonly pulls: ReadonlyArray<{ readonly pull: number, readonly event: { readonly id: string, readonly tag: { readonly code: string, readonly label: string } } }> } }, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly day: string, readonly mutual: boolean, readonly source: { readonly code: string, readonly name: string }, readonly target: { readonly code: string, readonly name: string }, readonly tag: { readonly code: string, readonly label: string } }> } } | null };

export const AcceptInvitationDocument = /* @__PURE__ */ asked<AcceptInvitationMutation, AcceptInvitationMutationVariables>('mutation', 'AcceptInvitation', '9c447b650a58e8cdb6dc77852c625a1fe1ac8dccd66132dc7bd8c67d4d19b8db')
export const AccountDocument = /* @__PURE__ */ asked<AccountQuery, AccountQueryVariables>('query', 'Account', '7add5ffaac9cae2500efe7d010043ce4872d47d4ebe50096365fb3f34d4a135c')
export const CreateTokenDocument = /* @__PURE__ */ asked<CreateTokenMutation, CreateTokenMutationVariables>('mutation', 'CreateToken', 'c306185f63879497784e6d27e47f74b08d6a5a696560656f98ab279c213a3fee')
export const RevokeTokenDocument = /* @__PURE__ */ asked<RevokeTokenMutation, RevokeTokenMutationVariables>('mutation', 'RevokeToken', 'f31502f8ea1e63ba3c3457e0bf3dfb132913f457c077fa9d6de6c1db4c45a7c8')
export const SignOutDocument = /* @__PURE__ */ asked<SignOutMutation, SignOutMutationVariables>('mutation', 'SignOut', 'f78aa06fbfa589cdbba918526bddf5d9e47570c2deffd69d63d92ed2b0c5e55e')
export const ActorsDocument = /* @__PURE__ */ asked<ActorsQuery, ActorsQueryVariables>('query', 'Actors', 'fd6604dc64fbdc82f9fd3c4cfa3ad5d221b3a84b172ee1d9e70713588f2a4696')
export const AgreementDocument = /* @__PURE__ */ asked<AgreementQuery, AgreementQueryVariables>('query', 'Agreement', '9333c2e60da19d16d499123e0bc8fbdce838f47fd3524b526dce22c9f425a843')
export const CodingsDocument = /* @__PURE__ */ asked<CodingsQuery, CodingsQueryVariables>('query', 'Codings', 'fbf817528a310919cb024b859f46062ae1286d53f3db0aa48144fe9dce01d3dd')
export const AdjudicateDocument = /* @__PURE__ */ asked<AdjudicateMutation, AdjudicateMutationVariables>('mutation', 'Adjudicate', 'c60f51ed10f62606a2c71eff1b937b32db331960ad014a16344cb369a762c841')
export const SubmitCodingDocument = /* @__PURE__ */ asked<SubmitCodingMutation, SubmitCodingMutationVariables>('mutation', 'SubmitCoding', 'b823aec06f7f82b36780cd323cda5f382c8148a7a556574e1f85a3789c4131ff')
export const AuditPageDocument = /* @__PURE__ */ asked<AuditPageQuery, AuditPageQueryVariables>('query', 'AuditPage', '744548b38e404fc76107af22fbca7edb33584d09232ec97a36ef89283db0f39c')
export const RevertChangeDocument = /* @__PURE__ */ asked<RevertChangeMutation, RevertChangeMutationVariables>('mutation', 'RevertChange', '838054f405406ee29bd5e6e99eb88dcd7dcc7211982bbbc30e8e4efc5981c0d2')
export const CalendarDocument = /* @__PURE__ */ asked<CalendarQuery, CalendarQueryVariables>('query', 'Calendar', '20f25a31af7e62db73545920b431fc7e966644d214b17c7436dc26dd5d2745ed')
export const ChecksDocument = /* @__PURE__ */ asked<ChecksQuery, ChecksQueryVariables>('query', 'Checks', '234997526de8e1aa9c3d9279252849f9156b5f3b50749dec50b643aa718352cd')
export const AddKnownMoveDocument = /* @__PURE__ */ asked<AddKnownMoveMutation, AddKnownMoveMutationVariables>('mutation', 'AddKnownMove', '42b8b15d53f43d4459d01c12a00e87aa4b0df3b56f797726ba7676e28bf2181f')
export const WithdrawKnownMoveDocument = /* @__PURE__ */ asked<WithdrawKnownMoveMutation, WithdrawKnownMoveMutationVariables>('mutation', 'WithdrawKnownMove', '2cdedc6274bb9425e8f32276794e3086893880608cc13647b47f1007f6c07760')
export const CodebookPageDocument = /* @__PURE__ */ asked<CodebookPageQuery, CodebookPageQueryVariables>('query', 'CodebookPage', '518a83fb824f01430d2fa6be5768a0ac08553cced0d93fc97d2ed5b722084d7b')
export const CompareDocument = /* @__PURE__ */ asked<CompareQuery, CompareQueryVariables>('query', 'Compare', '9edfed06ca9f18b00ef972857e64a1a5b8f1ed8552970cacbb5ddfd231cd3cba')
export const DeskQueueDocument = /* @__PURE__ */ asked<DeskQueueQuery, DeskQueueQueryVariables>('query', 'DeskQueue', '4ada6a50c1c85f0719a2be5318ae03d2624bf1a6942d67499425e893c24f4da9')
export const HoldDocumentDocument = /* @__PURE__ */ asked<HoldDocumentMutation, HoldDocumentMutationVariables>('mutation', 'HoldDocument', '3642345906cc24ec6681d891d0a68cea09e2596eb74768d34bc33e8e616757cb')
export const DeskStandsDocument = /* @__PURE__ */ asked<DeskStandsQuery, DeskStandsQueryVariables>('query', 'DeskStands', '46b26699466e10d83edec83e70eab27111cdfaaeb3dd20504a21cbc72d8532d8')
export const DeskDocument = /* @__PURE__ */ asked<DeskQuery, DeskQueryVariables>('query', 'Desk', '94acea0a093d6fe5e1c430b94acf7c086d1ef848d6adb93f9667fba0df129fd3')
export const ReadPageDocument = /* @__PURE__ */ asked<ReadPageMutation, ReadPageMutationVariables>('mutation', 'ReadPage', 'e87c1cc93d5b286001422981833835bf27cbf95f394278952f0b561022de8b3e')
export const AddDocumentDocument = /* @__PURE__ */ asked<AddDocumentMutation, AddDocumentMutationVariables>('mutation', 'AddDocument', '596a42dbe82ea244e762071df2daa7de81f765951dbbcdd487a13503e293f5c1')
export const KeepDeskDraftDocument = /* @__PURE__ */ asked<KeepDeskDraftMutation, KeepDeskDraftMutationVariables>('mutation', 'KeepDeskDraft', '53641df80cccf0f69d0575eb227414ec81dc5f107924d879bd7ee7653fa5ef42')
export const LogExposureDocument = /* @__PURE__ */ asked<LogExposureMutation, LogExposureMutationVariables>('mutation', 'LogExposure', '51a21569c1717a8dab0320dc34a2c522063787ddb47a7218c35c9b4460cef40e')
export const AddStatementDocument = /* @__PURE__ */ asked<AddStatementMutation, AddStatementMutationVariables>('mutation', 'AddStatement', '506f42ba522d37b88f5bdcf14bce07e3330f50bead512142c06e4b45cff00543')
export const SupersedeStatementDocument = /* @__PURE__ */ asked<SupersedeStatementMutation, SupersedeStatementMutationVariables>('mutation', 'SupersedeStatement', '3c6ee0683bc98fcbad51502bfb4c46ef7c9091dbf1cfc13499eaf1db431ab195')
export const WithdrawStatementDocument = /* @__PURE__ */ asked<WithdrawStatementMutation, WithdrawStatementMutationVariables>('mutation', 'WithdrawStatement', '1e85bafd0ac9ef1f2db30482844861252b29cec2bc3a6cc165f8bf82044729e9')
export const WhoAmIDocument = /* @__PURE__ */ asked<WhoAmIQuery, WhoAmIQueryVariables>('query', 'WhoAmI', 'b5d9379488fecbbf92011f00b48448551cc79514ba66b7038b60e5ac51c10448')
export const DirectoryActorsDocument = /* @__PURE__ */ asked<DirectoryActorsQuery, DirectoryActorsQueryVariables>('query', 'DirectoryActors', '15c3f54deacc4688f55d74b61e28d2897de4b335d4aa68fb104f393e5c1e5bef')
export const DirectoryRelationsDocument = /* @__PURE__ */ asked<DirectoryRelationsQuery, DirectoryRelationsQueryVariables>('query', 'DirectoryRelations', '34ffda7cce7443954de70ccb787f007d7c6a603770e7c3482f28d36489ec2326')
export const DirectoryOfficesDocument = /* @__PURE__ */ asked<DirectoryOfficesQuery, DirectoryOfficesQueryVariables>('query', 'DirectoryOffices', '43e089b6e58f7487a6fba3b0e794f33d686dbdc37743693751ba2d103dc5ef1c')
export const DirectoryPersonsDocument = /* @__PURE__ */ asked<DirectoryPersonsQuery, DirectoryPersonsQueryVariables>('query', 'DirectoryPersons', '5bdd35be2d0ed025b2944f1f97cf0d2e6ce8e9bd712adf803818344e32a6ef2e')
export const AddActorDocument = /* @__PURE__ */ asked<AddActorMutation, AddActorMutationVariables>('mutation', 'AddActor', '141988a58c98a02f5209014159156bac0bf29c6d71e4297cd6fe5db62db92c34')
export const SupersedeActorDocument = /* @__PURE__ */ asked<SupersedeActorMutation, SupersedeActorMutationVariables>('mutation', 'SupersedeActor', '3574f2a12701c16394b56ca275e8cd49fd2efa9674cb60e03a9280ef70caae9e')
export const AddRelationDocument = /* @__PURE__ */ asked<AddRelationMutation, AddRelationMutationVariables>('mutation', 'AddRelation', 'c823cab90888aec0bbb89d16324c31386da3852ecbdd3a6d93b9f77ae6529d0a')
export const SupersedeRelationDocument = /* @__PURE__ */ asked<SupersedeRelationMutation, SupersedeRelationMutationVariables>('mutation', 'SupersedeRelation', '44798c018460cbe0d3a35d712ff8368e858bb666c5e4b8554de33e86c526bf12')
export const AddTenureDocument = /* @__PURE__ */ asked<AddTenureMutation, AddTenureMutationVariables>('mutation', 'AddTenure', '0c227eade316450661cfe19c4eec8658c9cdfb5180aaa28956ba54b8ea08af7c')
export const SupersedeTenureDocument = /* @__PURE__ */ asked<SupersedeTenureMutation, SupersedeTenureMutationVariables>('mutation', 'SupersedeTenure', '66f8f981e164dcacd49a4212dbf6f656e2ad926a3f4fbf58185ef45a5b7ee5e7')
export const AddPersonDocument = /* @__PURE__ */ asked<AddPersonMutation, AddPersonMutationVariables>('mutation', 'AddPerson', 'a8613942b8b454839de1a7e18d55a9c6bebe79230a7bdcfba6e076c3f35dec28')
export const SupersedePersonDocument = /* @__PURE__ */ asked<SupersedePersonMutation, SupersedePersonMutationVariables>('mutation', 'SupersedePerson', 'a0d7c68dff216d1d1d5a40ac14cb5a2521588c1e5ec99984a706919ac2b49e45')
export const AddPostDocument = /* @__PURE__ */ asked<AddPostMutation, AddPostMutationVariables>('mutation', 'AddPost', '0f5d9548720b477f923790d74e3767d579f6cec7ffbd92d87ac0ef5c3109c1a4')
export const SupersedePostDocument = /* @__PURE__ */ asked<SupersedePostMutation, SupersedePostMutationVariables>('mutation', 'SupersedePost', 'c5c9d36acd2efdb309d02053fb53a55ef1e77ccd9568f7ddaad3fc09183071cf')
export const DraftDocument = /* @__PURE__ */ asked<DraftQuery, DraftQueryVariables>('query', 'Draft', '7c943542be280cf6080af8e1fc8ba83f7292e783e0a5cda830a2db7f905af9de')
export const CreateDraftDocument = /* @__PURE__ */ asked<CreateDraftMutation, CreateDraftMutationVariables>('mutation', 'CreateDraft', '9043acad928d61218ea2a8e581b67c43152cba0289cc646d0f494c3ad8dbba0e')
export const SetWeightsDocument = /* @__PURE__ */ asked<SetWeightsMutation, SetWeightsMutationVariables>('mutation', 'SetWeights', '9fb91fe5e975285ec21e79cbca3960976232edcd34c8b39ba7607c798f024db0')
export const PublishCodebookDocument = /* @__PURE__ */ asked<PublishCodebookMutation, PublishCodebookMutationVariables>('mutation', 'PublishCodebook', 'fb97ac7f6a031413a64f1222b1234616213bf1835b3a3e69d772aa79b04c06e1')
export const ProposedTagsDocument = /* @__PURE__ */ asked<ProposedTagsQuery, ProposedTagsQueryVariables>('query', 'ProposedTags', '2cd3d4581eae66c4372a59412af83c1460cd48f8e5bb549aca0a76b22bbeb808')
export const ChangeTagsDocument = /* @__PURE__ */ asked<ChangeTagsMutation, ChangeTagsMutationVariables>('mutation', 'ChangeTags', '0594243ad2384a95a21ca15f5e1316e3ceb7b8434bedf52175b5d487fe6233f0')
export const RevertDraftDocument = /* @__PURE__ */ asked<RevertDraftMutation, RevertDraftMutationVariables>('mutation', 'RevertDraft', '1109e3572b72bec217db36571807c3f34c72e3f7bb69558b58be2d9cd367cbd5')
export const PublishingDocument = /* @__PURE__ */ asked<PublishingQuery, PublishingQueryVariables>('query', 'Publishing', '2b87dd428d598343036ef819aaa16b5ba888ba05aefeee7badce59c69559445d')
export const EventDaysDocument = /* @__PURE__ */ asked<EventDaysQuery, EventDaysQueryVariables>('query', 'EventDays', '39b1e678ba72bc63aa38ee60820fbeb34aec9fc15cae92132a4894a635c70b67')
export const EventsDocument = /* @__PURE__ */ asked<EventsQuery, EventsQueryVariables>('query', 'Events', 'dee298a8732b3f7d26f031c33d0f29abd52d018cac8bc382f5abe07530c31077')
export const ExplainDocument = /* @__PURE__ */ asked<ExplainQuery, ExplainQueryVariables>('query', 'Explain', 'b67bd82462c115a854b5482109c31c2b9e798710b22a0e7e2cffd472fb4976a8')
export const FigureDocument = /* @__PURE__ */ asked<FigureQuery, FigureQueryVariables>('query', 'Figure', '2063b0d978a8361bb1f02284f52cb51b70089de39c272928af5ebb9fe7fe9519')
export const HappeningDocument = /* @__PURE__ */ asked<HappeningQuery, HappeningQueryVariables>('query', 'Happening', '33d1d698c7e3b0f2342507a5a2afe3bf5361af29f392c2a6ff119c950e901108')
export const MergeEventsDocument = /* @__PURE__ */ asked<MergeEventsMutation, MergeEventsMutationVariables>('mutation', 'MergeEvents', '790966e3502a03904d5e7ee15a6bb855fc65f5901af1e9cea271665008d7137e')
export const SplitEventDocument = /* @__PURE__ */ asked<SplitEventMutation, SplitEventMutationVariables>('mutation', 'SplitEvent', '4d144043a907b3666e54302046875d727a824a0e53281a1a536d591abeb31ac3')
export const LabDocument = /* @__PURE__ */ asked<LabQuery, LabQueryVariables>('query', 'Lab', 'a6a02b76d7eb2fcf5fdff3a772fb764f4ecead2f400f9be19bfcc6780e2d4f37')
export const LabAgreementDocument = /* @__PURE__ */ asked<LabAgreementQuery, LabAgreementQueryVariables>('query', 'LabAgreement', '8add0894c4db9c244fa645bcb583b434a8a1e7ea0531119fbc572d12beeabd99')
export const LabRelationDocument = /* @__PURE__ */ asked<LabRelationQuery, LabRelationQueryVariables>('query', 'LabRelation', '5900a5d9c19bae641b2352e4ebfe63d3367d2fb7d575cafc33e34d15a195b6b6')
export const ScoresChangedDocument = /* @__PURE__ */ asked<ScoresChangedSubscription, ScoresChangedSubscriptionVariables>('subscription', 'ScoresChanged', 'c4b5e82b213d7e3b373993018ccf5f9b9f0f5599ea84e75e31fc5b7d04c4f627')
export const StatementSettledDocument = /* @__PURE__ */ asked<StatementSettledSubscription, StatementSettledSubscriptionVariables>('subscription', 'StatementSettled', 'e8d5159e841125ba7931ca1fa327192ce4b40df6863bf641f9bc82b302cc1f27')
export const DeskChangedDocument = /* @__PURE__ */ asked<DeskChangedSubscription, DeskChangedSubscriptionVariables>('subscription', 'DeskChanged', '35eeb1f1b47b555a6d1f43ff217dd5dfe893ad1c3bbec0dd436c93445957c1c0')
export const MatrixPageDocument = /* @__PURE__ */ asked<MatrixPageQuery, MatrixPageQueryVariables>('query', 'MatrixPage', 'f15f4ff8ba07433e691151192bf0819a32b3d180880e1b809f04549b1428eecc')
export const PartiesDocument = /* @__PURE__ */ asked<PartiesQuery, PartiesQueryVariables>('query', 'Parties', 'bdfbe834389b07be596de3d631782a27c468845f43ebd31764ce29b8f30b6b0f')
export const PeopleDocument = /* @__PURE__ */ asked<PeopleQuery, PeopleQueryVariables>('query', 'People', '1d3ce0b6778e205b9d894257375cc017600aaf65548c8fa9c2b9f9d4377154d7')
export const InviteDocument = /* @__PURE__ */ asked<InviteMutation, InviteMutationVariables>('mutation', 'Invite', '7aac12f2a0b89f1a77b91099bd73995b98d2568d4c7d2031597ce5184fc0856c')
export const ShutOutDocument = /* @__PURE__ */ asked<ShutOutMutation, ShutOutMutationVariables>('mutation', 'ShutOut', '98cd2d3c03fb46557f56c7c5e8f66281cbd5278b341f65b1c1f2b0bf2bba2b0d')
export const RelationPageDocument = /* @__PURE__ */ asked<RelationPageQuery, RelationPageQueryVariables>('query', 'RelationPage', '189902623ed4b960792337bf6f52f0c59750b22c5bef5d995bfa527ec3d96f7b')
export const ReliabilityDocument = /* @__PURE__ */ asked<ReliabilityQuery, ReliabilityQueryVariables>('query', 'Reliability', '5baa5696a0b0c92a97c74a01f51c761a6c605f6c5fb1f072302f2a88273dc67d')
export const RowCountsDocument = /* @__PURE__ */ asked<RowCountsQuery, RowCountsQueryVariables>('query', 'RowCounts', 'd6382c3f20ae2e4ca9a9bafe2235168b7509c72ef932da49e59cb06e444740a8')
export const RunningDocument = /* @__PURE__ */ asked<RunningQuery, RunningQueryVariables>('query', 'Running', '50cb30f61e0187a67cfb53d652ee9c5eebfe2c30de67ef86c356d337f70ab373')
export const SignInDocument = /* @__PURE__ */ asked<SignInMutation, SignInMutationVariables>('mutation', 'SignIn', '096ce49c81695dda11c9397d89bea2f2f7776b2948060dcc1ed8025ae8b48631')
export const SourcesDocument = /* @__PURE__ */ asked<SourcesQuery, SourcesQueryVariables>('query', 'Sources', '8ab1113c3e9550b7aabd7435fba17b147b8d5eaab151ff3d953e779c8e49ec9d')
export const StancesDocument = /* @__PURE__ */ asked<StancesQuery, StancesQueryVariables>('query', 'Stances', '7da999060b784bb170c39f204057487ab1006ac1ad598f4e31e98eb0a9b18c01')
export const StatementsDocument = /* @__PURE__ */ asked<StatementsQuery, StatementsQueryVariables>('query', 'Statements', 'fcd55f6e9eeead80e2ed1029f4c6fa753c9396843fd4316d828d4f850f76c866')
export const UnderCodebookDocument = /* @__PURE__ */ asked<UnderCodebookQuery, UnderCodebookQueryVariables>('query', 'UnderCodebook', '2918751de5d850766ab52de2befb7dff4036e38b7e62f7671890f17cedd681b4')
export const WatchDocument = /* @__PURE__ */ asked<WatchQuery, WatchQueryVariables>('query', 'Watch', 'e0df3a7df651ff0079a16bb01865a41053b5acc91ebb0e95135a210b56e91ebe')
export const WatchReasonDocument = /* @__PURE__ */ asked<WatchReasonQuery, WatchReasonQueryVariables>('query', 'WatchReason', 'f7f48a54ef61d2698242e5d3e2314a873d8c9f78680178f79a95f0b460f82928')
