import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { hostList, type HostOptions, isLoopback } from "@/web/gate/hosts.ts";

const local: HostOptions = {
  port: 8000,
  address: "127.0.0.1",
  names: [],
  machineAddresses: ["192.0.2.7"],
};

describe("the list of hosts", () => {
  it("holds this machine's own names with the port, and no address it does not listen on", () => {
    assert.deepEqual([...hostList(local)].sort(), [
      "127.0.0.1:8000",
      "[::1]:8000",
      "localhost:8000",
    ]);
  });

  it("holds the machine's addresses where the server listens on all of them", () => {
    const machineAddresses = ["192.0.2.7", "fe80::1"];
    for (const address of ["0.0.0.0", "::"]) {
      const list = hostList({ ...local, address, machineAddresses });
      assert.ok(list.has("192.0.2.7:8000") && list.has("[fe80::1]:8000"));
      assert.ok(!list.has("0.0.0.0:8000") && !list.has("[::]:8000"));
    }
    assert.ok(hostList({ ...local, address: "192.0.2.9" }).has("192.0.2.9:8000"));
  });

  it("holds a name without the port where the port is the scheme's own", () => {
    assert.ok(hostList({ ...local, port: 80 }).has("localhost"));
    assert.ok(!hostList(local).has("localhost"));
  });

  it("holds configured names, with their port, or with the server's and none", () => {
    const names = [
      "Healer.example.org",
      "other.example:9000",
      "192.0.2.1",
      "2001:db8::1",
      "[2001:db8::2]:9000",
      " plain:80 ",
    ];
    const list = hostList({ ...local, names });
    for (
      const host of [
        "healer.example.org",
        "healer.example.org:8000",
        "other.example:9000",
        "192.0.2.1:8000",
        "[2001:db8::1]:8000",
        "[2001:db8::2]:9000",
        "plain:80",
      ]
    ) assert.ok(list.has(host), host);
    assert.ok(!list.has("other.example") && !list.has("other.example:8000"));
  });

  it("refuses what is no name", () => {
    for (const name of ["", "*", "http://x", "a/b", "a b", "a@b", "a:port", "a?b", "x:99999"]) {
      assert.throws(
        () => hostList({ ...local, names: [name] }),
        (error) => error instanceof HealerError && error.problem.code === "server/wrong-host-name",
        name,
      );
    }
  });
});

describe("isLoopback", () => {
  it("tells the addresses that only this machine reaches", () => {
    for (const address of ["localhost", "127.0.0.1", "127.1.2.3", "::1"]) {
      assert.ok(isLoopback(address), address);
    }
    for (const address of ["0.0.0.0", "::", "192.0.2.7", "127.0.0.1.example", "example"]) {
      assert.ok(!isLoopback(address), address);
    }
  });
});
