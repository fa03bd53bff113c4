import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Frame, FrameContext } from './frame.ts'
import { Around } from './page.tsx'

/** A whole HTML document of a page component, which renders `<html>` itself. */
export function renderDocument(page: VNode, frame: Frame): string {
  return `<!doctype html>${renderToString(<FrameContext.Provider value={frame}>{page}</FrameContext.Provider>)}`
}

/** What of a page is the same for every visitor: `<head>` and `<main>`, as they were written once. */
export interface SamePart {
  head: string
  main: string
}

// Text of a page is escaped, so that no content can pass for one of these marks.
const PARTS = /(<head>.*<\/head>).*?(<main[ >].*<\/main>)/s

/** Takes the same part out of a document. None when the page has another build than `Page` gives it. */
export function findSamePart(document: string): SamePart | undefined {
  const [, head, main] = PARTS.exec(document) ?? []
  return head !== undefined && main !== undefined ? { head, main } : undefined
}

/** The page again, for another visitor: only what belongs to the visitor is rendered. */
export function renderAround({ head, main }: SamePart, frame: Frame): string {
  const hem = !main.startsWith('<main id="main" tabindex="-1" class="home"')
  return renderDocument(<Around path={frame.path} hem={hem} head={<head />} main={<main />} />, frame)
    .replace('<head></head>', () => head)
    .replace('<main></main>', () => main)
}
