import { createContext, type FunctionComponent, h, options, type VNode } from "preact";
import { useContext } from "preact/hooks";
import { writeProps } from "./props_text.ts";

type Props = Record<string, unknown>;

/** Where the rendering of one page stands: what the islands on it are, and whether it is inside of one. */
interface IslandScope {
  readonly used: Set<string>;
  readonly inside: boolean;
}

const Scope = createContext<IslandScope>({ used: new Set(), inside: false });

/** The component that stands on the server for an island's own. */
const rootOf = new Map<unknown, FunctionComponent<Props>>();

/**
 * Makes every use of `component` on the server an `<x-island>` that the browser hydrates.
 *
 * @param name the island's file without its ending, such as `RunButton`, by which `client.ts` finds it
 */
export function registerIsland(name: string, component: FunctionComponent<Props>): void {
  // A component of its own that is not registered, so that rendering it does not start over.
  const Inner: FunctionComponent<Props> = (props) => component(props);
  rootOf.set(component, (props) => {
    const scope = useContext(Scope);
    if (scope.inside) return <Inner {...props} />; // the outer island hydrates it
    scope.used.add(name);
    return h(
      "x-island",
      { "data-name": name, "data-props": writeProps(props) },
      <Scope.Provider value={{ ...scope, inside: true }}>
        <Inner {...props} />
      </Scope.Provider>,
    );
  });
}

/**
 * Registers the default export of every file in `folder` and below.
 *
 * @throws {TypeError} where a file has no function as its default export
 */
export async function loadIslands(folder: URL, path = ""): Promise<void> {
  for (const entry of Deno.readDirSync(folder)) {
    if (entry.isDirectory) {
      await loadIslands(new URL(`${entry.name}/`, folder), `${path}${entry.name}/`);
    } else if (entry.name.endsWith(".tsx")) {
      const module: unknown = await import(new URL(entry.name, folder).href);
      const component = defaultExport(module);
      if (!isFunctionComponent(component)) {
        throw new TypeError(
          `Cannot use islands/${path}${entry.name}: its default export is no function.`,
        );
      }
      registerIsland(path + entry.name.slice(0, -".tsx".length), component);
    }
  }
}

/** A tree in whose rendering the names of the islands are added to `used`. */
export function collectIslands(tree: VNode, used: Set<string>): VNode {
  return <Scope.Provider value={{ used, inside: false }}>{tree}</Scope.Provider>;
}

/** What a module exports by default, or undefined. */
export function defaultExport(module: unknown): unknown {
  return typeof module === "object" && module !== null && "default" in module
    ? module.default
    : undefined;
}

function isFunctionComponent(value: unknown): value is FunctionComponent<Props> {
  return typeof value === "function";
}

const before = options.vnode;
options.vnode = (vnode) => {
  const root = rootOf.get(vnode.type);
  if (root) vnode.type = root;
  before?.(vnode);
};
