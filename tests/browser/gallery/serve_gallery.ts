import { fileURLToPath } from "node:url";
import { mediaType } from "@/web/media_types.ts";
import { newNonce, withSecurityHeaders } from "@/web/security_headers.ts";

const root = new URL("../../../", import.meta.url);
const styles = ["tokens", "base", "controls", "floating", "content", "figures", "table_figures"];

/** A server of the page with a figure of every type, under the policy of the real pages. */
export interface Gallery extends AsyncDisposable {
  readonly url: string;
}

/** Builds the gallery with Vite and serves it. */
export async function serveGallery(): Promise<Gallery> {
  const folder = await Deno.makeTempDir({ prefix: "healer-gallery-" });
  await build(folder);
  const icons = await Deno.readTextFile(new URL("static/icons.svg", root));
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const nonce = newNonce();
      const { pathname } = new URL(request.url);
      const file = pathname.startsWith("/static/")
        ? new URL(`.${pathname}`, root)
        : new URL(`.${pathname}`, `file://${folder}/`);
      const answer = pathname === "/"
        ? new Response(page(icons), { headers: { "content-type": "text/html; charset=utf-8" } })
        : new Response(await Deno.readFile(file), {
          headers: { "content-type": mediaType(pathname) },
        });
      return withSecurityHeaders(answer, { nonce, vite: false });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/`,
    [Symbol.asyncDispose]: async () => {
      await server.shutdown();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

function page(icons: string): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="/static/${name}.css">`).join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<link rel="icon" href="/static/favicon.svg">${links}` +
    `<script type="module" src="/gallery.js"></script></head>` +
    `<body><div hidden>${icons}</div><main id="main"><h1>Figures</h1><div></div></main></body></html>`;
}

async function build(folder: string): Promise<void> {
  const path = (name: string) => fileURLToPath(new URL(name, root));
  const config = `${folder}/vite.config.mjs`;
  await Deno.writeTextFile(
    config,
    `export default ${
      JSON.stringify({
        root: path("./"),
        publicDir: false,
        configFile: false,
        logLevel: "warn",
        resolve: { alias: { "@": path("./").replace(/\/$/, "") } },
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        build: {
          outDir: folder,
          emptyOutDir: false,
          rollupOptions: {
            input: path("tests/browser/gallery/gallery.tsx"),
            output: { entryFileNames: "gallery.js" },
          },
        },
      })
    };`,
  );
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-prompt", path("node_modules/vite/bin/vite.js"), "build"]
      .concat(["--config", config]),
    cwd: path("./"),
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
