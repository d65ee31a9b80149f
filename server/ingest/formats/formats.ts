/** The formats that can be imported, by the name they have on the command line. A new one is one file and a line here. */

import type { Importer } from '../importer.ts'
import { type CollectionFor, yearly } from '../importing.ts'
import { importCsv } from './csv.ts'
import { importGdelt } from './gdelt.ts'
import { importIcews } from './icews.ts'
import { importJsonl } from './jsonl.ts'

interface Format {
  readonly importer: Importer
  /** The collections that the rows of a file of this name go to. */
  readonly collectionFor: (file: string) => CollectionFor
}

const ICEWS = {
  code: 'icews',
  title: 'ICEWS',
  citation: 'Boschee et al.: ICEWS Coded Event Data, Harvard Dataverse, doi:10.7910/DVN/28075.',
  url: 'https://doi.org/10.7910/DVN/28075',
  licence: null,
  // A fifth: on shared relations it tells of about five times as many events as coding by hand.
  volume: 2,
}

const GDELT = {
  code: 'gdelt',
  title: 'GDELT',
  citation: 'The GDELT Project, gdeltproject.org (Leetaru and Schrodt, 2013).',
  url: 'https://www.gdeltproject.org/',
  licence: 'May be used and redistributed with citation and link.',
  // Provisional: not yet estimated on shared relations.
  volume: 10,
}

export const FORMATS = {
  icews: { importer: importIcews, collectionFor: () => yearly(ICEWS) },
  gdelt: { importer: importGdelt, collectionFor: () => yearly(GDELT) },
  csv: { importer: importCsv, collectionFor: ownCollection },
  jsonl: { importer: importJsonl, collectionFor: ownCollection },
} satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

/** One's own codings: a collection a file, which covers the days of its statements alone. */
function ownCollection(file: string): CollectionFor {
  const stem = file.replace(/\.gz$/, '').replace(/\.[^.]*$/, '')
  const code =
    stem
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'own'
  const collection = {
    ...({
      code,
      title: stem,
      kind: 'ARTICLES',
      from: null,
      to: null,
      pairs: null,
      url: null,
      licence: null,
      volume: null,
    } as const),
    citation: `Own codings, ${file}`,
  }
  return () => collection
}
