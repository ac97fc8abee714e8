import { escapeHtml } from "./escape_html.ts";

/**
 * A page that goes on to another one of this server by itself. As it is a page of this server that asks, the
 * browser sends the cookie with SameSite=Strict, which it holds back after a link from elsewhere.
 *
 * @param path begins with one "/"
 */
export function refreshPage(
  path: string,
  init: { readonly status?: number; readonly headers?: HeadersInit } = {},
): Response {
  const target = escapeHtml(path);
  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  const html =
    `<!doctype html><html><head><meta charset="utf-8"><title>SystemHealer Workbench</title>` +
    // Without an icon of its own a browser asks for /favicon.ico, which is not there.
    `<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">` +
    `<meta http-equiv="refresh" content="0;url=${target}"></head>` +
    `<body><a href="${target}">SystemHealer Workbench</a></body></html>`;
  return new Response(html, { status: init.status ?? 200, headers });
}

/** `path` where it leads to a page of this server, else the first page. */
export function localPath(path: string | null | undefined): string {
  const here = "http://localhost";
  const url = path?.startsWith("/") ? URL.parse(path, here) : null;
  if (url?.origin !== here) return "/";
  const local = url.pathname + url.search + url.hash;
  // "//host" is the address of another host, and "/.//host" becomes one (WHATWG URL).
  return local.startsWith("//") ? "/" : local;
}
