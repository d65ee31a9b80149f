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
const press = (key: string, ctrlKey = false) =>
  act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
    )
  })
const type = (field: HTMLInputElement, text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })

describe('the page of the matrix', () => {
  it('begins with the parties of the watched relations, each number under its headers', async () => {
    const { root, until } = await open('/matrix?all=1')
    await until(() => root.querySelector('[role=grid]'))
    expect([...root.querySelectorAll('tbody th[scope=row]')].map((th) => th.textContent).sort()).toEqual([
      'Marrow Coast Front',
      'Norland',
      'Sudria',
    ])
    expect(root.querySelectorAll('[role=grid] [data-at]')).toHaveLength(9)
    expect(root.querySelector('.dyad-matrix h2')?.textContent).toMatch(/^Tension/)
  })

  it('is one stop for Tab, walked by arrows, read out, and opens a pair by Enter', async () => {
    const { root, until } = await open('/matrix?all=1')
    const stop = await until(() => root.querySelector<HTMLElement>('[data-at][tabindex="0"]'))
    expect(root.querySelectorAll('[data-at][tabindex="0"]')).toHaveLength(1)
    await act(async () => stop.focus())
    const at = () => (document.activeElement as HTMLElement).dataset.at
    await press('End', true)
    expect(at()).toBe('2 2')
    await press('Home', true)
    await press('ArrowRight')
    expect([at(), root.querySelectorAll('[data-at][tabindex="0"]').length]).toEqual(['0 1', 1])
    expect(root.querySelector('.dyad-matrix [role=status]')?.textContent).toMatch(/^\S.* toward .*: /)
    await press('Enter')
    expect(location.pathname).toMatch(/^\/r\//)
    expect(location.search).toMatch(/dir=(ab|ba)&t=.*&p=\d{4}-\d\d-\d\d/)
  })

  it('keeps every choice in the address, and Back undoes one', async () => {
    const { root, until } = await open('/matrix')
    await click(await until(() => withText(root, '.segments label', 'Change in a year')))
    await click(await until(() => withText(root, '.segments label', 'Engagement')))
    expect(location.search).toBe('?m=engagement&mode=change')
    await act(async () => {
      history.back()
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    expect(location.search).toBe('?mode=change')
  })

  it('adds a party found by typing, with the keyboard alone, and takes one out', async () => {
    const { root, until } = await open('/matrix')
    const field = await until(() => root.querySelector<HTMLInputElement>('[role=combobox]'))
    await act(async () => field.focus())
    await type(field, 'ostm')
    await until(() => withText(root, '[role=option]', 'Free Towns of Ostmark'))
    expect(field.getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Ostmark')
    await press('Enter')
    expect(location.search).toContain('~OST')
    await click(await until(() => root.querySelector<HTMLElement>('[aria-label="Take out Norland"]')))
    expect(location.search).not.toContain('NOR.GOV')
  })

  it('says of what nobody is called that nobody is', async () => {
    const { root, until } = await open('/matrix')
    const field = await until(() => root.querySelector<HTMLInputElement>('[role=combobox]'))
    await act(async () => field.focus())
    await type(field, 'zzz')
    await until(() => withText(root, '.nothing', 'Nothing is called “zzz”'))
  })

  it('refuses a day that does not exist in words', async () => {
    const { root, until } = await open('/matrix')
    const field = await until(() => root.querySelector<HTMLInputElement>('.dates input'))
    await type(field, '2018-02-31')
    await click(await until(() => withText(root, '.dates button', 'Set')))
    expect(root.querySelector('.wrong')?.textContent).toContain('"2018-02-31" is no day of the calendar')
  })
})
