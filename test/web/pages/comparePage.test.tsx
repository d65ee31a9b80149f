// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mountPage, withText } from '../../support/mount.tsx'

let page: Mounted | null = null
const open = async (address: string) => {
  page = await mountPage(address)
  return page
}
afterEach(() => {
  page?.unmount()
  page = null
})

const click = (element: HTMLElement) => act(async () => element.click())
const press = (key: string) =>
  act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
const type = (field: HTMLInputElement, text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })

describe('the page that compares', () => {
  it('walks all panels with one crosshair, by keyboard, and opens a point', async () => {
    const { root, until } = await open('/compare?r=norland-sudria~norland-front&t=2018-01..2018-10')
    await until(() => root.querySelectorAll('.compared .plot-field').length === 2)
    const fields = [...root.querySelectorAll<HTMLElement>('.compared .plot-field')]
    expect(fields.map((field) => field.tabIndex)).toEqual([0, -1])
    await act(async () => fields[0]?.focus())
    await press('Home')
    await press('ArrowRight')
    const said = () => root.querySelector('.compare-panels [role=status]')?.textContent ?? ''
    expect(said()).toMatch(/^Norland–Sudria, February 2018: tension \d+/)
    expect([...root.querySelectorAll('.compared .at')].map((p) => p.textContent.split(':')[0])).toEqual([
      'February 2018',
      'February 2018',
    ])
    await press('ArrowDown')
    expect(document.activeElement).toBe(fields[1])
    expect(said()).toMatch(/^Norland–Marrow Coast Front, February 2018: /)
    expect(fields.map((field) => field.tabIndex)).toEqual([-1, 0])
    await press('Enter')
    expect(location.pathname + location.search).toBe('/r/norland-front?t=2018-01..2018-10&f=month&p=2018-02-28')
  })

  it('finds relations by typing and keeps them in the address', async () => {
    const { root, until } = await open('/compare?r=norland-sudria')
    const field = await until(() => root.querySelector<HTMLInputElement>('[role=combobox]'))
    await act(async () => field.focus())
    await type(field, 'front')
    await press('ArrowDown')
    await press('Enter')
    expect(location.search).toBe('?r=norland-sudria~sudria-front')
    await until(() => root.querySelectorAll('.compared').length === 2)
  })

  it('counts days from an event of each, typed or taken from its list', async () => {
    const { root, until } = await open('/compare?r=norland-sudria~norland-front')
    await click(await until(() => withText(root, '.segments label', 'From an event of each')))
    await until(() => withText(root, 'h2', 'No day to count from yet'))
    const field = await until(() => root.querySelector<HTMLInputElement>('.event-days input'))
    await type(field, '2018-05-15')
    await click(await until(() => withText(root, '.event-days button', 'Set')))
    expect(location.search).toBe('?r=norland-sudria~norland-front&e=2018-05-15~-')
    await until(() => root.querySelectorAll('.compared').length === 1)
    await until(() => root.querySelectorAll('.event-days select')[1]?.querySelectorAll('option').length === 4)
    const second = root.querySelectorAll<HTMLSelectElement>('.event-days select')[1]
    await act(async () => {
      if (second) second.value = 'event:2'
      second?.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(location.search).toBe('?r=norland-sudria~norland-front&e=2018-05-15~2018-03-12')
    await until(() => root.querySelectorAll('.compared').length === 2)
  })

  it('is reached from the home page with the ticked relations, and from a relation', async () => {
    const { root, until } = await open('/')
    const boxes = await until(() => {
      const found = root.querySelectorAll<HTMLInputElement>('table.watch input[type=checkbox]')
      return found.length === 3 && found
    })
    for (const box of [...boxes].slice(0, 2)) await click(box)
    const link = await until(() => withText(root, '.compare-chosen a', 'Compare 2 relations'))
    expect(link.getAttribute('href')).toMatch(/^\/compare\?r=[a-z-]+~[a-z-]+$/)
    page?.unmount()
    const relation = await open('/r/norland-sudria?f=month')
    const other = await relation.until(() => withText(relation.root, '.crumb a', 'Compare with others'))
    expect(other.getAttribute('href')).toBe('/compare?r=norland-sudria')
  })
})
