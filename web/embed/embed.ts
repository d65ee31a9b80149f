/**
 * The only script of an embedded figure until somebody touches it: tells the page around how high it is, and wakes the
 * interactive part at the first touch, focus, key or pointer.
 */
import { HEIGHT_MESSAGE } from './message.ts'
import './embed.css'

const tell = () => {
  // To whoever shows the frame: a height is no secret, and its origin is not known here.
  const { height } = document.body.getBoundingClientRect()
  window.parent.postMessage({ type: HEIGHT_MESSAGE, height: Math.ceil(height) }, '*')
}
if (window.parent !== window) new ResizeObserver(tell).observe(document.body)

const SIGNS = ['pointerover', 'touchstart', 'focusin', 'keydown'] as const
const wake = () => {
  for (const sign of SIGNS) removeEventListener(sign, wake)
  // A file of its own beside this one, loaded now and not before.
  void import(/* @vite-ignore */ import.meta.url.replace(/[^/]*$/, 'live.js'))
}
if (document.getElementById('figure')) for (const sign of SIGNS) addEventListener(sign, wake, { passive: true })
