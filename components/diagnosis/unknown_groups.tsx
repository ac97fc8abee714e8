import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { UnknownGroup } from "@/pipeline/diagnosis/findings.ts";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { countWords } from "../number_words.ts";
import { diagnosisSource } from "../table/table_source.ts";
import { nameUnknownTexts } from "../texts_name_unknown.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { KpiName } from "./kpi_name.tsx";
import { NamedFault } from "./named_fault.tsx";
import { rangeWords, valueWords } from "./range_words.ts";
import { useGroupGuesses } from "./use_group_guesses.ts";

const NameUnknownDialog = later(
  async () => (await import("../faults/name_unknown_dialog.tsx")).NameUnknownDialog,
);

const signsInSight = 4;
const guessesInSight = 2;

/** Groups of rows that fit nothing known: what each has in common, and what it might be nearest to. */
export function UnknownGroups(
  { diagnosis, groups, isDisabled, onShow }: {
    /** Its id. */
    readonly diagnosis: string;
    readonly groups: readonly UnknownGroup[];
    readonly isDisabled: boolean;
    /** Shows the rows of a group. */
    readonly onShow: (group: number) => void;
  },
): JSX.Element | null {
  const language = useLanguage();
  const texts = diagnosisPageTexts;
  const source = useMemo(() => diagnosisSource(diagnosis), [diagnosis]);
  const guesses = useGroupGuesses(source, groups.length > 0);
  const [named, setNamed] = useState<UnknownGroup>();
  if (groups.length === 0) return null;
  return (
    <section class="section" aria-labelledby="unknown-groups">
      <div class="section-head">
        <h2 id="unknown-groups">
          {texts.groups[language]} <span class="count">{countWords(groups.length)}</span>
        </h2>
        <span class="small faint">{texts.groupsWhat[language]}</span>
      </div>
      <ul class="unknown-groups">
        {groups.map((group) => (
          <li key={group.id}>
            <h3>{texts.group(countWords(group.id))[language]}</h3>
            <p class="small dim">{sizeWords(group)[language]}</p>
            <Signs signs={group.signs} />
            <Guesses faults={guesses.get(group.id) ?? []} />
            <div class="row wrap needs-script">
              <button
                type="button"
                class="link-button small"
                disabled={isDisabled}
                onClick={() => onShow(group.id)}
              >
                {texts.showGroup[language]}
              </button>
              <button
                type="button"
                class="link-button small"
                disabled={isDisabled}
                onClick={() => setNamed(group)}
              >
                {nameUnknownTexts.open[language]}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {named && (
        <NameUnknownDialog
          diagnosis={diagnosis}
          group={named}
          onClose={() => setNamed(undefined)}
        />
      )}
    </section>
  );
}

function sizeWords({ rows, incidents }: UnknownGroup): { en: string; zh: string } {
  const size = diagnosisPageTexts.groupSize(rows, countWords(rows));
  if (incidents === null) return size;
  const spread = diagnosisPageTexts.groupIncidents(incidents, countWords(incidents));
  return { en: `${size.en} ${spread.en}`, zh: `${size.zh}，${spread.zh}` };
}

/** By what the rows of a group differ from the training data. */
function Signs({ signs }: Pick<UnknownGroup, "signs">): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisPageTexts;
  return (
    <dl class="signs">
      {signs.slice(0, signsInSight).map(({ feature, direction, median, usual }) => (
        <div key={feature}>
          <dt>
            <KpiName name={feature} />
          </dt>
          <dd>
            <b>{texts[direction][language]}</b>
            {median !== null && (
              <span class="faint">
                {" "}
                {usual === null
                  ? valueWords(median, language)
                  : texts.median(valueWords(median, language), rangeWords(usual, language))[
                    language
                  ]}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Guesses({ faults }: { readonly faults: readonly string[] }): JSX.Element | null {
  const language = useLanguage();
  if (faults.length === 0) return null;
  return (
    <p class="small dim guesses">
      {diagnosisPageTexts.guesses[language]}{" "}
      {faults.slice(0, guessesInSight).map((fault) => <NamedFault key={fault} fault={fault} />)}
    </p>
  );
}
