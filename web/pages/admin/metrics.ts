/** The figures at /metrics, as far as a person wants them at a glance. Pure. */

export interface Figures {
  /** When the server started, in ms since 1970; null where it is not told, as all of these. */
  readonly startedAt: number | null
  readonly memoryBytes: number | null
  /** How long anything waits for the processor, in ms: half of the time less, and at the most in one of a hundred. */
  readonly lagMs: { readonly median: number | null; readonly p99: number | null }
  readonly revision: number | null
  /** Operations answered since the start, with how many errors, and 304s, which cost nothing. */
  readonly answered: number
  readonly errors: readonly { readonly code: string; readonly n: number }[]
  readonly unchanged: number
  /** Upper bounds in ms: half, and 99 of a hundred, of the operations took no longer; null where none was answered, or longer than is told apart. */
  readonly took: { readonly median: number | null; readonly p99: number | null }
}

interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export function figuresOf(text: string): Figures {
  const samples = text.split('\n').flatMap(sampleOf)
  const of = (name: string) => samples.filter((sample) => sample.name === name)
  const one = (name: string) => of(name)[0]?.value ?? null
  const sum = (name: string) => of(name).reduce((total, { value }) => total + value, 0)
  const times = (factor: number, value: number | null) => (value === null ? null : value * factor)
  const within = new Map<number, number>()
  for (const { labels, value } of of('detente_operation_seconds_bucket')) {
    const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le)
    within.set(bound, (within.get(bound) ?? 0) + value)
  }
  const answered = sum('detente_operation_seconds_count')
  const bounds = [...within].sort(([x], [y]) => x - y)
  const took = (share: number) => {
    const [bound] = bounds.find(([, n]) => answered > 0 && n >= share * answered) ?? []
    return bound === undefined || bound === Number.POSITIVE_INFINITY ? null : bound * 1000
  }
  return {
    startedAt: times(1000, one('process_start_time_seconds')),
    memoryBytes: one('process_resident_memory_bytes'),
    lagMs: {
      median: times(1000, one('nodejs_eventloop_lag_p50_seconds')),
      p99: times(1000, one('nodejs_eventloop_lag_p99_seconds')),
    },
    revision: one('detente_revision'),
    answered,
    errors: of('detente_operation_errors_total')
      .map(({ labels, value }) => ({ code: labels.code ?? '', n: value }))
      .sort((x, y) => y.n - x.n || (x.code < y.code ? -1 : 1)),
    unchanged: sum('detente_unchanged_total'),
    took: { median: took(0.5), p99: took(0.99) },
  }
}

/** None where the line is a comment, or no sample. */
function sampleOf(line: string): Sample[] {
  const [, name, labels = '', value] = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/i.exec(line) ?? []
  if (name === undefined || value === undefined || Number.isNaN(Number(value))) return []
  const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text])
  return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }]
}
