/** What is published for the agency's own portal to show. */
export interface Feed {
  id: string
  title: string
  subtitle: string
  /** The page for people. */
  home: string
  /** The address of this feed, without its ending. */
  self: string
  language: 'vi' | 'en'
  author: string
  items: readonly FeedItem[]
}

export interface FeedItem {
  id: string
  title: string
  url: string
  summary: string
  updatedAt: Date
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
// XML 1.0 knows no control characters but tab and line ends, and no half of a surrogate pair.
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

function text(value: string): string {
  return value.replace(NOT_XML, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/** When the newest item changed; a feed with nothing in it is as old as time. */
export function updatedAt({ items }: Feed): Date {
  return new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime())))
}

/** @see RFC 4287 */
export function atomOf(feed: Feed): string {
  const entries = feed.items.map(
    (item) => `  <entry>
    <id>${text(item.id)}</id>
    <title>${text(item.title)}</title>
    <link rel="alternate" href="${text(item.url)}"/>
    <updated>${item.updatedAt.toISOString()}</updated>
    <summary>${text(item.summary)}</summary>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${text(feed.id)}</id>
  <title>${text(feed.title)}</title>
  <subtitle>${text(feed.subtitle)}</subtitle>
  <author><name>${text(feed.author)}</name></author>
  <link rel="alternate" href="${text(feed.home)}"/>
  <link rel="self" href="${text(feed.self)}.atom"/>
  <updated>${updatedAt(feed).toISOString()}</updated>
${entries.join('')}</feed>
`
}

/** @see JSON Feed 1.1 */
export function jsonFeedOf(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: `${feed.self}.json`,
    language: feed.language,
    authors: [{ name: feed.author }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      date_modified: item.updatedAt.toISOString(),
    })),
  })
}
