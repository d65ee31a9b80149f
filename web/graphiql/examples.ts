/**
 * Worked examples, one tab each: what staff, clients and analysts ask most. A test runs every one of them on the
 * demonstration data, so an example that no longer works does not get through.
 */
export interface Example {
  readonly audience: 'staff' | 'clients' | 'analysts'
  /** Its first comment says what it answers; its name is the title of the tab. */
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

export const EXAMPLES: readonly Example[] = [
  {
    audience: 'staff',
    query: `# For staff: what moved in a month, relation by relation, and the facts behind it.
query Watch($month: Date!) {
  watch(month: $month) {
    month
    rows {
      relation { slug name }
      state n lastEventDay
      tension tensionChange engagement engagementChange
      reasons { measure total fading pulls { tag { label } events pull } rest }
    }
  }
}
`,
    variables: { month: '2018-07-01' },
  },
  {
    audience: 'staff',
    query: `# For staff: why a score is what it is on a day, down to the statements.
query Why($relation: RelationBy!, $day: Date!, $since: Date!) {
  relation(by: $relation) {
    name
    explain(day: $day, measure: TENSION) {
      score low high state formula
      contributions(first: 5) {
        remainder
        nodes { share ageDays event { day tag { label } } statements { summary document { title } } }
      }
      change(since: $since) { total fading raised lowered pulls(first: 3) { pull event { day tag { label } } } }
    }
  }
}
`,
    variables: { relation: { slug: 'us-taliban' }, day: '2018-06-15', since: '2018-05-15' },
  },
  {
    audience: 'staff',
    query: `# For staff: find actors, documents and statements by words; the beginning of a word is enough.
query Find($text: String!) {
  search(text: $text, first: 10) {
    totalCount
    nodes {
      __typename
      ... on Actor { code name kind }
      ... on Document { title published outlet { name } }
      ... on Statement { day summary source { name } target { name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: { text: 'taliban' },
  },
  {
    audience: 'clients',
    query: `# For clients: the two scores of one relation over time, in columns. Silence is null, never 0.
query Series($relation: RelationBy!, $from: Date, $to: Date) {
  relation(by: $relation) {
    name
    series(from: $from, to: $to, bucket: MONTH) {
      days tension tensionLow tensionHigh engagement engagementLow engagementHigh n state provisionalFrom
      stamp { codebook codebookHash method asOf revision }
    }
  }
}
`,
    variables: { relation: { slug: 'afghan-government-taliban' }, from: '2018-01-01', to: '2018-10-31' },
  },
  {
    audience: 'clients',
    query: `# For clients: several relations on the same months.
query Compare($relations: [RelationBy!]!) {
  compare(relations: $relations, from: "2018-01-01", to: "2018-10-31", bucket: MONTH) {
    periods
    rows { relation { name } series { tension engagement state } }
  }
}
`,
    variables: { relations: [{ slug: 'us-taliban' }, { slug: 'pakistan-afghanistan' }, { parties: ['CHN', 'PAK'] }] },
  },
  {
    audience: 'clients',
    query: `# For clients: the newest statements, each with its source. Go on with after: endCursor.
query Statements($relation: RelationBy!, $after: String) {
  relation(by: $relation) {
    statements(first: 10, after: $after) {
      nodes { day summary quote source { name } target { name } tag { label } document { title url } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
    variables: { relation: { slug: 'pakistan-afghanistan' }, after: null },
  },
  {
    audience: 'clients',
    query: `# For clients: be told when scores change (press play, and again to stop).
subscription Changes($relations: [RelationBy!]!) {
  scoresChanged(relations: $relations) {
    revision
    relations { slug series(bucket: MONTH) { days tension engagement } }
  }
}
`,
    variables: { relations: [{ slug: 'us-taliban' }] },
  },
  {
    audience: 'analysts',
    query: `# For analysts: who does what to whom on a day, against the year before.
query Matrix($actors: [String!]!, $day: Date!) {
  tension: matrix(actors: $actors, day: $day, measure: TENSION) { sources targets score state n before }
  engagement: matrix(actors: $actors, day: $day, measure: ENGAGEMENT) { score before }
}
`,
    variables: { actors: ['USA', 'RUS', 'CHN', 'IND', 'PAK', 'AFG.IRA', 'TAL'], day: '2018-09-30' },
  },
  {
    audience: 'analysts',
    query: `# For analysts: a what-if. Other weights for one tag, beside the published ones; nothing is stored.
query WhatIf($relation: RelationBy!, $overlay: [WeightOverlay!]) {
  relation(by: $relation) {
    published: series(from: "2018-01-01", to: "2018-10-31", bucket: MONTH) { days tension }
    whatIf: series(from: "2018-01-01", to: "2018-10-31", bucket: MONTH, overlay: $overlay) { tension }
  }
}
`,
    variables: { relation: { slug: 'us-taliban' }, overlay: [{ tag: 'threaten-force', tension: 9 }] },
  },
  {
    audience: 'analysts',
    query: `# For analysts: what another codebook changes, tag by tag and relation by relation.
query CodebookDifference {
  diffCodebooks(a: "default", b: "plover") {
    added { code label }
    removed { code label }
    changed { before { code tension engagement } after { tension engagement } parts }
    scores { relation { slug } day tensionBefore tensionAfter tensionChange engagementChange }
  }
}
`,
  },
  {
    audience: 'analysts',
    query: `# For analysts: what was at issue, and the stances by direction.
query Stances($relation: RelationBy!) {
  relation(by: $relation) {
    issues { issue statements }
    stances(from: "2018-01-01", to: "2018-10-31", bucket: MONTH, direction: A_TO_B) {
      days verbalCooperation materialCooperation verbalConflict materialConflict balance leadingTag
    }
    coverage { collection { code title } spans { from to } }
  }
}
`,
    variables: { relation: { slug: 'pakistan-afghanistan' } },
  },
]
