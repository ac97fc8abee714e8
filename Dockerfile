# Builds: packages by the lock file, the client's scripts, then everything that only building needs goes.
FROM node:22-bookworm-slim AS build
RUN npm install --global deno@2.9.6
WORKDIR /app
COPY deno.json deno.lock ./
RUN deno install --frozen
COPY . .
RUN deno task build
# What only building and testing need, and the binaries of other platforms; the run below must not fetch them again.
RUN cd node_modules/.deno \
  && rm -rf ./*-musl@* ./@babel+* ./@rolldown+* ./assemblyscript@* ./binaryen@* ./caniuse-lite@* \
    ./fast-check@* ./lightningcss* ./playwright-core@* ./rolldown@* ./vite@* \
  && cd onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v* \
  && rm -rf darwin win32 \
  && case "$(uname -m)" in x86_64) rm -rf linux/arm64 ;; aarch64) rm -rf linux/x64 ;; esac

# Runs: Debian, one binary, the program, no shell user, no write access but to /data.
FROM debian:bookworm-slim
COPY --from=build /usr/local/lib/node_modules/deno/deno /usr/local/bin/deno
COPY --from=build /app /app
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin healer \
  && mkdir /data /deno \
  && chown healer:healer /data /deno \
  && chmod 700 /data
ENV DENO_DIR=/deno DENO_NO_UPDATE_CHECK=1 HEALER_WORKSPACE=/data LANG=C.UTF-8
USER healer
WORKDIR /app
# Prepares every module once, so that the first start is as fast as the others.
RUN deno cache --quiet --node-modules-dir=manual main.ts $(find cli routes islands -name "*.ts*")
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["deno", "eval", "--no-config", "Deno.exit((await fetch('http://127.0.0.1:8000/healthz')).ok ? 0 : 1)"]
ENTRYPOINT ["deno", "run", "--no-prompt", "--cached-only", "--node-modules-dir=manual", \
  "--allow-read", "--allow-write", "--allow-env", "--allow-sys", "--allow-net", "--allow-run", "main.ts"]
CMD ["serve", "--host", "0.0.0.0", "--workspace", "/data", "--no-open"]
