import type { ComponentChildren, VNode } from "preact";
import type { Method } from "./methods.ts";
import type { Operations } from "./operation.ts";

type Awaitable<T> = T | Promise<T>;

/** What a page, a handler, a layout or a middleware knows of the request. */
export interface Context<State> {
  readonly req: Request;
  readonly url: URL;
  /** The parts of the path that the route's file name holds in brackets, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** What the gate and the middleware found out; one object for the whole request. */
  readonly state: State;
  /** In `_error.tsx`, what was thrown; otherwise undefined. */
  readonly error: unknown;
  /** In a middleware, the answer of what comes after it. */
  next(): Promise<Response>;
  /** An answer that sends the browser elsewhere; 303 makes it a GET. */
  redirect(path: string, status?: 302 | 303 | 307 | 308): Response;
}

/** Data for the page of the same file, with the status and the headers of its answer. */
export interface PageData<Data> {
  readonly data: Data;
  readonly status?: number;
  readonly headers?: HeadersInit;
}

/** What a handler gives back: an answer of its own, or data for the page of the same file. */
export type Handler<State> = (
  context: Context<State>,
) => Awaitable<Response | PageData<unknown>>;

/** Handlers by method; a page without a GET handler gets one that gives no data. */
export type Handlers<State> = { readonly [M in Method]?: Handler<State> };

/** What a page is rendered from. */
export type PageProps<Data, State> = Context<State> & { readonly data: Data };

/** A page: a component of what its handler gave. */
export type Page<Data, State> = (props: PageProps<Data, State>) => VNode;

/** `_app.tsx` and `_layout.tsx`: a component around the pages of its folder and below. */
export type Layout<State> = (
  props: Context<State> & { readonly children: ComponentChildren },
) => VNode;

/** `_middleware.ts`: acts before and after everything in its folder and below. */
export type Middleware<State> = (context: Context<State>) => Awaitable<Response>;

/** `config` of a route file. */
export interface RouteConfig {
  /** The largest body the route reads, in bytes; 1 MiB where it is not given. */
  readonly maxBody?: number;
}

/** The data that the handlers `H` give to their page. */
export type DataOf<H> = H extends Handlers<never>
  ? Extract<Awaited<ReturnType<Extract<H[keyof H], Handler<never>>>>, PageData<unknown>>["data"]
  : undefined;

/** The functions by which route files say what they are; each gives back what it was given. */
export interface Define<State> {
  /** What the handlers of a file of the API do, take and give: its export `api`. */
  readonly api: <O extends Operations>(operations: O) => O;
  readonly handlers: <H extends Handlers<State>>(handlers: H) => H;
  readonly page: <H = undefined>(page: Page<DataOf<H>, State>) => Page<DataOf<H>, State>;
  readonly layout: (layout: Layout<State>) => Layout<State>;
  readonly middleware: (middleware: Middleware<State>) => Middleware<State>;
}

/** As `createDefine` of Fresh 2: route files state their types by it and need no others. */
export function createDefine<State>(): Define<State> {
  return {
    api: (operations) => operations,
    handlers: (handlers) => handlers,
    page: (page) => page,
    layout: (layout) => layout,
    middleware: (middleware) => middleware,
  };
}

/** Data for the page, as a handler gives it back: `page({ rows }, { status: 404 })`. */
export function page<Data>(
  data: Data,
  init: { readonly status?: number; readonly headers?: HeadersInit } = {},
): PageData<Data> {
  return { data, ...init };
}
