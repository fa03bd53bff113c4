import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Frame, FrameContext } from './frame.ts'
import { Around } from './page.tsx'

/** A whole HTML document of a page component, which renders `<html>` itself. */
export function renderDocument(page: VNode, frame: Frame): string {
  return `<!doctype html>${renderToString(<FrameContext.Provider value={frame}>{page}</FrameContext.Provider>)}`
}

/** A piece of a document. `alike`: others get the very same, because nothing of the visitor's own is in it. */
export interface Piece {
  text: string
  alike: boolean
}

// Text of a page is escaped, so that no content can pass for one of these marks.
const MAIN = '<main'
const BELOW = '</main>'

/** A document in its pieces: head and header, the main part, and what is below it. */
export function piecesOf(document: string, { main = false } = {}): Piece[] {
  const begins = document.indexOf(MAIN)
  const ends = document.indexOf(BELOW)
  if (begins < 0 || ends < 0) return [{ text: document, alike: false }]
  return [
    { text: document.slice(0, begins), alike: false },
    { text: document.slice(begins, ends), alike: main },
    { text: document.slice(ends), alike: true },
  ]
}

/** What of a page is the same for every visitor: `<head>` and `<main>`, as they were written once. */
export interface SamePart {
  head: string
  main: string
}

const PARTS = /(<head>.*<\/head>).*?(<main[ >].*<\/main>)/s

/** Takes the same part out of a document. None when the page has another build than `Page` gives it. */
export function findSamePart(document: string): SamePart | undefined {
  const [, head, main] = PARTS.exec(document) ?? []
  return head !== undefined && main !== undefined ? { head, main } : undefined
}

/** The page again, for another visitor, in pieces: only what belongs to the visitor is rendered. */
export function renderAround({ head, main }: SamePart, frame: Frame): Piece[] {
  const hem = !main.startsWith('<main id="main" tabindex="-1" class="home"')
  const around = renderDocument(<Around path={frame.path} hem={hem} head={<head />} main={<main />} />, frame)
  const [start = '', before = '', below = ''] = around.split(/<head><\/head>|<main><\/main>/)
  return [
    { text: start, alike: true },
    { text: head, alike: true },
    { text: before, alike: false },
    { text: main, alike: true },
    { text: below, alike: true },
  ]
}
