// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchInvented } from '../../support/inventedApi.ts'
import { type Mounted, mountPage, withText } from '../../support/mount.tsx'

let page: Mounted | null = null
const open = async (address: string, fetching?: typeof fetch) => {
  page = await mountPage(address, fetching)
  return page
}
afterEach(() => {
  page?.unmount()
  page = null
})

const click = (element: HTMLElement) => act(async () => element.click())
const press = (key: string, shiftKey = false) =>
  act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    )
  })
const fail = (body: unknown): typeof fetch => {
  return async () => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
}

describe('the home page', () => {
  it('shows every relation with both numbers, a reason and the last event', async () => {
    const { root, until } = await open('/')
    await until(() => withText(root, '.why p', 'older events faded'))
    expect([...root.querySelectorAll('tbody th')].map((th) => th.textContent)).toHaveLength(3)
    expect(withText(root, '.why', '↓ fell')).toBeDefined()
    expect(withText(root, '.last-event', 'Threaten with force')).toBeDefined()
  })

  it('answers "which got worse most, and why" in one click', async () => {
    const { root, until } = await open('/?month=2018-08')
    const why = await until(() => root.querySelector<HTMLElement>('tbody tr .why a'))
    await click(why)
    expect(location.search).toContain('p=2018-08-31')
    await until(() => withText(root, '.drawer h3', 'What moved it'))
  })

  it('steps over years without data and says so', async () => {
    const { root, until } = await open('/')
    await until(() => withText(root, '.stepper', 'No data until February 2020'))
    await click(await until(() => withText(root, '.stepper button', 'Latest data: August 2023')))
    expect(location.search).toBe('?month=2023-08')
    await until(() => withText(root, '.why', 'No score in the month before'))
  })
})

