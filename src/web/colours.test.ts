/** An authority's colours are used only when everyone can read them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../lib/index.ts'
import { checkColours, contrast, siteStylesheet } from './colours.ts'

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00')
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
  assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48')
  assert.equal(contrast('#0000ff', '#ffffff').toFixed(2), '8.59')
  assert.equal(contrast('red', '#ffffff'), 0)
})

test('the colours of the look can be read', () => {
  assert.equal(checkColours({ ink: '#14253d', gold: '#b7832f' }), undefined)
})

test('an ink too pale for text, a gold too pale for marks and words that are no colour are refused with the mend', () => {
  assert.match(
    checkColours({ ink: '#777777', gold: '#b7832f' })?.message ?? '',
    /ink #777777 .* 4\.5 to 1\. Choose a darker one/,
  )
  assert.match(checkColours({ ink: '#14253d', gold: '#ffd700' })?.message ?? '', /gold #ffd700/)
  assert.equal(checkColours({ ink: 'navy;}body{display:none', gold: '#b7832f' })?.code, 'colour-unreadable')
})

test('the site’s stylesheet is named by its content, and says the site’s address before sources in print', () => {
  const sheet = siteStylesheet({ ink: '#14253d', gold: '#b7832f' }, 'https://record.example.org')
  assert.ok(!isRefusal(sheet))
  assert.match(sheet.bytes.toString(), /--sm-ink:#14253d;--sm-thread:#b7832f/)
  assert.match(sheet.bytes.toString(), /https:\/\/record\.example\.org" attr\(href\)/)
  const other = siteStylesheet({ ink: '#101010', gold: '#b7832f' })
  assert.ok(!isRefusal(other))
  assert.notEqual(other.path, sheet.path)
  const odd = siteStylesheet({ ink: '#14253d', gold: '#b7832f' }, 'https://x"}body{}')
  assert.ok(!isRefusal(odd) && !odd.bytes.toString().includes('body'))
})
