/** What is read from a file: the text of an article and what the file says of it, or why there is none. */

/** What a file says of the article in it. */
export interface Known {
  readonly title?: string | null
  /** Day, YYYY-MM-DD. */
  readonly published?: string | null
  readonly outlet?: string | null
  readonly url?: string | null
  /** Two or three letters. */
  readonly language?: string | null
}

export type Taken = ({ readonly text: string } & Known) | { readonly refusal: string }
