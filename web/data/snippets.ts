/** The question behind a view, for programs: as GraphQL, and ready to run in four languages. No library but the usual. */
import { rangeArguments, scoringArguments } from '../../server/figure/address/arguments.ts'
import type { RelationView } from '../../server/figure/address/view.ts'

const ENUMS = new Set(['direction', 'view', 'method', 'bucket'])

/** One query with its values written in, so that it can be read, pasted and changed. */
export function seriesQuery(slug: string, view: RelationView): string {
  const values = { ...rangeArguments(view), bucket: view.bucket, ...scoringArguments(view) }
  const given = Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${ENUMS.has(name) ? value : JSON.stringify(value)}`)
  const columns = view.measures.flatMap((measure) => [measure, `${measure}Low`, `${measure}High`])
  return [
    '{',
    `  relation(by: { slug: ${JSON.stringify(slug)} }) {`,
    '    name',
    `    series(${given.join(', ')}) {`,
    `      days ${columns.join(' ')} n state`,
    '      stamp { codebook codebookHash method asOf revision }',
    '    }',
    '  }',
    '}',
  ].join('\n')
}

export const LANGUAGES = ['GraphQL', 'curl', 'JavaScript', 'Python', 'R'] as const
export type Language = (typeof LANGUAGES)[number]

export function snippetOf(language: Language, origin: string, slug: string, view: RelationView): string {
  const query = seriesQuery(slug, view)
  const url = `${origin}/graphql`
  const columns = view.measures
  switch (language) {
    case 'GraphQL':
      return query
    case 'curl': {
      const body = JSON.stringify({ query }).replaceAll("'", "'\\''")
      return `curl -s ${url} -H 'content-type: application/json' -d '${body}'`
    }
    case 'JavaScript':
      return [
        `const query = ${JSON.stringify(query)}`,
        `const answer = await fetch('${url}', {`,
        "  method: 'POST',",
        "  headers: { 'content-type': 'application/json' },",
        '  body: JSON.stringify({ query }),',
        '})',
        'const { data, errors } = await answer.json()',
        'if (errors) throw new Error(errors[0].message)',
        'const { series } = data.relation',
        `console.log(series.days.map((day, i) => [day, ${columns.map((c) => `series.${c}[i]`).join(', ')}]))`,
      ].join('\n')
    case 'Python':
      return [
        'import json, urllib.request',
        '',
        `query = """${query}"""`,
        'request = urllib.request.Request(',
        `    "${url}",`,
        '    data=json.dumps({"query": query}).encode(),',
        '    headers={"content-type": "application/json"},',
        ')',
        'answer = json.load(urllib.request.urlopen(request))',
        'series = answer["data"]["relation"]["series"]',
        `for row in zip(series["days"], ${columns.map((c) => `series["${c}"]`).join(', ')}):`,
        '    print(*row)',
      ].join('\n')
    case 'R':
      return [
        'library(httr2)',
        '',
        `query <- r"(${query})"`,
        `answer <- request("${url}") |>`,
        '  req_body_json(list(query = query)) |>',
        '  req_perform() |>',
        '  resp_body_json(simplifyVector = TRUE)',
        'series <- answer$data$relation$series',
        `data.frame(day = as.Date(series$days), ${columns.map((c) => `${c} = series$${c}`).join(', ')})`,
      ].join('\n')
  }
}
