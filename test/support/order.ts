/**
 * In which order the files of tests run. A worker goes on with the next file where it is of the same project and
 * environment, and keeps what it has loaded: so these stand together, those that take longest first in each.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A page in jsdom and a page in a browser are the ends of a name or of a path. */
function kindOf({ project, moduleId }: TestSpecification): string {
  return `${project.name} ${moduleId.endsWith('.tsx') ? 'jsdom' : 'node'}`
}

export class SameTogether extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => kindOf(a).localeCompare(kindOf(b)))
  }
}
