/** Origins a portal may live at: those named at start, and anything below `localhost`. */
function isPortalOrigin(url: URL, portalOrigins: string[]): boolean {
  if (portalOrigins.includes(url.origin)) return true
  return ['http:', 'https:'].includes(url.protocol) && url.hostname.endsWith('.localhost')
}

function parse(uri: string): URL | undefined {
  const url = URL.parse(uri)
  return url && url.username === '' && url.password === '' && url.hash === '' ? url : undefined
}

export function isReturnUri(uri: string, portalOrigins: string[], returnPath: string): boolean {
  const url = parse(uri)
  return !!url && isPortalOrigin(url, portalOrigins) && url.pathname === returnPath && url.search === ''
}

export function isPostLogoutUri(uri: string, portalOrigins: string[]): boolean {
  const url = parse(uri)
  return !!url && isPortalOrigin(url, portalOrigins)
}
