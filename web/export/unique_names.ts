/** The names of files with a number before the ending where a name, in whatever case, was there before. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot < 1 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) {
      unique = `${stem}-${number}${ending}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
