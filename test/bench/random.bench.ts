/** Random documents, more of them than the tests ask: the very test, with its number set. Argument: how many (default 10000). */
import { spawnSync } from 'node:child_process'

const [documents = '10000'] = process.argv.slice(2)
const run = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'test/vitest.config.ts', 'test/graphql/guard/random.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, RANDOM_DOCUMENTS: documents },
  },
)
process.exitCode = run.status ?? 1
