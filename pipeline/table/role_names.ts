/** The roles that a name can give away. */
export type NamedRole = "label" | "id" | "group" | "time";

/** Names in their normal form, the surest first. */
const namesOf: Readonly<Record<NamedRole, readonly string[]>> = {
  label: [
    ..."label labels fault_label fault fault_type fault_class fault_name class class_label".split(
      " ",
    ),
    ..."class_name target failure failure_type anomaly anomaly_type anomaly_label".split(" "),
    ..."is_anomaly is_fault root_cause cause category y".split(" "),
    ..."标签 故障 故障类型 故障类别 故障标签 类别 分类 异常类型 异常 根因 目标".split(" "),
  ],
  id: [
    ..."id sample_id row_id record_id uuid guid sample_no row_no row_number record_no".split(" "),
    ..."index idx sample row record no number serial serial_no serial_number unnamed_0".split(" "),
    ..."编号 序号 样本编号 样本序号 样本id 样本_id 记录编号 行号 唯一标识 标识".split(" "),
  ],
  group: [
    ..."group group_id case_id incident_id episode_id session_id run_id experiment_id".split(" "),
    ..."scenario_id trial_id event_id batch_id case incident episode scenario experiment".split(
      " ",
    ),
    ..."分组 组 组号 分组编号 案例 案例编号 事件编号 故障编号 批次 场景 场景编号".split(" "),
  ],
  time: [
    ..."timestamp time datetime date_time ts date event_time log_time sample_time".split(" "),
    ..."collect_time record_time start_time begin_time created_at epoch unix_time".split(" "),
    ..."时间戳 时间 日期 日期时间 采集时间 采样时间 记录时间 发生时间 开始时间".split(" "),
  ],
};

const rankOf: Readonly<Record<NamedRole, ReadonlyMap<string, number>>> = {
  label: ranks(namesOf.label),
  id: ranks(namesOf.id),
  group: ranks(namesOf.group),
  time: ranks(namesOf.time),
};

/** How surely `name` says `role`, 0 = surest, or undefined where it does not say it. */
export function nameRank(role: NamedRole, name: string): number | undefined {
  return rankOf[role].get(normalForm(name));
}

/** Whether `name` ends in a word for an identifier: host_id, UserID, 主机编号. */
export function namesAnIdentifier(name: string): boolean {
  return /(^|_)(id|uuid|guid)$|(编号|标识)$/.test(normalForm(name));
}

/** "Sample ID", "sampleId" and "SAMPLE-ID" are all `sample_id`. */
function normalForm(name: string): string {
  return name.normalize("NFKC")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}

function ranks(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, rank) => [name, rank]));
}
