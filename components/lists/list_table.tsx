import type { ComponentChildren, JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "../language.ts";
import { type MenuItem } from "../menu_list.tsx";
import { Menu } from "../menu.tsx";
import { listTexts } from "../texts_lists.ts";
import { cutName } from "./shown_name.tsx";

/** A list as a table, whose last column is the menu of each entry. */
export function ListTable(
  { name, heads, children }: {
    /** Its CSS class. */
    readonly name: string;
    /** The columns before the menu: what they are called, and the CSS classes of their heads. */
    readonly heads: readonly (readonly [Text, string?])[];
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <table class={`table list-table ${name}`}>
      <thead>
        <tr>
          {heads.map(([label, classes]) => (
            <th key={label.en} scope="col" class={classes}>{label[language]}</th>
          ))}
          <th scope="col" class="menu-column needs-script">
            <span class="visually-hidden">{listTexts.more[language]}</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** The last cell of a row: the menu of its entry. */
export function MenuCell(
  { name, items }: { readonly name: string; readonly items: readonly MenuItem[] },
): JSX.Element {
  const language = useLanguage();
  return (
    <td class="right needs-script">
      <Menu label={listTexts.moreFor(cutName(name, 80))[language]} items={items} />
    </td>
  );
}
