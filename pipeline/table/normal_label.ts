const normalNames = /^(normal|healthy|ok|no fault|none|正常|健康|无故障)$/i;

/** Whether a label says that nothing is wrong, by the names that people give to that. */
export function isNormalLabel(name: string): boolean {
  return normalNames.test(name);
}
