import type { JSX } from "preact";

/** More of a name than this no line can hold; what is cut off is not even drawn. */
const longest = 300;

/** The name of an entry in a line of its own, cut with an ellipsis where it is too long; whole when pointed at. */
export function ShownName(
  { name, id, href }: {
    readonly name: string;
    /** Of the entry that it names. */
    readonly id: string;
    /** Where it leads to; the name of what has no page opens the menu of the entry. */
    readonly href: string | undefined;
  },
): JSX.Element {
  const shown = <bdi>{cutName(name, longest)}</bdi>;
  if (href !== undefined) {
    return <a class="name" href={href} title={name} data-entry={id}>{shown}</a>;
  }
  return (
    <button
      type="button"
      class="name"
      title={name}
      data-entry={id}
      onClick={({ currentTarget }) => {
        const entry = currentTarget.closest("li, tr");
        entry?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click();
      }}
    >
      {shown}
    </button>
  );
}

/** A name of at most so many characters: a longer one ends in an ellipsis. */
export function cutName(name: string, most: number): string {
  if (name.length <= most) return name;
  return `${name.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
