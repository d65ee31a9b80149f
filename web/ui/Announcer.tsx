/** The one polite live region of a page. */
export function Announcer({ sentence }: { readonly sentence: string }) {
  return (
    <p className="unseen" aria-live="polite" role="status">
      {sentence}
    </p>
  )
}
