/**
 * Requests that mean harm, over a real port: each is refused with the right status, memory stays small, and the server
 * still says that it is ready.
 */
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { abusesOf, send } from '../../support/abuse.ts'
import { type Api, openApi, RELATION } from '../../support/api.ts'
import { bundled, run } from '../../support/child.ts'

const ABUSES = abusesOf(RELATION)

const INTERNAL = /node_modules|sqlite|\\n\s+at |\.[jt]s:\d|RangeError|Maximum call stack|ECONN/

async function portOf({ app }: Api): Promise<number> {
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
}

describe('the server', () => {
  it('refuses every abuse with the right status, reveals nothing internal, and stays ready', async () => {
    const api = await openApi()
    const port = await portOf(api)
    for (const abuse of ABUSES) {
      const { status, text } = await send(port, abuse)
      expect(status, `${abuse.name}: ${text.slice(0, 300)}`).toBe(abuse.status)
      expect(text.slice(0, 2000), abuse.name).not.toMatch(INTERNAL)
      if (abuse.says) expect(JSON.parse(text).errors[0].message, abuse.name).toMatch(abuse.says)
      if (abuse.status >= 400 && abuse.status !== 431) expect(JSON.parse(text), abuse.name).toHaveProperty('errors')
    }
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    expect(api.logged).toEqual([])
    // Nothing of Object was touched.
    expect(({} as Record<string, unknown>).first).toBeUndefined()
  }, 60_000)

  it('handles all abuses at once, repeatedly, with less than 250 MB', async () => {
    const { db } = await openApi()
    const child = run(await bundled('server/main.ts'), [], { PORT: '0', DATABASE_URL: db.path, DETENTE_DEMO: 'off' })
    onTestFinished(() => void child.kill())
    const port = await new Promise<number>((resolve, reject) => {
      child.stdout?.on('data', (said: Buffer) => resolve(Number(/localhost:(\d+)/.exec(said.toString())?.[1])))
      child.once('close', (code) => reject(new Error(`the server ended with ${code}`)))
    })
    for (let round = 0; round < 5; round++) {
      const answers = ABUSES.map((abuse) => send(port, abuse))
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
      expect(ready.status).toBe(200)
      expect((await Promise.all(answers)).map((a) => a.status)).toEqual(ABUSES.map((a) => a.status))
    }
    if (!existsSync('/proc/self/status')) return console.warn('Memory is not measured: this system has no /proc')
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
    expect(Number(kilobytes) / 1024).toBeLessThan(250)
  }, 60_000)

  it('closes a connection whose body does not arrive', async () => {
    const api = await openApi({ limits: { seconds: 1 } })
    const port = await portOf(api)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"q',
        )
      })
      let text = ''
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  })
})
