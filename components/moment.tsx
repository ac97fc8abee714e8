import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLanguage } from "./language.ts";
import { momentWords, wholeMomentWords } from "./time_words.ts";

/**
 * A moment in words, in an island. What the server draws is the day in UTC; the browser, which knows its time
 * zone, says it better.
 */
export function Moment({ time }: { time: string }): JSX.Element {
  const language = useLanguage();
  const [now, setNow] = useState<Date>();
  useEffect(() => setNow(new Date()), []);
  const moment = new Date(time);
  return (
    <time datetime={time} title={now && wholeMomentWords(moment, language)}>
      {now ? momentWords(moment, now, language) : time.slice(0, 10)}
    </time>
  );
}
