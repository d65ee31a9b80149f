/**
 * For pages that show a figure in an iframe of their own: gives each frame the height that its figure has. Only messages
 * of the server this file came from are heard, and only from frames of this page.
 */
import { heightIn } from './message.ts'

const { origin } = new URL(import.meta.url)

addEventListener('message', (event) => {
  if (event.origin !== origin) return
  const height = heightIn(event.data)
  if (height === null) return
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === event.source)
  if (frame) frame.style.height = `${height}px`
})
