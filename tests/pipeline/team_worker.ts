import { HealerError } from "@/pipeline/problem.ts";
import { serveTeam } from "@/pipeline/worker_task.ts";

/** What the team of `worker_team_test.ts` can be told to do. */
export type TestTask =
  | { readonly do: "square"; readonly value: number }
  | { readonly do: "spin" }
  | { readonly do: "problem" }
  | { readonly do: "defect" };

serveTeam<TestTask, number>((task, context) => {
  switch (task.do) {
    case "square":
      context.progress(0.5);
      return task.value ** 2 + context.seed;
    case "problem":
      throw new HealerError({
        code: "test/problem",
        message: { en: "No.", zh: "否。" },
        place: {},
        hint: { en: "Never mind.", zh: "无妨。" },
      });
    case "defect":
      throw new RangeError("out of range");
    case "spin":
      while (true) context.progress(0.5);
  }
});
