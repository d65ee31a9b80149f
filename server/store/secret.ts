/**
 * Secrets: making them and knowing them again without keeping them. What is random and long is kept as SHA-256; what a
 * person chose, as scrypt (Percival, 2009), which runs in the thread pool and not on the thread that answers.
 */
import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** 256 random bits as text that may stand in an address. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** SHA-256, hexadecimal: what is kept of a random secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** 32 MiB and some tens of milliseconds a try (OWASP, 2023: N = 2¹⁵, r = 8, p = 3 or more for N = 2¹⁷, p = 1 alike). */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const LENGTH = 32

/** `scrypt:N:r:p:salt:hash`, so that a later cost does not shut out who came before it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const derived = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), derived.toString('base64url')].join(':')
}

/** Is it the password? Takes as long where there is none to compare with, so that names cannot be tried out. */
export async function passwordFits(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? NOBODY).split(':')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  const expected = Buffer.from(hash, 'base64url')
  return expected.length === derived.length && timingSafeEqual(expected, derived) && kept !== null
}

/** Of the same cost as a real one; no password is known to fit it, and none would be let in. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'bm9ib2R5bm9ib2R5bm9ibw', 'A'.repeat(43)].join(':')

function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard are the same password.
    scrypt(password.normalize('NFKC'), salt, LENGTH, { ...cost, maxmem: 2 ** 28 }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
