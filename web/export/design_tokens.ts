const sheet = new URL("../../static/tokens.css", import.meta.url);

/** The values of the design tokens by name, such as `bg` or `c1`, without other tokens in them. */
export async function designTokens(): Promise<ReadonlyMap<string, string>> {
  const css = await Deno.readTextFile(sheet);
  const light = css.slice(0, css.indexOf("@media"));
  const written = new Map(
    [...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [
      name,
      value.replace(/\s+/g, " "),
    ]),
  );
  const valueOf = (value: string): string => {
    const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
    return other === undefined ? value : valueOf(written.get(other) ?? "");
  };
  return new Map([...written].map(([name, value]) => [name, valueOf(value)]));
}
