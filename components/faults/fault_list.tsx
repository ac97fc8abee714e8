import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import type { FaultsAnswer } from "@/web/faults_schema.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { faultsTexts } from "../texts_faults.ts";

/** So many classes are drawn before all are asked for. */
const inSight = 100;

/** So much of a class is drawn. */
const longest = 120;

/** The classes of a model, and those that only the catalogue knows; one of them is open. */
export function FaultList(
  { classes, draft, changed, chosen, onChoose }: {
    readonly classes: FaultsAnswer["classes"];
    readonly draft: FaultCatalogue;
    readonly changed: readonly string[];
    readonly chosen: string;
    readonly onChoose: (fault: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const [isWhole, setWhole] = useState(false);
  const words = new Map(draft.map(({ fault, name }) => [fault, `${name.en} ${name.zh}`]));
  const wanted = search.trim().toLowerCase();
  const found = wanted === ""
    ? classes
    : classes.filter(({ fault }) =>
      `${fault} ${words.get(fault) ?? ""}`.toLowerCase().includes(wanted)
    );
  const shown = isWhole ? found : found.slice(0, inSight);
  return (
    <section class="fault-list" aria-label={faultsTexts.classes[language]}>
      {classes.length > 8 && (
        <label class="search">
          <Icon name="search" />
          <input
            class="input"
            type="search"
            placeholder={faultsTexts.search[language]}
            aria-label={faultsTexts.search[language]}
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
      )}
      {found.length === 0 && <p class="dim small">{faultsTexts.noneFound[language]}</p>}
      <ul>
        {shown.map(({ fault, rows }) => (
          <li key={fault}>
            <ClassButton
              fault={fault}
              rows={rows}
              isChanged={changed.includes(fault)}
              isChosen={fault === chosen}
              onChoose={() => onChoose(fault)}
            />
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <button
          type="button"
          class="link-button"
          onClick={() => setWhole(true)}
        >
          {faultsTexts.more(countWords(found.length))[language]}
        </button>
      )}
    </section>
  );
}

function ClassButton(
  { fault, rows, isChanged, isChosen, onChoose }: {
    readonly fault: string;
    readonly rows: number;
    readonly isChanged: boolean;
    readonly isChosen: boolean;
    readonly onChoose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { name, colour, isNamed } = useFaultName()(fault);
  return (
    <button
      type="button"
      aria-current={isChosen ? "true" : undefined}
      title={isNamed ? `${cutName(name, 300)} (${cutName(fault, 300)})` : cutName(fault, 300)}
      onClick={onChoose}
    >
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <rect class={colour} width={8} height={8} />
      </svg>
      <span class="name">
        <bdi>{cutName(name, longest)}</bdi>
        {isNamed && <bdi class="class">{cutName(fault, longest)}</bdi>}
      </span>
      {isChanged && <span class="tag">{faultsTexts.changed[language]}</span>}
      <span class="rows">{countWords(rows)}</span>
    </button>
  );
}
