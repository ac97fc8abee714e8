import { createHash, randomBytes } from "node:crypto";
import { plotStyle } from "./plot_style.ts";
import { viteOrigin } from "./vite_origin.ts";

const plotStyleHash = `'sha256-${createHash("sha256").update(plotStyle).digest("base64")}'`;

/** A number used once, by which the elements of one answer are told from those that were slipped in. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The answer with the headers that every answer carries (OWASP Secure Headers Project): nothing from
 * elsewhere loads, nothing elsewhere may frame it, and only what says so is kept by caches.
 *
 * @param options.nonce allows `<style nonce>` elements, which editors need that write their styles themselves
 * @param options.vite whether Vite serves the islands
 */
export function withSecurityHeaders(
  response: Response,
  { nonce, vite }: { nonce: string; vite: boolean },
): Response {
  if (response.status === 101) return response; // an upgrade's answer is the protocol's own
  const headers = new Headers(response.headers);
  headers.set("content-security-policy", contentSecurityPolicy(nonce, vite));
  for (const [name, value] of Object.entries(fixedHeaders)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}

const fixedHeaders = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy": [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
  ].map((feature) => `${feature}=()`).join(", "),
  // Not "no-referrer": with that, a browser sends "Origin: null" with the forms of our own pages.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};

/** Content Security Policy Level 3: everything is forbidden but what is named. */
function contentSecurityPolicy(nonce: string, vite: boolean): string {
  const development = vite ? [viteOrigin] : [];
  const sockets = vite ? [viteOrigin.replace("http", "ws")] : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", ...development],
    "style-src": ["'self'", `'nonce-${nonce}'`, plotStyleHash],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...development, ...sockets],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
