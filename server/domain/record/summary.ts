/** The summary of a statement that nobody wrote one for: its parties and its tag, which it follows. */

export interface Told {
  /** Names of the two. */
  readonly source: string
  readonly target: string
  readonly mutual: boolean
  /** Label of the tag. */
  readonly label: string
}

/** `Ruritania → Syldavia: Accuse` */
export function madeSummary({ source, target, mutual, label }: Told): string {
  return `${source} ${mutual ? '↔' : '→'} ${target}: ${label}`
}

/** Was it made, of whatever two, for a tag of this label? */
export function isMade(summary: string, label: string): boolean {
  return / [→↔] /.test(summary) && summary.endsWith(`: ${label}`)
}