describe('the page of a relation', () => {
  it('finds, in words, what the lines show', async () => {
    const { root, until } = await open('/r/norland-sudria?t=2018-01..2018-10&f=month')
    await until(() => withText(root, 'h2', 'Tension rose from'))
    const figure = root.querySelector('figure.tension')
    const label = document.getElementById(figure?.getAttribute('aria-labelledby') ?? '')
    const summary = document.getElementById(figure?.getAttribute('aria-describedby') ?? '')
    expect(label?.textContent).toContain('January 2018 to October 2018')
    expect(summary?.textContent).toContain('Highest')
  })

  it('is walked by keyboard: points are read out, Enter explains, Escape closes and gives the focus back', async () => {
    const { root, until } = await open('/r/norland-sudria?t=2018-01..2018-10&f=month')
    const plot = await until(() => root.querySelector<HTMLElement>('.tension .plot-field'))
    await act(async () => plot.focus())
    const live = () => root.querySelector('[aria-live]')?.textContent ?? ''
    expect(live()).toMatch(/^October 2018: tension \d+, (up|down) \d+, interval \d+ to \d+, \d+ events/)
    await press('ArrowLeft')
    expect(live()).toContain('September 2018')
    await press('Home')
    expect(live()).toContain('January 2018')
    await press('ArrowRight', true)
    expect(live()).toContain('October 2018')
    await press('ArrowDown')
    expect(document.activeElement?.closest('figure')?.classList.contains('engagement')).toBe(true)
    expect(live()).toContain('engagement')
    await press('Enter')
    const heading = await until(() => root.querySelector('.drawer h2'))
    expect(heading.textContent).toBe('Engagement: October 2018')
    expect(document.activeElement).toBe(heading)
    expect(location.search).toContain('p=2018-10-31~engagement')
    await press('Escape')
    await until(() => root.querySelector('.drawer') === null)
    expect(document.activeElement?.closest('figure')?.classList.contains('engagement')).toBe(true)
    expect(location.search).not.toContain('p=')
  })

  it('explains a point down to the statement, with parts that add up as printed', async () => {
    const { root, until } = await open('/r/norland-sudria?t=2018-01..2018-10&f=month&p=2018-03-31')
    await until(() => withText(root, '.drawer .statement', 'patrols went on along the coast'))
    const drawer = root.querySelector('.drawer')
    expect(drawer?.querySelector('blockquote')?.getAttribute('lang')).toBe('en')
    expect(drawer?.textContent).toContain('Foreign Minister Ada Quill')
    expect(drawer?.textContent).toContain('The Estwick Herald')
    const numbers = [...(drawer?.querySelectorAll('.shares .figure') ?? [])].map((b) => Number(b.textContent))
    expect(Math.round(numbers.reduce((sum, n) => sum + n, 0) * 10)).toBe(413)
    const steps = [...(drawer?.querySelectorAll('.change-bars .figure') ?? [])].map((b) =>
      Number(b.textContent?.replace('−', '-')),
    )
    const [before = 0, ...rest] = steps
    const after = rest.pop() ?? 0
    expect(Math.round((before + rest.reduce((sum, n) => sum + n, 0)) * 10)).toBe(Math.round(after * 10))
  })

  it('shows the change to the period before, says so, and is walked the same way', async () => {
    const { root, until } = await open('/r/norland-sudria?t=2018-01..2018-10&f=month&tr=change')
    await until(() => withText(root, 'figure.changes.tension h2', 'largest rise'))
    expect(root.querySelector('figure.changes .subtitle')?.textContent).toContain('since the period before')
    const plot = await until(() => root.querySelector<HTMLElement>('.changes.tension .plot-field'))
    await act(async () => plot.focus())
    expect(root.querySelector('[aria-live]')?.textContent).toMatch(/^October 2018: change of tension [+−]?\d+/)
    await press('Enter')
    await until(() => root.querySelector('.drawer h2'))
    expect(location.search).toContain('p=2018-10-31')
  })

  it('holds an index against another codebook on one chart', async () => {
    const { root, until } = await open('/r/norland-sudria?t=2018-01..2018-10&f=month&w2=default-1')
    await until(() => withText(root, 'figure.codebooks.tension h2', 'points on average'))
    const plot = await until(() => root.querySelector<HTMLElement>('.codebooks.tension .plot-field'))
    await act(async () => plot.focus())
    expect(root.querySelector('[aria-live]')?.textContent).toMatch(/^October 2018: tension \d+.*, \d+ under default-1$/)
    expect(root.querySelector('.codebooks .difference')).not.toBeNull()
  })

  it('shows every day in a calendar, and explains one as a day', async () => {
    const { root, until } = await open('/r/norland-sudria?t=2018-01..2018-10&tab=calendar')
    const field = await until(() => root.querySelector<HTMLElement>('.calendar-field'))
    expect(root.querySelectorAll('.calendar-field [data-day]')).toHaveLength(304)
    await act(async () => field.focus())
    await press('ArrowUp')
    expect(withText(root, '.calendar-map [role=status]', '24 October 2018: tension')).toBeDefined()
    await press('Enter')
    const heading = await until(() => root.querySelector('.drawer h2'))
    expect(heading.textContent).toBe('Tension: 24 October 2018')
    expect(location.search).toBe('?t=2018-01..2018-10&f=day&tab=calendar&p=2018-10-24')
  })

  it('goes back one visible step at a time', async () => {
    const { root, until } = await open('/r/norland-sudria')
    await click(await until(() => withText(root, '[role=tab]', 'Table')))
    await until(() => root.querySelector('table.series'))
    await click(await until(() => withText(root, '.segments label', 'Sudria → Norland')))
    expect(location.search).toBe('?dir=ba&tab=table')
    await act(async () => {
      history.back()
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    expect(location.search).toBe('?tab=table')
  })

  it('refuses a day that does not exist in words, and keeps what is shown', async () => {
    const { root, until } = await open('/r/norland-sudria')
    const field = await until(() => root.querySelector<HTMLInputElement>('.dates input'))
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    await act(async () => {
      set?.call(field, '2018-02-31')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await click(await until(() => withText(root, '.dates button', 'Show')))
    expect(root.querySelector('.wrong')?.textContent).toContain('"2018-02-31" is no day of the calendar')
    expect(location.search).toBe('')
  })

  it('says what is not there', async () => {
    const { root, until } = await open('/r/atlantis')
    await until(() => withText(root, 'h1', 'No relation is called atlantis'))
    expect(root.querySelector('.state a')?.getAttribute('href')).toBe('/')
  })
})

describe('a failure', () => {
  it('is told in the sentence of the server, with the id to quote and a way to try again', async () => {
    const refusal = {
      data: null,
      errors: [{ message: '"2018-13": there is no such month.', extensions: { requestId: 'req-7' } }],
    }
    const { root, until } = await open('/', fail(refusal))
    await until(() => withText(root, '[role=alert]', 'there is no such month'))
    expect(root.querySelector('[role=alert] code')?.textContent).toBe('req-7')
    expect(withText(root, '[role=alert] button', 'Try again')).toBeDefined()
  })

  it('of the network is told apart, and trying again works', async () => {
    let broken = true
    const { root, until } = await open('/', async (url, init) => {
      if (broken) throw new TypeError('Failed to fetch')
      return fetchInvented(url, init)
    })
    const again = await until(() => withText(root, '[role=alert] button', 'Try again'))
    expect(root.textContent).toContain('The server cannot be reached')
    broken = false
    await click(again)
    await until(() => root.querySelector('table.watch'))
  })

  it('of an empty database is not a failure: it says what to do', async () => {
    const { root, until } = await open('/', fail({ data: { relations: { __typename: 'X', nodes: [] } } }))
    await until(() => withText(root, 'h2', 'No relation yet'))
  })
})
