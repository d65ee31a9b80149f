/** Addresses of pages, of files, and of nothing. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../support/api.ts'

describe('an address', () => {
  it.each([
    ['GET', '/', 'text/html,application/xhtml+xml,*/*;q=0.8'],
    ['GET', '/', '*/*'],
    ['HEAD', '/', '*/*'],
    ['GET', '/r/PAK~AFG.GOV?tab=table', 'text/html'],
  ] as const)('%s %s (Accept: %s) is a page', async (method, url, accept) => {
    const { app } = await openApi()
    const answer = await app.inject({ method, url, headers: { accept } })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['GET', '/r/us-taliban', 'application/json'],
    ['GET', '/assets/index-gone.js', '*/*'],
    ['POST', '/', 'text/html'],
  ] as const)('%s %s (Accept: %s) is nothing, in plain words', async (method, url, accept) => {
    const { app } = await openApi()
    const answer = await app.inject({ method, url, headers: { accept } })
    expect([answer.statusCode, answer.json()]).toEqual([404, { error: 'There is nothing at this address.' }])
  })
})
