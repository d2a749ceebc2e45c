/** What the search can lead to: a place in the site, with its words. */
export interface Found {
  /** From the root of the site. */
  readonly href: string;
  /** Title of its page. */
  readonly page: string;
  /** Heading of its part of the page; empty for what stands before the first one. */
  readonly heading: string;
  readonly text: string;
}

/** The search of a page: where it lies, and what of its language there is to be found. */
declare global {
  var siteRecords: readonly Found[] | undefined;
}
