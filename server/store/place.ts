/** Whether a database can be at a path at all: said in plain words before the driver says it in its own. */
import { constants } from 'node:fs'
import { access, mkdir, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DomainError, refuse } from '../domain/error.ts'

/** SQLite's file begins so; an empty file is a new database. */
const MAGIC = 'SQLite format 3\0'

/** Makes the directory where it is missing. Throws a DomainError that names the path, what is wrong and the cure. */
export async function preparePlace(path: string): Promise<void> {
  const directory = dirname(path)
  try {
    await makeDirectory(directory)
    await access(directory, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw no(
      directory,
      `no database can be made in this directory (${codeOf(error)})`,
      'Give one that you may write to',
    )
  }
  const found = await stat(path).catch(() => null)
  if (found === null) return
  if (!found.isFile()) throw no(path, 'it is not a file', 'Give the path of a file, such as data/detente.sqlite')
  const file = await open(path, 'r+').catch((error: unknown) => {
    throw no(path, `the file cannot be written (${codeOf(error)})`, 'Give its user the right to read and write it')
  })
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
    if (bytesRead > 0 && buffer.toString('latin1', 0, bytesRead) !== MAGIC) {
      throw no(path, 'it is not a SQLite database', 'Give the path of a new file, or of a database made by Detente')
    }
  } finally {
    await file.close()
  }
}

/**
 * Makes a directory and those above it, one after the other: Node's own `recursive` goes round for ever where a file
 * system answers that the parent is missing although it is there, as /proc does.
 */
async function makeDirectory(directory: string): Promise<void> {
  if ((await stat(directory).catch(() => null)) !== null) return
  if (dirname(directory) !== directory) await makeDirectory(dirname(directory))
  await mkdir(directory).catch((error: unknown) => {
    // Another process starting now may have made it in the meantime.
    if (codeOf(error) !== 'EEXIST') throw error
  })
}

function no(path: string, rule: string, cure: string): DomainError {
  return new DomainError(refuse('NOT_POSSIBLE', path, rule, cure))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
