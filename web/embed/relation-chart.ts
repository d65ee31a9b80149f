/**
 * `<relation-chart relation="…">` for pages of others: the embedded figure in a frame of its own, as high as it is.
 * Attributes: relation (its name in the address of its page), query (what stands after ? there), theme, lang, hide.
 */
import { heightIn } from './message.ts'

const { origin } = new URL(import.meta.url)
/** Until the figure has said how high it is. */
const FIRST_HEIGHT = 640
const SHOWN = ['theme', 'lang', 'hide'] as const

class RelationChart extends HTMLElement {
  static readonly observedAttributes = ['relation', 'query', ...SHOWN]
  private readonly frame = document.createElement('iframe')
  private readonly hear = (event: MessageEvent) => {
    if (event.origin !== origin || event.source !== this.frame.contentWindow) return
    const height = heightIn(event.data)
    if (height !== null) this.frame.style.height = `${height}px`
  }

  connectedCallback(): void {
    if (!this.shadowRoot) {
      this.frame.style.cssText = `display: block; width: 100%; height: ${FIRST_HEIGHT}px; border: 0`
      this.frame.loading = 'lazy'
      this.attachShadow({ mode: 'open' }).append(this.frame)
    }
    addEventListener('message', this.hear)
    this.show()
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.hear)
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.show()
  }

  private show(): void {
    const relation = this.getAttribute('relation')
    if (!relation) return
    const query = new URLSearchParams(this.getAttribute('query') ?? '')
    for (const name of SHOWN) {
      const value = this.getAttribute(name)
      if (value) query.set(name, value)
    }
    // `~` and `..` stand for themselves, as in the address of the page.
    const search = query.toString().replace(/%7E/gi, '~')
    const address = `${origin}/embed/${encodeURIComponent(relation)}${search && `?${search}`}`
    this.frame.title = this.title || relation
    if (this.frame.src !== address) this.frame.src = address
  }
}

if (!customElements.get('relation-chart')) customElements.define('relation-chart', RelationChart)
