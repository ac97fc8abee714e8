/** Runs every benchmark, each in a process of its own; `deno task bench forest` runs the one named so. */
const folder = new URL("./", import.meta.url);
const wanted = Deno.args;
const takesHours = new Set(["auto"]);

for (const { name } of [...Deno.readDirSync(folder)].sort((a, b) => a.name < b.name ? -1 : 1)) {
  const bench = name.replace(/\.ts$/, "");
  if (!name.endsWith(".ts") || bench === "main") continue;
  if (wanted.length === 0 ? takesHours.has(bench) : !wanted.includes(bench)) continue;
  console.log(`\n== ${bench}`);
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", new URL(name, folder).href],
    stdin: "null",
  }).spawn().status;
  if (code !== 0) Deno.exit(code);
}
