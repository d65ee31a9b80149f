/** Once before all tests: the tree is built, so that no two tests build it at the same time. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export function setup(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  execFileSync(process.execPath, ['server/build.mjs'], { cwd: root, stdio: 'inherit' })
}
