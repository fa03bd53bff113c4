import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Frame, FrameContext } from './frame.ts'

/** A whole HTML document of a page component, which renders `<html>` itself. */
export function renderDocument(page: VNode, frame: Frame): string {
  return `<!doctype html>${renderToString(<FrameContext.Provider value={frame}>{page}</FrameContext.Provider>)}`
}
