/** The figures at /metrics, read for a person. */
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../web/pages/admin/metrics.ts'

const bucket = (le: string, outcome: string, n: number) =>
  `detente_operation_seconds_bucket{le="${le}",operation="x",outcome="${outcome}"} ${n}`

describe('the figures of a server', () => {
  it('sum its operations, and tell within which bound half and 99 of 100 of them were answered', () => {
    const text = [
      '# HELP detente_operation_seconds Time to answer an operation.',
      ...[bucket('0.001', 'ok', 60), bucket('0.01', 'ok', 97), bucket('+Inf', 'ok', 98)],
      ...[bucket('0.001', 'error', 0), bucket('0.01', 'error', 2), bucket('+Inf', 'error', 2)],
      'detente_operation_seconds_count{operation="x",outcome="ok"} 98',
      'detente_operation_seconds_count{operation="x",outcome="error"} 2',
      'detente_operation_errors_total{code="BAD_DAY"} 1',
      'detente_operation_errors_total{code="FORBIDDEN"} 3',
      'detente_unchanged_total 7',
      'detente_revision 12',
      'process_start_time_seconds 1.5e3',
      'process_resident_memory_bytes 150000000',
      'nodejs_eventloop_lag_p50_seconds 0.0105',
      'nodejs_eventloop_lag_p99_seconds Nan',
    ].join('\n')
    expect(figuresOf(text)).toEqual({
      startedAt: 1_500_000,
      memoryBytes: 150_000_000,
      lagMs: { median: 10.5, p99: null },
      revision: 12,
      answered: 100,
      errors: [
        { code: 'FORBIDDEN', n: 3 },
        { code: 'BAD_DAY', n: 1 },
      ],
      unchanged: 7,
      // 60 of 100 within a millisecond, 99 within ten.
      took: { median: 1, p99: 10 },
    })
  })

  it('are nothing where nothing is told, or nothing was answered', () => {
    expect(figuresOf('')).toMatchObject({ revision: null, answered: 0, took: { median: null, p99: null } })
    // What took longer than the last bound is told apart no more.
    const late = `${bucket('10', 'ok', 0)}\n${bucket('+Inf', 'ok', 1)}\ndetente_operation_seconds_count{a="b"} 1`
    expect(figuresOf(late).took).toEqual({ median: null, p99: null })
  })
})
