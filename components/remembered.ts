import { useEffect, useState } from "preact/hooks";

/**
 * A choice that this browser remembers: `usual` until the page is alive, then what was chosen before. Where the
 * browser keeps nothing, as in a private window, the choice lasts as long as the page.
 */
export function useRemembered<Choice extends string>(
  key: string,
  choices: readonly Choice[],
  usual: Choice,
): readonly [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState(usual);
  useEffect(() => {
    const stored = ask((storage) => storage.getItem(key));
    const found = choices.find((each) => each === stored);
    if (found !== undefined) setChoice(found);
  }, [key]);
  const choose = (next: Choice): void => {
    setChoice(next);
    ask((storage) => storage.setItem(key, next));
  };
  return [choice, choose];
}

/** Does something with the storage of this browser, where there is one. */
function ask<Answer>(question: (storage: Storage) => Answer): Answer | undefined {
  try {
    return question(localStorage);
  } catch {
    return undefined; // the user has forbidden it, or it is full
  }
}
