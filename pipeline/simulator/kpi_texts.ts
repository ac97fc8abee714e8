import type { Text } from "../problem.ts";
import type { databaseReaders } from "./kpis_database.ts";
import type { databaseNodeReaders, nodeReaders, shardReaders } from "./kpis_each.ts";
import type { hostReaders } from "./kpis_host.ts";

type KpiName = keyof typeof hostReaders | keyof typeof databaseReaders;

/** What the cluster-wide KPIs mean. */
export const kpiTexts: Readonly<Record<KpiName, Text>> = {
  "cpu.max_busy_pct": { en: "CPU use of the busiest node", zh: "最忙节点的 CPU 使用率" },
  "cpu.mean_busy_pct": { en: "Mean CPU use of the nodes", zh: "各节点 CPU 使用率均值" },
  "cpu.max_user_pct": { en: "Most CPU in user mode on a node", zh: "单节点用户态 CPU 最大占比" },
  "cpu.max_system_pct": { en: "Most CPU in the kernel on a node", zh: "单节点内核态 CPU 最大占比" },
  "cpu.max_iowait_pct": { en: "Most CPU idle for the disk", zh: "单节点 I/O 等待最大占比" },
  "cpu.max_run_queue_count": { en: "Longest run queue of a node", zh: "单节点最长运行队列" },
  "cpu.context_switches_per_s": {
    en: "Context switches of all nodes",
    zh: "全部节点上下文切换速率",
  },
  "cpu.cores_count": { en: "Cores in the cluster", zh: "集群 CPU 核总数" },

  "mem.max_used_pct": { en: "Memory use of the fullest node", zh: "内存最满节点的使用率" },
  "mem.mean_used_pct": { en: "Mean memory use of the nodes", zh: "各节点内存使用率均值" },
  "mem.min_available_bytes": { en: "Least available memory of a node", zh: "单节点最小可用内存" },
  "mem.cached_bytes": { en: "Cached pages of all nodes", zh: "全部节点的页缓存" },
  "mem.process_bytes": { en: "Memory of the processes of all nodes", zh: "全部节点的进程内存" },
  "mem.swap_used_bytes": { en: "Swap in use on all nodes", zh: "全部节点已用交换空间" },
  "mem.swap_pages_per_s": { en: "Pages swapped in and out", zh: "换入换出页速率" },
  "mem.page_faults_per_s": { en: "Page faults of all nodes", zh: "全部节点缺页速率" },
  "mem.min_cache_hit_pct": { en: "Lowest cache hit rate of a node", zh: "单节点最低缓存命中率" },

  "disk.max_busy_pct": { en: "Use of the busiest disk", zh: "最忙磁盘的使用率" },
  "disk.mean_busy_pct": { en: "Mean use of the disks", zh: "各磁盘使用率均值" },
  "disk.max_await_ms": { en: "Slowest disk's time per operation", zh: "最慢磁盘的单次 I/O 用时" },
  "disk.max_queue_count": { en: "Longest disk queue", zh: "最长磁盘队列" },
  "disk.reads_per_s": { en: "Disk reads of all nodes", zh: "全部节点磁盘读次数" },
  "disk.writes_per_s": { en: "Disk writes of all nodes", zh: "全部节点磁盘写次数" },
  "disk.read_bytes_per_s": { en: "Bytes read from all disks", zh: "全部磁盘读取字节速率" },
  "disk.read_bytes_total": { en: "Bytes read since the start", zh: "启动以来磁盘读取字节数" },
  "disk.written_bytes_total": { en: "Bytes written since the start", zh: "启动以来磁盘写入字节数" },
  "disk.limit_per_s": { en: "Operations the disks are made for", zh: "磁盘额定 I/O 次数" },

  "net.received_bytes_per_s": { en: "Bytes received by all nodes", zh: "全部节点接收字节速率" },
  "net.sent_bytes_per_s": { en: "Bytes sent by all nodes", zh: "全部节点发送字节速率" },
  "net.packets_per_s": { en: "Packets of all nodes", zh: "全部节点数据包速率" },
  "net.retransmits_per_s": { en: "Packets sent again", zh: "重传包速率" },
  "net.timeouts_per_s": { en: "Retransmission timeouts", zh: "重传超时速率" },
  "net.max_retransmit_pct": { en: "Highest share of packets sent again", zh: "单节点最高重传率" },
  "net.max_round_trip_ms": { en: "Longest round trip to a node", zh: "单节点最长往返时延" },
  "net.max_jitter_ms": { en: "Largest spread of round trips", zh: "单节点最大时延抖动" },
  "net.received_bytes_total": { en: "Bytes received since the start", zh: "启动以来接收字节数" },
  "net.sent_bytes_total": { en: "Bytes sent since the start", zh: "启动以来发送字节数" },
  "net.retransmits_total": { en: "Packets sent again since the start", zh: "启动以来重传包数" },
  "net.link_bytes_per_s": { en: "Bytes the links are made for", zh: "链路额定带宽" },

  "lock.waiters_count": { en: "Writers waiting for a lock", zh: "等待锁的写事务数" },
  "lock.mean_wait_ms": { en: "Mean lock wait of a write", zh: "写事务平均锁等待" },
  "lock.max_wait_ms": { en: "Lock wait on the hottest row", zh: "最热行的锁等待" },
  "lock.timeouts_per_s": { en: "Writers that gave up waiting", zh: "锁等待超时速率" },
  "lock.deadlocks_per_s": { en: "Deadlocks", zh: "死锁速率" },
  "lock.deadlocks_total": { en: "Deadlocks since the start", zh: "启动以来死锁数" },

  "repl.max_lag_bytes": {
    en: "Log bytes the last replica is behind",
    zh: "最落后副本落后的日志字节数",
  },
  "repl.max_lag_s": { en: "Seconds the last replica is behind", zh: "最落后副本的延迟秒数" },
  "repl.max_unsent_bytes": { en: "Most log a leader keeps unsent", zh: "主节点未发送日志最大值" },
  "repl.log_bytes_per_s": { en: "Log written by the leaders", zh: "主节点日志产生速率" },
  "repl.applied_bytes_per_s": { en: "Log applied by the replicas", zh: "副本日志回放速率" },
  "repl.streaming_count": { en: "Replicas that follow their leader", zh: "正在跟随主节点的副本数" },
  "repl.max_commit_wait_ms": {
    en: "Longest wait for a replica's word",
    zh: "提交等待副本确认的最长时间",
  },
  "repl.log_bytes_total": { en: "Log written since the start", zh: "启动以来日志字节数" },
  "repl.failovers_total": { en: "Failovers since the start", zh: "启动以来主备切换次数" },

  "txn.reads_per_s": { en: "Reads routed to the shards", zh: "路由到分片的读事务速率" },
  "txn.writes_per_s": { en: "Writes routed to the shards", zh: "路由到分片的写事务速率" },
  "txn.scans_per_s": { en: "Scans routed to the shards", zh: "路由到分片的扫描速率" },
  "txn.committed_per_s": { en: "Transactions that succeeded", zh: "成功事务速率" },
  "txn.errors_per_s": { en: "Transactions that failed", zh: "失败事务速率" },
  "txn.error_pct": { en: "Share of transactions that failed", zh: "失败事务占比" },
  "txn.p50_latency_ms": { en: "Median latency", zh: "时延中位数" },
  "txn.p95_latency_ms": { en: "95th percentile of latency", zh: "时延 95 分位" },
  "txn.p99_latency_ms": { en: "99th percentile of latency", zh: "时延 99 分位" },
  "txn.mean_scan_ms": { en: "Mean time of a scan", zh: "扫描平均用时" },
  "txn.committed_total": { en: "Transactions since the start", zh: "启动以来成功事务数" },
  "txn.errors_total": { en: "Failed transactions since the start", zh: "启动以来失败事务数" },

  "gw.requests_per_s": { en: "Requests with retries", zh: "含重试的请求速率" },
  "gw.retries_per_s": { en: "Requests that are retries", zh: "重试请求速率" },
  "gw.rejected_per_s": { en: "Requests without a connection", zh: "因无可用连接被拒的请求速率" },
  "gw.connections_count": { en: "Client connections", zh: "客户端连接数" },
  "gw.queued_count": { en: "Requests waiting for a connection", zh: "等待连接的请求数" },
  "gw.nodes_up_count": { en: "Nodes that pass the health check", zh: "通过健康检查的节点数" },
  "gw.min_uptime_s": { en: "Uptime of the youngest node", zh: "最近启动节点的运行时长" },
};

type EachName =
  | keyof typeof nodeReaders
  | keyof typeof databaseNodeReaders
  | keyof typeof shardReaders;

/** What the KPIs of one node or one shard mean; its name goes before. */
export const eachTexts: Readonly<Record<EachName, Text>> = {
  "cpu.user_pct": { en: "CPU in user mode", zh: "用户态 CPU 占比" },
  "mem.used_pct": { en: "Memory use", zh: "内存使用率" },
  "net.round_trip_ms": { en: "Round trip", zh: "往返时延" },
  "disk.await_ms": { en: "Time per disk operation", zh: "磁盘单次 I/O 用时" },
  "txn.writes_per_s": { en: "Writes", zh: "写事务速率" },
  "txn.p95_latency_ms": { en: "95th percentile of latency", zh: "时延 95 分位" },
  "repl.lag_s": { en: "Seconds the replica is behind", zh: "副本延迟秒数" },
};
