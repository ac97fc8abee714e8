import type { Layout, Middleware, Page } from "./create_define.ts";
import type { RouteFile } from "./route_files.ts";
import { filesAbove } from "./route_path.ts";

/** A page that is shown in place of another one, and the file it is in. */
export interface ErrorPage<State> {
  readonly path: string;
  readonly page: Page<undefined, State>;
}

/** The files of a routes folder by what surrounds them: middleware, layouts and error pages of the folders above. */
export class RouteTree<State> {
  private readonly byPath: ReadonlyMap<string, RouteFile<State>>;

  constructor(files: readonly RouteFile<State>[]) {
    this.byPath = new Map(files.map((file) => [file.path, file]));
  }

  /** The middlewares around the file at `path`, outermost first. */
  middlewares(path: string): Middleware<State>[] {
    return this.above(path, "_middleware.ts").flatMap(({ middleware }) => middleware ?? []);
  }

  /** The layouts around the page at `path`, outermost first, which is `_app`. */
  layouts(path: string): Layout<State>[] {
    return [...this.above(path, "_app.tsx"), ...this.above(path, "_layout.tsx")]
      .flatMap(({ layout }) => layout ?? []);
  }

  /** The page for a failure with this status, the one nearest to the file at `path`. */
  errorPage(path: string, status: number): ErrorPage<State> | undefined {
    const names = status === 404 ? ["_404.tsx", "_error.tsx"] : ["_error.tsx"];
    return names.flatMap((name) => this.above(path, name).reverse())
      .flatMap(({ path, page }) => page ? [{ path, page }] : [])[0];
  }

  private above(path: string, name: string): RouteFile<State>[] {
    return filesAbove(path, name).flatMap((above) => this.byPath.get(above) ?? []);
  }
}
