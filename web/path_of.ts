/**
 * The path that everything goes by, the gate and the routes alike. Deno hands over a request's address as it was
 * sent, with "/../" and all; here it is as a browser would have sent it.
 */
export function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}
