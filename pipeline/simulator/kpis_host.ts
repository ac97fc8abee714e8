import { max, mean, min, sum } from "./aggregate.ts";
import type { View } from "./column.ts";

/** What the processors, memories, disks and links tell, over all machines that answer. */
export const hostReaders = {
  "cpu.max_busy_pct": (view: View) => 100 * max(view.answering, ({ cpu }) => cpu.utilisation),
  "cpu.mean_busy_pct": (view: View) => 100 * mean(view.answering, ({ cpu }) => cpu.utilisation),
  "cpu.max_user_pct": (view: View) => 100 * max(view.answering, ({ cpu }) => cpu.user),
  "cpu.max_system_pct": (view: View) => 100 * max(view.answering, ({ cpu }) => cpu.system),
  "cpu.max_iowait_pct": (view: View) => 100 * max(view.answering, ({ cpu }) => cpu.ioWait),
  "cpu.max_run_queue_count": (view: View) => max(view.answering, ({ cpu }) => cpu.runQueue),
  "cpu.context_switches_per_s": (view: View) =>
    sum(view.answering, ({ cpu }) => cpu.contextSwitchesPerSecond),
  "cpu.cores_count": (view: View) => sum(view.cluster.nodes, ({ cpu }) => cpu.cores),

  "mem.max_used_pct": (view: View) => 100 * max(view.answering, ({ memory }) => memory.usedShare),
  "mem.mean_used_pct": (view: View) => 100 * mean(view.answering, ({ memory }) => memory.usedShare),
  "mem.min_available_bytes": (view: View) => min(view.answering, ({ memory }) => memory.available),
  "mem.cached_bytes": (view: View) => sum(view.answering, ({ memory }) => memory.cached),
  "mem.process_bytes": (view: View) => sum(view.answering, ({ memory }) => memory.process),
  "mem.swap_used_bytes": (view: View) => sum(view.answering, ({ memory }) => memory.swapped),
  "mem.swap_pages_per_s": (view: View) =>
    sum(view.answering, ({ memory }) => memory.swapPagesPerSecond),
  "mem.page_faults_per_s": (view: View) =>
    sum(view.answering, ({ memory }) => memory.pageFaultsPerSecond),
  "mem.min_cache_hit_pct": (view: View) =>
    100 * min(view.answeringDatabases, ({ memory }) => 1 - memory.missShare),

  "disk.max_busy_pct": (view: View) =>
    100 * max(view.answeringDatabases, ({ disk }) => disk.utilisation),
  "disk.mean_busy_pct": (view: View) =>
    100 * mean(view.answeringDatabases, ({ disk }) => disk.utilisation),
  "disk.max_await_ms": (view: View) =>
    1000 * max(view.answeringDatabases, ({ disk }) => disk.await),
  "disk.max_queue_count": (view: View) =>
    max(view.answeringDatabases, ({ disk }) => disk.queueLength),
  "disk.reads_per_s": (view: View) =>
    sum(view.answeringDatabases, ({ disk }) => disk.readsPerSecond),
  "disk.writes_per_s": (view: View) =>
    sum(view.answeringDatabases, ({ disk }) => disk.writesPerSecond),
  "disk.read_bytes_per_s": (view: View) =>
    sum(view.answeringDatabases, ({ disk }) => disk.readBytesPerSecond),
  "disk.read_bytes_total": (view: View) => sum(view.cluster.nodes, ({ disk }) => disk.bytesRead),
  "disk.written_bytes_total": (view: View) =>
    sum(view.cluster.nodes, ({ disk }) => disk.bytesWritten),
  "disk.limit_per_s": (view: View) => sum(view.cluster.nodes, ({ disk }) => disk.limit),

  "net.received_bytes_per_s": (view: View) =>
    sum(view.answering, ({ link }) => link.bytesInPerSecond),
  "net.sent_bytes_per_s": (view: View) => sum(view.answering, ({ link }) => link.bytesOutPerSecond),
  "net.packets_per_s": (view: View) => sum(view.answering, ({ link }) => link.packetsPerSecond),
  "net.retransmits_per_s": (view: View) =>
    sum(view.answering, ({ link }) => link.retransmitsPerSecond),
  "net.timeouts_per_s": (view: View) => sum(view.answering, ({ link }) => link.timeoutsPerSecond),
  "net.max_retransmit_pct": (view: View) =>
    100 *
    max(view.answering, ({ link }) => link.retransmitsPerSecond / (link.packetsPerSecond + 1)),
  "net.max_round_trip_ms": (view: View) => 1000 * max(view.answering, ({ link }) => link.roundTrip),
  "net.max_jitter_ms": (view: View) => 1000 * max(view.answering, ({ link }) => link.jitter),
  "net.received_bytes_total": (view: View) => sum(view.cluster.nodes, ({ link }) => link.bytesIn),
  "net.sent_bytes_total": (view: View) => sum(view.cluster.nodes, ({ link }) => link.bytesOut),
  "net.retransmits_total": (view: View) => sum(view.cluster.nodes, ({ link }) => link.retransmits),
  "net.link_bytes_per_s": (view: View) =>
    sum(view.cluster.nodes, ({ link }) => link.bytesPerSecond),
};
