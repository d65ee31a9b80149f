/**
 * A real headless Chromium: CHROME_PATH, or a browser found by name. Where there is none, a continuous-integration run
 * installs one by the system's package manager and fails if that fails; elsewhere the tests are skipped, visibly.
 */
import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What to say where tests are skipped. */
export const CURE = 'no Chromium: set CHROME_PATH, or install one (apt-get install chromium)'

/** Path of the browser, or null where the tests are to be skipped. Throws where CI must have one and cannot. */
export function findBrowser(env: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const found = env.CHROME_PATH ?? byName()
  if (found !== null || env.CI !== 'true') return found
  execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { stdio: 'inherit' })
  const installed = byName()
  if (installed === null) throw new Error(`CI runs the browser tests, and there is ${CURE}`)
  return installed
}

/** A browser of one's own; to close it ends it. */
export async function launchBrowser(path: string): Promise<Browser> {
  return await chromium.launch({ executablePath: path, args: ARGUMENTS })
}

let shared: Promise<Browser> | undefined

/** One for all test files of a worker, which run one after another: to close it closes what was opened in it. */
export async function openBrowser(path: string): Promise<Browser> {
  shared ??= launchShared(path)
  const browser = await shared
  if (browser.isConnected()) return browser
  shared = undefined
  return await openBrowser(path)
}

/** It ends with the worker. */
async function launchShared(path: string): Promise<Browser> {
  const browser = await launchBrowser(path)
  const close = async () => {
    for (const context of browser.contexts()) await context.close()
  }
  return Object.assign(browser, { close })
}

function byName(): string | null {
  for (const name of NAMES) {
    try {
      return execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim()
    } catch {
      // Not this one.
    }
  }
  return null
}
