import { Hono } from "hono";
import { HealerError } from "@/pipeline/problem.ts";
import type { Context, Handler, Handlers, Middleware, Page } from "./create_define.ts";
import { methods } from "./methods.ts";
import { pathOf } from "./path_of.ts";
import { problemOf, problemResponse, statusOf, wantsPage } from "./problem_response.ts";
import { requestProblems } from "./problems.ts";
import { renderPage } from "./render_page.tsx";
import { defaultMaxBody, withBodyLimit } from "./request_body.ts";
import type { RouteFile } from "./route_files.ts";
import { byPattern, routePattern } from "./route_path.ts";
import { RouteTree } from "./route_tree.ts";

/** Answers requests by the files of a routes folder. */
export interface Routes<State> {
  /** Always answers; what is thrown becomes an error page or a JSON problem. */
  fetch(request: Request, state: State): Promise<Response>;
}

/** What the routes need from outside. */
export interface RoutesOptions {
  /** Addresses of the scripts to load early, by the names of the islands on a page. */
  readonly preloads: (islands: ReadonlySet<string>) => readonly string[];
  /** Is told of everything thrown that is no {@linkcode HealerError}. */
  readonly report: (error: unknown) => void;
}

type Answer<State> = (context: Context<State>) => Response | Promise<Response>;

/** Routes by Fresh's conventions, from what `loadRoutes` read. */
export function fsRoutes<State>(
  files: readonly RouteFile<State>[],
  { preloads, report }: RoutesOptions,
): Routes<State> {
  const tree = new RouteTree(files);
  const hono = new Hono<{ Bindings: { state: State } }>({ getPath: pathOf });
  for (const { file, pattern } of leavesOf(files)) {
    const answer = answerOf(file);
    hono.all(pattern, (c) => {
      const context = contextOf(c.req.raw, c.req.param(), c.env.state);
      return surrounded(file.path, context, answer);
    });
  }
  hono.all("*", (c) =>
    surrounded("_404.tsx", contextOf(c.req.raw, {}, c.env.state), ({ url }) => {
      throw new HealerError(requestProblems.noSuchPage(url.pathname));
    }));
  return { fetch: async (request, state) => await hono.fetch(request, { state }) };

  /** Answers with the middleware above the file around it, and with an error page where that throws. */
  async function surrounded(
    path: string,
    context: Context<State>,
    answer: Answer<State>,
  ): Promise<Response> {
    try {
      return await through(tree.middlewares(path), context, answer);
    } catch (error) {
      if (!(error instanceof HealerError)) report(error);
      return failed(path, context, error);
    }
  }

  /** Answers by the file's handler for the method, and by its page where that gives data. */
  function answerOf({ path, handlers: given, page, config }: RouteFile<State>): Answer<State> {
    const handlers: Handlers<State> = page ? { GET: noData, ...given } : given;
    return async (context) => {
      const handler = handlerFor(context.req.method, handlers);
      if (handler instanceof Response) return handler;
      const req = withBodyLimit(context.req, config.maxBody ?? defaultMaxBody);
      const out = await handler({ ...context, req });
      if (out instanceof Response) return out;
      if (!page) throw new TypeError(`routes/${path} gives data but has no page`);
      return shown(path, page, context, out.data, out);
    };
  }

  function shown<Data>(
    path: string,
    page: Page<Data, State>,
    context: Context<State>,
    data: Data,
    init: { readonly status?: number; readonly headers?: HeadersInit },
  ): Response {
    const { html, islands } = renderPage(tree.layouts(path), page, context, data);
    const headers = new Headers(init.headers);
    if (!headers.has("content-type")) headers.set("content-type", "text/html; charset=utf-8");
    for (const address of preloads(islands)) {
      headers.append("link", `<${address}>; rel=modulepreload`);
    }
    return new Response(html, { status: init.status ?? 200, headers });
  }

  function failed(path: string, context: Context<State>, error: unknown): Response {
    const problem = problemOf(error);
    const status = statusOf(problem);
    const page = wantsPage(context.req) ? tree.errorPage(path, status) : undefined;
    if (!page) return problemResponse(problem);
    try {
      return shown(page.path, page.page, { ...context, error }, undefined, { status });
    } catch (error) {
      report(error);
      return problemResponse(problem);
    }
  }
}

/** The files that answer, the most specific first. */
function leavesOf<State>(
  files: readonly RouteFile<State>[],
): { readonly file: RouteFile<State>; readonly pattern: string }[] {
  return files.filter(({ path }) => !/(^|\/)_[^/]*$/.test(path))
    .map((file) => ({ file, pattern: routePattern(file.path) }))
    .sort((a, b) => byPattern(a.pattern, b.pattern));
}

function contextOf<State>(
  req: Request,
  params: Readonly<Record<string, string>>,
  state: State,
): Context<State> {
  return {
    req,
    url: new URL(req.url),
    params,
    state,
    error: undefined,
    next: () => Promise.reject(new TypeError("next() is for middleware")),
    redirect: (path, status = 302) => new Response(null, { status, headers: { location: path } }),
  };
}

/** Runs the middlewares around `answer`, outermost first. */
async function through<State>(
  middlewares: readonly Middleware<State>[],
  context: Context<State>,
  answer: Answer<State>,
): Promise<Response> {
  const [first, ...rest] = middlewares;
  if (!first) return await answer(context);
  return await first({ ...context, next: () => through(rest, context, answer) });
}

/** The handler for a method, HEAD counting as GET, or the answer that there is none (RFC 9110, 9.3 and 15.5.6). */
function handlerFor<State>(method: string, handlers: Handlers<State>): Handler<State> | Response {
  const known = methods.find((name) => name === (method === "HEAD" ? "GET" : method));
  const handler = known && handlers[known];
  if (handler) return handler;
  const handled = methods.filter((name) => handlers[name]);
  const allowed = [...handled, ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"];
  const headers = { allow: allowed.join(", ") };
  return method === "OPTIONS"
    ? new Response(null, { status: 204, headers })
    : problemResponse(requestProblems.methodNotAllowed(method, allowed), headers);
}

function noData(): { readonly data: undefined } {
  return { data: undefined };
}
