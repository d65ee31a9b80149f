/** Fetching a page for an analyst: from real servers here, which stand for public ones; and never from our own network. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchPage, isPublic } from '../../server/ingest/page.ts'

const here = (address: string) => address === '127.0.0.1'

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

describe('a page', () => {
  it('is fetched with its type, over redirections, packed or not, in the charset that it names', async () => {
    const cyrillic = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])
    const origin = await serving((request, response) => {
      if (request.url === '/moved') return response.writeHead(302, { location: '/packed' }).end()
      if (request.url === '/packed') {
        return response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync('<p>Talks</p>'))
      }
      if (request.url === '/told')
        return response.writeHead(200, { 'content-type': 'text/plain; charset=windows-1251' }).end(cyrillic)
      const head = Buffer.from('<meta charset="windows-1251"><p>')
      return response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.concat([head, cyrillic]))
    })
    expect(await fetchPage(`${origin}/moved`, here)).toEqual({
      ...{ url: `${origin}/packed`, type: 'text/html', body: '<p>Talks</p>' },
    })
    expect(await fetchPage(`${origin}/told`, here)).toMatchObject({ type: 'text/plain', body: 'Привет' })
    expect(await fetchPage(origin, here)).toMatchObject({ body: '<meta charset="windows-1251"><p>Привет' })
  })

  it('is refused with the reason where it is none, leads in a circle, is too large, unpacked too, or is not what it says', async () => {
    const origin = await serving((request, response) => {
      const answers: Record<string, () => unknown> = {
        '/gone': () => response.writeHead(404, HTML).end('<p>gone</p>'),
        '/circle': () => response.writeHead(301, { location: '/circle' }).end(),
        '/picture': () => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
        '/large': () => response.writeHead(200, HTML).end('x'.repeat(2_000_001)),
        '/bomb': () =>
          response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(9_000_000))),
        '/torn': () => response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end('no gzip'),
        '/latin': () => response.writeHead(200, HTML).end(Buffer.from([0xe9, 0x20])),
        '/away': () => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      }
      answers[request.url ?? '']?.()
    })
    const rule = async (path: string) => (await fetchPage(origin + path, here)) as { rule?: string }
    expect((await rule('/gone')).rule).toBe('it answered 404')
    expect((await rule('/circle')).rule).toBe('it leads on more than 5 times')
    expect((await rule('/picture')).rule).toContain('it is of the type image/png')
    expect((await rule('/large')).rule).toBe('it has more than 2000000 bytes')
    expect((await rule('/bomb')).rule).toBe('it has more than 2000000 bytes')
    expect((await rule('/torn')).rule).toContain('cannot be read')
    expect((await rule('/latin')).rule).toBe('it is not written in utf-8 as it says')
    expect((await rule('/away')).rule).toBe('an address begins with http:// or https://')
  })

  it('is never fetched from our own network: by address, by name, nor by a redirection to it', async () => {
    let asked = 0
    const inside = await serving((_request, response) => {
      asked++
      response.writeHead(200, HTML).end('<p>inside</p>')
    })
    const port = new URL(inside).port
    const own = [
      inside,
      `http://localhost:${port}`,
      `http://[::1]:${port}`,
      `http://2130706433:${port}`,
      `http://0x7f.1:${port}`,
    ]
    for (const url of [...own, `http://[::ffff:127.0.0.1]:${port}`]) {
      expect(await fetchPage(url), url).toMatchObject({ rule: 'it lies in a network that is not public' })
    }
    const outside = await serving((_request, response) =>
      response.writeHead(302, { location: `http://localhost:${port}/` }).end(),
    )
    let looks = 0
    // The first server counts as public here, what it leads to does not.
    const once = () => looks++ === 0
    expect(await fetchPage(outside, once)).toMatchObject({ rule: 'it lies in a network that is not public' })
    expect(asked).toBe(0)
  })
})

describe('a public address', () => {
  it('is none of a machine, a house, a link, a carrier or a translation', () => {
    for (const own of [
      ...[
        '127.0.0.1',
        '10.1.2.3',
        '172.16.0.1',
        '192.168.1.1',
        '169.254.169.254',
        '100.64.0.1',
        '0.0.0.0',
        '224.0.0.1',
      ],
      ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', 'ff02::1', '2002:7f00:1::', 'name'],
    ]) {
      expect(isPublic(own), own).toBe(false)
    }
    expect(['93.184.216.34', '2606:2800:220:1::1'].map(isPublic)).toEqual([true, true])
  })
})
