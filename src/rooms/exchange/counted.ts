/** Messages are counted no further: a page that counts a long history is slow for a figure nobody reads. */
export const COUNTED_TO = 1000
