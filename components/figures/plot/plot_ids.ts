/** Plot counts the ids of markers and clips for ever; here they are the same for the same drawing. */
export function steadyIds(drawing: Element, name: string): void {
  const prefix = hashed(name);
  const names = new Map<string, string>();
  for (const element of drawing.querySelectorAll("[id]")) {
    const own = `${prefix}-${names.size}`;
    names.set(element.id, own);
    element.setAttribute("id", own);
  }
  if (names.size === 0) return;
  for (const element of drawing.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      const [, id = ""] = /^url\(#([\w-]+)\)$/.exec(value) ?? [];
      const own = names.get(id);
      if (own !== undefined) element.setAttribute(name, `url(#${own})`);
    }
  }
}

/** FNV-1a, in letters that an id may begin with. */
function hashed(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `p${(hash >>> 0).toString(36)}`;
}
