import { createHash } from "node:crypto";
import { z } from "zod";
import { mediaType } from "./media_types.ts";
import { viteOrigin } from "./vite_origin.ts";

/** The program's own files that browsers load: `static/` as it is, and what Vite made of the islands. */
export interface Assets {
  /** The address of a file in `static/`, such as `tokens.css`; it changes with the content. */
  url(name: string): string;
  /** The module scripts that every page loads. */
  readonly scripts: readonly string[];
  /** The scripts that these islands need, to be loaded early. */
  preloads(islands: ReadonlySet<string>): readonly string[];
  /** The symbols of all icons, to stand in each page. */
  readonly icons: string;
  has(pathname: string): boolean;
  /** Answers for a path that there is. */
  answer(request: Request): Promise<Response>;
}

/** Where the files are. */
export interface AssetFolders {
  readonly staticFolder: URL;
  /** The folder of a client build, or "vite" while Vite serves the islands. */
  readonly client: URL | "vite";
}

interface Asset {
  readonly file: URL;
  readonly hash: string;
  /** Whether the path itself carries the content's hash. */
  readonly isHashed: boolean;
}

const chunkSchema = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
});
const manifestSchema = z.record(z.string(), chunkSchema);
type Manifest = z.infer<typeof manifestSchema>;

const entry = "client.ts";
const forever = "public, max-age=31536000, immutable";

/** Reads what files there are, once: a path that is not among them leads nowhere. */
export async function openAssets({ staticFolder, client }: AssetFolders): Promise<Assets> {
  const assets = new Map<string, Asset>();
  for await (const path of filesUnder(staticFolder)) {
    const file = new URL(path, staticFolder);
    assets.set(`/static/${path}`, { file, hash: await hashOfFile(file), isHashed: false });
  }
  const manifest = client === "vite" ? {} : await readManifest(client);
  if (client !== "vite") {
    const folder = new URL("assets/", client);
    for await (const path of filesUnder(folder)) {
      const file = new URL(path, folder);
      assets.set(`/assets/${path}`, { file, hash: await hashOfFile(file), isHashed: true });
    }
  }
  const known = (pathname: string): Asset => {
    const asset = assets.get(pathname);
    if (!asset) throw new TypeError(`there is no asset ${pathname}`);
    return asset;
  };
  return {
    url: (name) => `/static/${name}?v=${known(`/static/${name}`).hash}`,
    scripts: client === "vite"
      ? [`${viteOrigin}/@vite/client`, `${viteOrigin}/${entry}`]
      : chunkFiles(manifest, entry).slice(0, 1),
    preloads: (islands) => [
      ...new Set([entry, ...[...islands].map((name) => `islands/${name}.tsx`)]
        .flatMap((source) => chunkFiles(manifest, source))),
    ],
    icons: await Deno.readTextFile(new URL("icons.svg", staticFolder)),
    has: (pathname) => assets.has(pathname),
    answer: (request) => answer(request, known(new URL(request.url).pathname)),
  };
}

async function answer(request: Request, { file, hash, isHashed }: Asset): Promise<Response> {
  const etag = `"${hash}"`;
  const isPinned = isHashed || new URL(request.url).searchParams.get("v") === hash;
  const headers = {
    "cache-control": isPinned ? forever : "no-cache",
    "content-type": mediaType(file.pathname),
    etag,
  };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) =>
    tag.trim().replace(/^W\//, "")
  );
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(await Deno.readFile(file), { headers });
}

/** The addresses of a chunk and all it imports from the start, its own first. */
function chunkFiles(manifest: Manifest, source: string, seen = new Set<string>()): string[] {
  const chunk = manifest[source];
  if (!chunk || seen.has(source)) return [];
  seen.add(source);
  return [`/${chunk.file}`, ...chunk.imports.flatMap((name) => chunkFiles(manifest, name, seen))];
}

async function readManifest(client: URL): Promise<Manifest> {
  const text = await Deno.readTextFile(new URL(".vite/manifest.json", client));
  return manifestSchema.parse(JSON.parse(text));
}

async function* filesUnder(folder: URL, path = ""): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(new URL(path, folder))) {
    if (entry.isDirectory) yield* filesUnder(folder, `${path}${entry.name}/`);
    else yield path + entry.name;
  }
}

async function hashOfFile(file: URL): Promise<string> {
  return createHash("sha256").update(await Deno.readFile(file)).digest("hex").slice(0, 16);
}
