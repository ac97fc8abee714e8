const normalNames =
  /^(normal( (operation|state))?|nominal|healthy|ok(ay)?|none|no[ -]?(fault|failure|error|anomaly|issue|problem)s?|fault[ -]free|正常(运行|状态|工作)?|健康|无(故障|异常)|没有故障)$/i;

/** Whether a label says that nothing is wrong, by the names that people give to that. */
export function isNormalLabel(name: string): boolean {
  return normalNames.test(name.trim().replaceAll("_", " "));
}
