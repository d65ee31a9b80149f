/** Which countries are neighbours, by land or across a narrow sea. */
import neighbours from './neighbours.json' with { type: 'json' }

const NEIGHBOURS = new Map<string, Set<string>>()
for (const line of neighbours) {
  const [one = '', others = ''] = line.split('|')
  for (const other of others.split(',')) {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = NEIGHBOURS.get(a)
      if (known) known.add(b)
      else NEIGHBOURS.set(a, new Set([b]))
    }
  }
}

/** ISO codes; null where we know no neighbour of the country at all. */
export function areNeighbours(one: string | null, other: string | null): boolean | null {
  const known = NEIGHBOURS.get(one ?? '')
  return known ? known.has(other ?? '') : null
}
