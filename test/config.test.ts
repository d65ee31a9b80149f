/** The settings: defaults, refused values, and the table in server/README.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultConfig, readConfig, root } from '../server/config.ts'
import { type Refusal, sentenceOf } from '../server/domain/error.ts'
import { SETTINGS, settingsTable } from '../server/settings.ts'

const refusals = (env: Record<string, string>) => (readConfig(env) as Refusal[]).map(sentenceOf)

describe('the settings', () => {
  it('have documented defaults', () => {
    const { port, demo, database, limits, transport } = defaultConfig()
    expect({ port, demo }).toEqual({ port: 4000, demo: 'all' })
    expect(database).toBe(join(root, 'data', 'detente.sqlite'))
    expect(limits).toEqual({
      depth: 8,
      aliases: 15,
      rootFields: 10,
      tokens: 1000,
      bodyBytes: 100_000,
      points: 8000,
      cost: 20_000,
      rate: 600_000,
      trustedOnly: false,
      seconds: 10,
    })
    expect(transport).toEqual({
      statuses: 'RELEASED',
      frameAncestors: "'self'",
      embedAncestors: '*',
      corsOrigins: [],
      metrics: 'LOCAL',
      trustProxy: [],
    })
  })

  it('are read from the environment', () => {
    const config = readConfig({
      PORT: '0',
      DATABASE_URL: 'sqlite:///tmp/x.sqlite',
      LIMIT_COST: '5',
      FRAME_ANCESTORS: "'self' https://ruritania.example",
      CORS_ORIGINS: 'https://a.example http://b.example:8080',
      TRUST_PROXY: 'loopback 10.0.0.0/8 fd00::1',
    })
    expect(config).toMatchObject({
      port: 0,
      database: '/tmp/x.sqlite',
      limits: { cost: 5 },
      transport: {
        frameAncestors: "'self' https://ruritania.example",
        corsOrigins: ['https://a.example', 'http://b.example:8080'],
        trustProxy: ['loopback', '10.0.0.0/8', 'fd00::1'],
      },
    })
  })

  it('are all refused at once if they are invalid, with the value, the rule and the cure', () => {
    expect(refusals({ PORT: '70000', DETENTE_DEMO: 'some', LIMIT_DEPTH: '' })).toEqual([
      '"70000": PORT must be a whole number from 0 to 65535. Set PORT=4000, or leave it out.',
      '"some": DETENTE_DEMO must be one of all, articles, off. Set one of these, or leave it out.',
      '"": LIMIT_DEPTH must be a whole number from 1 to 50. Set LIMIT_DEPTH=8, or leave it out.',
    ])
    expect(refusals({ DATABASE_URL: 'postgres://x' })[0]).toContain('PostgreSQL is not supported yet')
    for (const CORS_ORIGINS of ['*', 'https://a.example/', 'ruritania.example; script-src *']) {
      expect(refusals({ CORS_ORIGINS })[0]).toContain('CORS_ORIGINS')
    }
    for (const TRUST_PROXY of [
      '',
      'on',
      '1',
      '10.0.0.0/33',
      '10.0.0',
      'loopback,10.0.0.1',
      '::1/129',
      '10.0.0.1/8/8',
    ]) {
      expect(refusals({ TRUST_PROXY })[0], TRUST_PROXY).toContain('TRUST_PROXY')
    }
    for (const FRAME_ANCESTORS of ['', '*', "'self'; script-src *"]) {
      expect(refusals({ FRAME_ANCESTORS })[0]).toContain('FRAME_ANCESTORS')
    }
  })

  it('are listed in server/README.md', () => {
    const names = Object.values(SETTINGS).map((s) => s.name)
    expect(new Set(names).size).toBe(names.length)
    // If this fails, paste the result of settingsTable() into the README.
    expect(readFileSync(join(root, 'server', 'README.md'), 'utf8')).toContain(settingsTable())
  })
})
