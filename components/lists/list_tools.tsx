import type { JSX } from "preact";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { listTexts } from "../texts_lists.ts";
import type { ListKind } from "./list_kind.ts";
import type { ListView } from "./list_view.ts";

/** The field that searches a list and the choice of its order. */
export function ListTools<Entry>(
  { kind, view, isDisabled }: {
    readonly kind: ListKind<Entry>;
    readonly view: ListView<Entry>;
    readonly isDisabled: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const search = kind.search[language];
  return (
    <div class="list-tools needs-script">
      <div class="search">
        <Icon name="search" />
        <input
          class="input"
          type="search"
          placeholder={search}
          aria-label={search}
          aria-keyshortcuts="/"
          disabled={isDisabled}
          data-search
          value={view.search}
          onInput={({ currentTarget }) => view.setSearch(currentTarget.value)}
        />
      </div>
      <select
        class="select"
        aria-label={listTexts.sort[language]}
        title={listTexts.sort[language]}
        disabled={isDisabled}
        value={view.sort}
        onChange={({ currentTarget }) => view.setSort(currentTarget.value)}
      >
        {kind.sorts.map(({ name, label }) => (
          <option key={name} value={name} selected={name === view.sort}>{label[language]}</option>
        ))}
      </select>
    </div>
  );
}
