/** dist/page and the invented API on a port of their own: what browser tests of awkward states talk to. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { answer, askedBy } from './inventedApi.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves `root`; a path that is no file is the page itself. Port 0 = a free one. */
export async function openInventedServer(root: string, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/graphql') {
      let body = ''
      request.on('data', (chunk) => {
        body += String(chunk)
      })
      request.on('end', () => {
        // A page that was left in the middle of a request sends nothing more.
        if (body === '' && request.method === 'POST') return response.end()
        void answer(askedBy(request.url ?? '', body)).then((result) => {
          response.setHeader('content-type', 'application/graphql-response+json')
          response.end(JSON.stringify(result))
        })
      })
      return
    }
    const file = join(root, path)
    const shown = path !== '/' && existsSync(file) ? file : join(root, 'index.html')
    // Their names change with what is in them.
    if (path.startsWith('/assets/')) response.setHeader('cache-control', 'max-age=3600')
    response.setHeader('content-type', TYPES[extname(shown)] ?? 'application/octet-stream')
    response.end(readFileSync(shown))
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return server
}
