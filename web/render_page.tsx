import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Context, Layout, Page } from "./create_define.ts";
import { collectIslands } from "./islands.tsx";

/** A page as HTML and what its browser will need. */
export interface RenderedPage {
  readonly html: string;
  /** The names of the islands on the page. */
  readonly islands: ReadonlySet<string>;
}

/**
 * Renders a page inside its layouts.
 *
 * @param layouts outermost first, `_app` among them
 */
export function renderPage<Data, State>(
  layouts: readonly Layout<State>[],
  Page: Page<Data, State>,
  context: Context<State>,
  data: Data,
): RenderedPage {
  const tree = layouts.reduceRight<VNode>(
    (children, Layout) => <Layout {...context}>{children}</Layout>,
    <Page {...context} data={data} />,
  );
  const islands = new Set<string>();
  const html = `<!doctype html>${renderToString(collectIslands(tree, islands))}`;
  return { html, islands };
}
