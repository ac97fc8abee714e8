import type { Handlers, Layout, Middleware, Page, RouteConfig } from "./create_define.ts";
import { defaultExport } from "./islands.tsx";
import { methods } from "./methods.ts";
import type { Operations } from "./operation.ts";

/** What one file in `routes/` brings. */
export interface RouteFile<State> {
  /** The path from the routes folder, such as `notebooks/[id].tsx`. */
  readonly path: string;
  readonly handlers: Handlers<State>;
  /** What the handlers do, as the documentation of the API tells it. */
  readonly operations: Operations;
  readonly config: RouteConfig;
  /** The default export of a page or an error page. */
  readonly page: Page<unknown, State> | undefined;
  /** The default export of `_app.tsx` and `_layout.tsx`. */
  readonly layout: Layout<State> | undefined;
  /** The default export of `_middleware.ts`. */
  readonly middleware: Middleware<State> | undefined;
}

/**
 * Imports all files of a routes folder; what a default export means goes by the name of its file.
 *
 * @throws {TypeError} naming a file whose exports do not fit its place
 */
export async function loadRoutes<State>(folder: URL): Promise<RouteFile<State>[]> {
  const files = [...routePaths(folder)].sort();
  return await Promise.all(files.map(async (path) => {
    const module: unknown = await import(new URL(path, folder).href);
    return routeFile<State>(path, module);
  }));
}

/** The paths of all route files under `folder`. */
export function* routePaths(folder: URL, path = ""): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    if (entry.isDirectory) {
      yield* routePaths(new URL(`${entry.name}/`, folder), `${path}${entry.name}/`);
    } else if (/\.tsx?$/.test(entry.name)) yield path + entry.name;
  }
}

function routeFile<State>(path: string, module: unknown): RouteFile<State> {
  const component = defaultExport(module);
  const handlers = namedExport(module, "handler") ?? {};
  const operations = namedExport(module, "api") ?? {};
  const config = namedExport(module, "config") ?? {};
  if (!isHandlers<State>(handlers)) {
    throw new TypeError(`Cannot use routes/${path}: "handler" has to be made by define.handlers.`);
  }
  if (!isOperations(operations)) {
    throw new TypeError(`Cannot use routes/${path}: "api" has to be made by define.api.`);
  }
  if (!isConfig(config)) {
    throw new TypeError(`Cannot use routes/${path}: "config" may have only a number "maxBody".`);
  }
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.tsx?$/, "");
  const route = {
    path,
    handlers,
    operations,
    config,
    page: undefined,
    layout: undefined,
    middleware: undefined,
  };
  if (component === undefined && Object.keys(handlers).length > 0) return route;
  if (name === "_middleware" && isFunction<Middleware<State>>(component)) {
    return { ...route, middleware: component };
  }
  if ((name === "_app" || name === "_layout") && isFunction<Layout<State>>(component)) {
    return { ...route, layout: component };
  }
  if (isFunction<Page<unknown, State>>(component)) return { ...route, page: component };
  throw new TypeError(
    `Cannot use routes/${path}: it has neither a handler nor a function by default.`,
  );
}

function namedExport(module: unknown, name: string): unknown {
  return Object.entries(Object(module)).find(([key]) => key === name)?.[1];
}

/** The border between a module's exports, which nothing has typed, and what its place asks for. */
function isFunction<F extends (...args: never[]) => unknown>(value: unknown): value is F {
  return typeof value === "function";
}

function isHandlers<State>(value: unknown): value is Handlers<State> {
  const known: readonly string[] = methods;
  return typeof value === "object" && value !== null &&
    Object.entries(value).every(([key, handler]) =>
      known.includes(key) && typeof handler === "function"
    );
}

function isOperations(value: unknown): value is Operations {
  const known: readonly string[] = methods;
  return typeof value === "object" && value !== null &&
    Object.entries(value).every(([key, operation]) =>
      known.includes(key) && typeof operation === "object" && operation !== null &&
      "summary" in operation
    );
}

function isConfig(value: unknown): value is RouteConfig {
  return typeof value === "object" && value !== null &&
    Object.entries(value).every(([key, limit]) => key === "maxBody" && typeof limit === "number");
}
