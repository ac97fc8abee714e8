import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { viteOrigin } from "./web/vite_origin.ts";

const server = "http://127.0.0.1:8000";

/** Islands change under the visitor's hands; for anything else the server starts anew, and then the page loads anew. */
function reloadAfterRestart(): Plugin {
  return {
    name: "reload-after-restart",
    apply: "serve",
    configureServer({ watcher, ws }) {
      watcher.add(["routes", "components", "web", "store", "pipeline", "static"]);
      watcher.on("change", async (file) => {
        if (/[/\\](islands|client\.ts)/.test(file)) return;
        await new Promise((resolve) => setTimeout(resolve, 300));
        for (let tries = 0; tries < 100 && !await lives(); tries++) {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        ws.send({ type: "full-reload" });
      });
    },
  };
}

async function lives(): Promise<boolean> {
  return await fetch(`${server}/healthz`).then((response) => response.ok, () => false);
}

/** Modules of the first load of all pages. */
const sharedByPages =
  /\/(components\/(menu|menu_list|use_close_outside|dismiss_button|texts_dismiss|icon|key_names|later|language|problem_text|number_words|time_words|text_width|dropped_files|texts_drop)|islands\/(commands|event_stream|read_stream)|web\/language)\.tsx?$/;

/** Modules of the first load of a notebook that parts fetched later use as well. */
const sharedByNotebook =
  /\/(components\/(texts_form|form\/(drafts|field_frame|reset_button|use_change|value_words)|notebook\/(cell_names|context|state_words))|islands\/notebook\/(edits|wires))\.tsx?$/;

export default defineConfig({
  plugins: [preact(), reloadAfterRestart()],
  publicDir: false,
  resolve: { alias: { "@": import.meta.dirname ?? "." } },
  build: {
    outDir: "dist/client",
    manifest: true,
    // What a page needs at once is named in its head; the code that preloads the rest outweighs what it saves here.
    modulePreload: false,
    rollupOptions: {
      input: "client.ts",
      output: {
        // What every page needs is one file: many small ones are packed worse.
        codeSplitting: {
          groups: [
            { name: "page", test: sharedByPages },
            { name: "notebook", test: sharedByNotebook },
          ],
        },
      },
    },
  },
  optimizeDeps: { entries: ["client.ts", "islands/**/*.tsx"] },
  server: {
    port: Number(new URL(viteOrigin).port),
    strictPort: true,
    origin: viteOrigin,
    cors: { origin: /^http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+$/ },
  },
});
